import { buildApp } from '#app/framework/build/build-app.ts'
import { runProgram } from '#app/framework/lifecycle/run-program.ts'

/** Packages that load files of their own, as those with native code do: to be installed beside the build. */
const external: string[] = []

/** What the app reads as it runs, beside its code. */
const assets = ['config/**', 'public/**', 'src/**']

await runProgram(async () => {
  const { programs, warmed } = await buildApp({ external, assets, environment: process.env })
  for (const name of programs) console.log(`dist/${name}.js`)
  if (warmed.kind === 'loaded') {
    console.log(`Compiled without a start, which failed here: ${warmed.because}`)
  }
})
