import Fastify from 'fastify'

import { fastifyRoutes } from './fastify-routes.js'

const http = Fastify()
http.register(fastifyRoutes)
await http.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
