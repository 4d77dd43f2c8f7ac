import { createServer } from 'node:http'

import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

import { orderSchema } from './order.js'

/** Takes out what the schema does not name, as the other servers do. */
const isOrder = addFormats.default(new Ajv({ removeAdditional: true })).compile(orderSchema)

function send(reply, status, value) {
  const body = JSON.stringify(value)
  reply.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  reply.end(body)
}

function takeOrder(request, reply) {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const order = JSON.parse(Buffer.concat(chunks).toString())
    if (isOrder(order)) send(reply, 200, order)
    else send(reply, 422, isOrder.errors)
  })
}

createServer((request, reply) => {
  if (request.method === 'GET' && request.url === '/hello') send(reply, 200, { message: 'Hello' })
  else if (request.method === 'POST' && request.url === '/orders') takeOrder(request, reply)
  else send(reply, 404, { message: 'Not found' })
}).listen(Number(process.env.PORT), '127.0.0.1')
