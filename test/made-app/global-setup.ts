import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'
import { z } from 'zod'

import { mustRun } from './run-program.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    folder: string
    dependencies: string
    environment: Record<string, string>
  }
}

const root = join(import.meta.dirname, '../..')
const elif = join(root, 'bin/run.js')

/** Once a run: builds elif, makes an app and installs what all made apps need. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const sandbox = createSandbox()
  const { environment } = sandbox
  const remove = () => rmSync(sandbox.folder, { recursive: true, force: true })
  project.provide('folder', sandbox.folder)
  project.provide('environment', environment)
  try {
    await mustRun(process.execPath, [join(root, 'bin/build.ts')], { cwd: root })
    project.provide('dependencies', await installDependencies(sandbox))
  } catch (fault) {
    remove()
    throw fault
  }
  return async () => {
    await mustRun(process.execPath, [elif, 'db:server:stop'], { cwd: root, environment })
    remove()
  }
}

async function installDependencies({ folder, environment }: Sandbox): Promise<string> {
  const place = join(folder, 'dependencies')
  mkdirSync(place)
  const words = ['new', 'first', '--no-install', '--no-git', '--yes']
  await mustRun(process.execPath, [elif, ...words], { cwd: place, environment })
  await addAllFeatures({ cwd: join(place, 'first'), environment })
  const install = ['install', '--no-audit', '--no-fund', '--prefer-offline']
  await mustRun('npm', install, { cwd: join(place, 'first'), environment })
  renameSync(join(place, 'first/node_modules'), join(place, 'node_modules'))
  return join(place, 'node_modules')
}

const Listed = z.array(z.object({ name: z.string(), installed: z.boolean() }))

/** So that what any of them stands on is there for the apps of all tests. */
async function addAllFeatures(where: Parameters<typeof mustRun>[2]): Promise<void> {
  const listed = async () => {
    const { stdout } = await mustRun(process.execPath, [elif, 'add', '--json'], where)
    return Listed.parse(JSON.parse(stdout)).filter(({ installed }) => !installed)
  }
  for (let [next] = await listed(); next; [next] = await listed()) {
    await mustRun(process.execPath, [elif, 'add', next.name, '--no-install', '--yes'], where)
  }
}
