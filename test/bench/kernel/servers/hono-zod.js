import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { z } from 'zod'

const Order = z.object({
  customer: z.object({
    name: z.string().min(1).max(100),
    email: z.email(),
    phone: z.string().regex(/^\+?[0-9 ]{6,20}$/),
  }),
  address: z.object({
    street: z.string().min(1),
    city: z.string().min(1),
    postcode: z.string().min(3).max(10),
    country: z.string().length(2),
  }),
  items: z
    .array(
      z.object({
        sku: z.string().regex(/^[A-Z]{4}-[0-9]{1,4}$/),
        quantity: z.int().min(1).max(1000),
        price: z.number().min(0),
      }),
    )
    .min(1)
    .max(50),
  payment: z.enum(['card', 'invoice', 'cash']),
  note: z.string().max(500).optional(),
})

const app = new Hono()
app.get('/hello', (context) => context.json({ message: 'Hello' }))
app.post('/orders', async (context) => {
  const read = Order.safeParse(await context.req.json())
  return read.success ? context.json(read.data) : context.json(read.error.issues, 422)
})
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' })
