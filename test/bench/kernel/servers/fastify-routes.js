import { orderSchema } from './order.js'

export async function fastifyRoutes(http) {
  http.get('/hello', async () => ({ message: 'Hello' }))
  http.post('/orders', { schema: { body: orderSchema } }, async (request) => request.body)
}
