import { type Extras, Problem } from './problem.ts'

type Words = string | ((values: never) => string)

/** One kind of problem. Words that need values are a function of them. */
export type ProblemDefinition = {
  status: number
  detail: Words
  hint?: Words
  headers?: Record<string, string>
}

/** What can be told of a problem before there is one. */
export type ProblemKind = { readonly code: string; readonly definition: ProblemDefinition }

type Maker<Detail> = ProblemKind &
  (Detail extends (values: infer Values) => string
    ? (values: Values, extras?: Extras) => Problem
    : (extras?: Extras) => Problem)

type Makers<Definitions extends Record<string, ProblemDefinition>> = {
  [Name in keyof Definitions]: Maker<Definitions[Name]['detail']>
}

/**
 * A catalogue of problems: each becomes a function that makes it, and its code is its name in kebab
 * case. `{ invoiceSent: { status: 409, detail: ({ number }: { number: string }) => … } }` is thrown as
 * `problems.invoiceSent({ number })` and answered with the code `invoice-sent`.
 */
export const defineProblems = <Definitions extends Record<string, ProblemDefinition>>(
  definitions: Definitions,
) =>
  Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, maker(name, definition)]),
  ) as Makers<Definitions>

/** What callers read of a problem that is called so. */
export const codeOf = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function maker(name: string, definition: ProblemDefinition) {
  const { status, detail, hint, headers } = definition
  const code = codeOf(name)
  const make = (...given: unknown[]) => {
    const [values, extras] = typeof detail === 'function' ? given : [undefined, ...given]
    return new Problem(status, code, said(detail, values), {
      ...(hint !== undefined && { hint: said(hint, values) }),
      ...(headers && { headers }),
      ...Object(extras),
    })
  }
  return Object.assign(make, { code, definition })
}

/** That the values are what the words need, `Maker` has seen to. */
const said = (words: Words, values: unknown) =>
  typeof words === 'function' ? words(values as never) : words
