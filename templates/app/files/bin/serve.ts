import { createApp } from '#app/app.ts'
import { readConfig } from '#app/config.ts'
import { runProgram } from '#app/framework/lifecycle/run-program.ts'
import { stopOnSignal } from '#app/framework/lifecycle/stop-on-signal.ts'
import { switchLevelOnSignal } from '#app/framework/log/switch-level.ts'
import { createPlatform } from '#app/platform.ts'

await runProgram(async () => {
  const config = readConfig()
  const platform = createPlatform(config)
  const { http } = createApp(config, platform)

  http.addHook('onClose', platform.close)
  stopOnSignal(() => http.close(), config.http.drainTimeout + platform.parts.deadline)
  switchLevelOnSignal(platform.log)

  try {
    await platform.start()
    await http.listen({ host: config.http.host, port: config.http.port })
  } catch (error) {
    platform.lifecycle.become('failed')
    await platform.close()
    throw error
  }
  process.send?.('ready')
})
