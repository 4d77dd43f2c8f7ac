import { availableParallelism } from 'node:os'

import { z } from 'zod'

/** How many processes serve; `auto`: one for each processor. */
export const WorkerCount = z
  .union([z.literal('auto'), z.coerce.number().int().min(1).max(256)], {
    error: 'is neither auto nor a whole number from 1 to 256',
  })
  .default(1)
  .transform((count) => (count === 'auto' ? availableParallelism() : count))
