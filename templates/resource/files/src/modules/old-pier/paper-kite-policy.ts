import type { Policy } from '#app/framework/http/policy.ts'

/**
 * Who may do what with paper kites: everybody ('public'), or those for whom a function of the
 * request says yes. 'open' also lets everybody, but production refuses to start with an open write.
 */
export const paperKitePolicy = {
  list: 'public',
  find: 'public',
  create: 'open',
  update: 'open',
  remove: 'open',
} satisfies Policy
