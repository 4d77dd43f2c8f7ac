import { createApp } from '#app/app.ts'
import { readConfig } from '#app/config.ts'
import { runProgram } from '#app/framework/lifecycle/run-program.ts'
import { stopOnSignal } from '#app/framework/lifecycle/stop-on-signal.ts'
import { createLog } from '#app/framework/log/log.ts'
import { switchLevelOnSignal } from '#app/framework/log/switch-level.ts'
import { serveInCrew } from '#app/framework/workers/serve-in-crew.ts'
import { supervise, supervises } from '#app/framework/workers/supervise.ts'
import { createPlatform } from '#app/platform.ts'

await runProgram(async () => {
  const config = readConfig()
  if (supervises(config.workers)) return supervise(config.workers, createLog(config.log))
  const platform = createPlatform(config)
  const { http } = createApp(config, platform)

  http.addHook('onClose', platform.close)
  const stop = stopOnSignal(() => http.close(), config.http.drainTimeout + platform.parts.deadline)
  switchLevelOnSignal(platform.log)
  serveInCrew(http, platform, { timeout: config.http.drainTimeout, stop })

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
