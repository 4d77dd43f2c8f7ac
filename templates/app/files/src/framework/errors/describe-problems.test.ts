import { expect, test } from 'vitest'

import { defineProblems } from './define-problems.ts'
import { describeCatalogues } from './describe-problems.ts'

test('what each problem will say is told before there is one', () => {
  const problems = defineProblems({
    invoiceSent: {
      status: 409,
      detail: ({ number }: { number: string }) => `Invoice ${number} was already sent.`,
      hint: ({ number }: { number: string }) => `Write a new one in place of ${number}.`,
    },
    asSaid: { status: 400, detail: (detail: string) => detail },
    counted: { status: 410, detail: ({ days }: { days: number[] }) => `Since ${days.join()}.` },
    because: { status: 403, detail: (because: string) => `You may not. ${because}` },
  })
  expect(describeCatalogues([problems, 'no catalogue', undefined], 'app')).toEqual([
    {
      code: 'invoice-sent',
      status: 409,
      detail: 'Invoice <number> was already sent.',
      hint: 'Write a new one in place of <number>.',
      definedIn: 'app',
    },
    { code: 'as-said', status: 400, definedIn: 'app' },
    { code: 'counted', status: 410, definedIn: 'app' },
    { code: 'because', status: 403, detail: 'You may not. <why>', definedIn: 'app' },
  ])
})
