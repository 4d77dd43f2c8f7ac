import { z } from 'zod'

/** How flags are set where the app runs, by their names: `newCheckout=on,search=25,price=blue`. */
export const FlagSettings = z
  .string()
  .default('')
  .transform((text, context) => {
    const entries = text.split(',').flatMap((part) => {
      if (part.trim() === '') return []
      const [, name, value] = /^\s*(\w+)\s*=\s*([\w-]+)\s*$/.exec(part) ?? []
      if (name !== undefined && value !== undefined) return [[name, value] as const]
      context.addIssue({ code: 'custom', message: `does not read "${part.trim()}" as name=value` })
      return []
    })
    return new Map(entries)
  })
  .describe('Flags that are otherwise than src/flags.ts says: newCheckout=on,search=25.')
export type FlagSettings = z.output<typeof FlagSettings>
