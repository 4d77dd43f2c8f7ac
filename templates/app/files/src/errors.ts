import { defineProblems } from './framework/errors/define-problems.ts'

/**
 * What this app tells its callers when something is wrong, beside what every API says
 * (`src/framework/errors/framework-problems.ts`):
 *
 *     invoiceSent: {
 *       status: 409,
 *       detail: ({ number }: { number: string }) => `Invoice ${number} was already sent.`,
 *       hint: 'Write a new invoice.',
 *     },
 *
 * is thrown as `problems.invoiceSent({ number })` and answered with the code `invoice-sent`.
 */
export const problems = defineProblems({})
