import { Ignitor } from '@adonisjs/core'
import { defineConfig as defineBodyParser } from '@adonisjs/core/bodyparser'
import { defineConfig as defineEncryption, drivers } from '@adonisjs/core/encryption'
import { defineConfig as defineHttp } from '@adonisjs/core/http'
import { defineConfig as defineLogger } from '@adonisjs/core/logger'
import vine from '@vinejs/vine'

const orders = vine.compile(
  vine.object({
    customer: vine.object({
      name: vine.string().minLength(1).maxLength(100),
      email: vine.string().email(),
      phone: vine.string().regex(/^\+?[0-9 ]{6,20}$/),
    }),
    address: vine.object({
      street: vine.string().minLength(1),
      city: vine.string().minLength(1),
      postcode: vine.string().minLength(3).maxLength(10),
      country: vine.string().fixedLength(2),
    }),
    items: vine
      .array(
        vine.object({
          sku: vine.string().regex(/^[A-Z]{4}-[0-9]{1,4}$/),
          quantity: vine.number().withoutDecimals().range([1, 1000]),
          price: vine.number().min(0),
        }),
      )
      .minLength(1)
      .maxLength(50),
    payment: vine.enum(['card', 'invoice', 'cash']),
    note: vine.string().maxLength(500).optional(),
  }),
)

const key = 'a key that keeps nothing secret here, but it is long'

const config = {
  app: { http: defineHttp({}) },
  bodyparser: defineBodyParser({ json: { convertEmptyStringsToNull: true } }),
  encryption: defineEncryption({
    default: 'gcm',
    list: { gcm: drivers.aes256gcm({ id: 'gcm', keys: [key] }) },
  }),
  logger: defineLogger({ default: 'app', loggers: { app: { enabled: false, name: 'app' } } }),
}

/** An app without sessions, shield and CORS, and without a log: lighter than what its users run. */
Object.assign(process.env, { HOST: '127.0.0.1', APP_KEY: key })
await new Ignitor(new URL('./', import.meta.url), { importer: (path) => import(path) })
  .tap((app) => {
    app.rcContents({
      typescript: false,
      providers: [
        () => import('@adonisjs/core/providers/app_provider'),
        () => import('@adonisjs/core/providers/vinejs_provider'),
      ],
    })
    app.initiating(() => app.useConfig(config))
    app.starting(async () => {
      const router = await app.container.make('router')
      const server = await app.container.make('server')
      server.errorHandler(() => import('./adonis-errors.js'))
      router.use([() => import('@adonisjs/core/bodyparser_middleware')])
      router.get('/hello', () => ({ message: 'Hello' }))
      router.post('/orders', ({ request }) => request.validateUsing(orders))
      await server.boot()
    })
  })
  .httpServer()
  .start()
