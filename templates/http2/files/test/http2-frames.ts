import { once } from 'node:events'
import { connect } from 'node:tls'

const kinds = { headers: 1, reset: 3, settings: 4, goaway: 7 }
const CANCEL = Buffer.from([0, 0, 0, 8])

/** `GET /` of the host a, in the words of HPACK. */
const request = Buffer.from([0x82, 0x87, 0x84, 0x41, 0x01, 0x61])
const endsStreamAndHeaders = 5

export const openingStream = (stream: number) =>
  frame(kinds.headers, endsStreamAndHeaders, stream, request)

export const resettingStream = (stream: number) => frame(kinds.reset, 0, stream, CANCEL)

function frame(kind: number, flags: number, stream: number, payload = Buffer.alloc(0)) {
  const head = Buffer.alloc(9)
  head.writeUIntBE(payload.length, 0, 3)
  head.writeUInt8(kind, 3)
  head.writeUInt8(flags, 4)
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

/** A connection that says what it likes, as no client of HTTP/2 would. */
export async function openFrames(url: string, ca: string) {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), ca, ALPNProtocols: ['h2'] })
  let received = Buffer.alloc(0)
  socket.on('data', (bytes) => (received = Buffer.concat([received, bytes])))
  socket.on('error', () => {})
  await once(socket, 'secureConnect')
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
  socket.write(frame(kinds.settings, 0, 0))

  return {
    socket,
    /** Whether the server has said that it takes no more of this connection. */
    isRefused: () => framesIn(received).includes(kinds.goaway),
  }
}

function framesIn(bytes: Buffer) {
  const found: number[] = []
  for (let at = 0; at + 9 <= bytes.length; at += 9 + bytes.readUIntBE(at, 3)) {
    found.push(bytes.readUInt8(at + 3))
  }
  return found
}
