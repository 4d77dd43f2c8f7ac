import { z } from 'zod'

import { listQuery, pageReply } from '#app/framework/http/page.ts'
import type { Http } from '#app/framework/http/server.ts'
import { paperKitePolicy as policy } from './paper-kite-policy.ts'
import type { PaperKiteService } from './paper-kite-service.ts'
import { NewPaperKite, PaperKitePatch, PaperKiteReply, toPaperKiteReply } from './paper-kite.ts'

const ById = z.object({ id: z.uuid() })
const ListQuery = listQuery(z.iso.datetime())

export const paperKiteController = (paperKites: PaperKiteService) => async (http: Http) => {
  http.get(
    '/',
    {
      config: { policy: policy.list },
      schema: { querystring: ListQuery, response: { 200: pageReply(PaperKiteReply) } },
    },
    async (request) => {
      const part = await paperKites.list(request.query)
      return { ...part, items: part.items.map(toPaperKiteReply) }
    },
  )

  http.get(
    '/:id',
    {
      config: { policy: policy.find },
      schema: { params: ById, response: { 200: PaperKiteReply } },
    },
    async (request) => toPaperKiteReply(await paperKites.find(request.params.id)),
  )

  http.post(
    '/',
    {
      config: { policy: policy.create },
      schema: { body: NewPaperKite, response: { 201: PaperKiteReply } },
    },
    async (request, reply) =>
      reply.code(201).send(toPaperKiteReply(await paperKites.create(request.body))),
  )

  http.patch(
    '/:id',
    {
      config: { policy: policy.update },
      schema: { params: ById, body: PaperKitePatch, response: { 200: PaperKiteReply } },
    },
    async (request) => toPaperKiteReply(await paperKites.update(request.params.id, request.body)),
  )

  http.delete(
    '/:id',
    { config: { policy: policy.remove }, schema: { params: ById } },
    async (request, reply) => {
      await paperKites.remove(request.params.id)
      return reply.code(204).send()
    },
  )

  // #region custom:paper-kite
  // #endregion custom:paper-kite
}
