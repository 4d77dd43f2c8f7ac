import type { Socket } from 'node:net'

import { z } from 'zod'

import { parseJson } from '../text/parse-json.ts'

const Failure = z.object({ code: z.string(), says: z.string(), hint: z.string() })
export type Failure = z.infer<typeof Failure>

/** What a keeper writes to each connection, one JSON object a line. */
const KeeperMessage = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting'), doing: z.string() }),
  z.object({ state: z.literal('ready'), sockets: z.string(), data: z.string(), pid: z.int() }),
  z.object({ state: z.literal('failed'), failure: Failure }),
  z.object({ state: z.literal('stopped') }),
])
export type KeeperMessage = z.infer<typeof KeeperMessage>

/** What a keeper leaves on disk: where it can be asked, or why it could not even listen. */
const KeeperRecord = z.object({
  keeper: z.int(),
  socket: z.string(),
  failure: Failure.optional(),
})
export type KeeperRecord = z.infer<typeof KeeperRecord>

export const writeLine = (value: KeeperMessage | Request) => `${JSON.stringify(value)}\n`

/** Nobody is told anything before asking. A lease lasts as long as its connection. */
const Request = z.enum(['lease', 'status', 'stop'])
export type Request = z.infer<typeof Request>

export const readRequest = (line: string) => Request.safeParse(parseJson(line)).data

export const readMessage = (line: string) => KeeperMessage.safeParse(parseJson(line)).data
export const readRecord = (text: string | undefined) =>
  KeeperRecord.safeParse(parseJson(text ?? '')).data

/** Calls back with each whole line; what comes without an end of line is never heard. */
export function onLine(socket: Socket, listener: (line: string) => void): void {
  let rest = ''
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = `${rest}${text}`.split('\n')
    rest = (lines.pop() ?? '').slice(0, 65_536)
    for (const line of lines) listener(line)
  })
}
