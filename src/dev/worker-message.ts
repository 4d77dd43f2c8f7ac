import { z } from 'zod'

const Failure = z.object({
  name: z.string().optional(),
  message: z.string(),
  stack: z.string().optional(),
  code: z.string().optional(),
})

const Route = z.object({ method: z.string(), path: z.string(), stack: z.string() })

const Message = z.union([
  z.literal('ready').transform(() => ({ kind: 'ready' as const })),
  z.object({ failure: Failure }).transform((told) => ({ kind: 'failure' as const, ...told })),
  z.object({ routes: z.array(Route) }).transform((told) => ({ kind: 'routes' as const, ...told })),
])

/** What an app's process said of its failure. */
export type FailureReport = z.infer<typeof Failure>
/** A route as it was registered, with the stack of that call. */
export type ToldRoute = z.infer<typeof Route>

/** Reads what comes from the app's process; undefined for what is not meant for us. */
export const readMessage = (message: unknown) => Message.safeParse(message).data
