/**
 * What `elif dev` adds to the app's process: it ends with its parent, whatever ended that; it says
 * why it fails; it keeps compiled code where the app's own scripts do, and
 * writes it early, because a replaced app may never get to that.
 */
const source = `
import { enableCompileCache, flushCompileCache } from 'node:module'

enableCompileCache('node_modules/.cache/node')

if (process.send) {
  process.once('disconnect', () => process.exit(0))
  process.channel?.unref()
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  process.on('uncaughtExceptionMonitor', (error) => {
    const { name, message, stack, code } = Object(error)
    const failure = { name, message: message ?? String(error), stack, code }
    if (process.connected) process.send({ failure }, () => {})
  })
  setTimeout(flushCompileCache, 1000).unref()
}
`

/** The value of node's `--import`. A data URL needs no file, wherever elif was bundled to. */
export const preload = `data:text/javascript,${encodeURIComponent(source)}`
