import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Opens so many connections, asks once on each, keeps them all for a while, asks once more on each,
 * and prints how many of them were answered both times: `node idle-connections.ts PORT COUNT SECONDS`.
 */
const [port = '0', count = '0', seconds = '0'] = process.argv.slice(2)
const ASKING = 'GET /hello HTTP/1.1\r\nhost: localhost\r\n\r\n'

async function isAnswered(socket: Socket): Promise<boolean> {
  if (socket.destroyed) return false
  socket.write(ASKING)
  const hungUp = once(socket, 'close').catch(() => [''])
  const [answer] = await Promise.race([once(socket, 'data'), hungUp, sleep(10_000, [''])])
  return String(answer).startsWith('HTTP/1.1 200')
}

async function openOne(): Promise<Socket> {
  const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** As many at once as a server takes without refusing any. */
async function inGroups<T, R>(all: T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < all.length; at += 100) {
    done.push(...(await Promise.all(all.slice(at, at + 100).map(each))))
  }
  return done
}

const answered = (answers: boolean[]) => answers.filter(Boolean).length
const places = Array.from({ length: Number(count) }, (_, index) => index)
const sockets = await inGroups(places, openOne)
const first = answered(await inGroups(sockets, isAnswered))
process.send?.('held')
await sleep(Number(seconds) * 1000)
const second = answered(await inGroups(sockets, isAnswered))
console.log(JSON.stringify({ first, second }))
process.exit()
