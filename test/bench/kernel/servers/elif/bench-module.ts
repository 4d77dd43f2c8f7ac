import { z } from 'zod'

import type { Http } from '#app/framework/http/server.ts'

const Hello = z.object({ message: z.string() })

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

/** What the other servers of the benchmark answer too, and work that takes the processor for a millisecond. */
export const createBenchModule = () => ({
  routes: async (http: Http) => {
    http.get('/hello', { schema: { response: { 200: Hello } } }, async () => ({ message: 'Hello' }))

    http.post(
      '/orders',
      { config: { policy: 'public' }, schema: { body: Order, response: { 200: Order } } },
      async (request) => request.body,
    )

    http.get('/work', { schema: { response: { 200: Hello } } }, async () => {
      const end = performance.now() + 1
      while (performance.now() < end);
      return { message: 'Done' }
    })
  },
})
