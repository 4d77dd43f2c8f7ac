import { ownListening } from './own-listening.ts'

/**
 * What `elif dev` adds to the app's process: it ends with its parent, whatever ended that; it says
 * why it fails and, as Fastify registers them, which routes it has; its own port is told as what
 * it is; it keeps compiled code where the app's own scripts do, and writes it early, because a
 * replaced app may never get to that.
 */
const source = `
import { subscribe } from 'node:diagnostics_channel'
import { enableCompileCache, flushCompileCache } from 'node:module'

if (process.send) {
  enableCompileCache('node_modules/.cache/node')
  setTimeout(flushCompileCache, 1000).unref()

  process.once('disconnect', () => process.exit(0))
  process.channel?.unref()
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  const tell = (message) => {
    if (process.connected) process.send(message, () => {})
  }
  process.on('uncaughtExceptionMonitor', (error) => {
    const { name, message, stack, code } = Object(error)
    tell({ failure: { name, message: message ?? String(error), stack, code } })
  })

  const isOwn = (line) => line.includes('file:') && !line.includes('/node_modules/')
  subscribe('fastify.initialization', ({ fastify }) => {
    const routes = []
    fastify.addHook('onRoute', ({ method, url }) => {
      const stack = new Error().stack.split('\\n').filter(isOwn).join('\\n')
      for (const each of [method].flat()) routes.push({ method: each, path: url, stack })
    })
    fastify.addHook('onReady', async () => void tell({ routes }))

    const { listen } = fastify
    const listenTextResolver = (address) => ${JSON.stringify(ownListening)} + address
    fastify.listen = (options, ...rest) =>
      listen.call(fastify, Object(options) === options ? { listenTextResolver, ...options } : options, ...rest)
  })
}
`

/** The value of node's `--import`. A data URL needs no file, wherever elif was bundled to. */
export const preload = `data:text/javascript,${encodeURIComponent(source)}`
