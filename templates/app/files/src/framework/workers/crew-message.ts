import type { CrewHealth } from '../health/crew-health.ts'
import type { ProcessHealth } from '../health/process-health.ts'
import type { Lease, LeaseWish, UnusedLease } from '../security/rate-limit-leases.ts'

/** What a worker tells its supervisor and, with an id, asks it. */
export type Told =
  | { kind: 'health'; health: ProcessHealth; patience: number }
  | { kind: 'look'; id: number; health: ProcessHealth }
  | { kind: 'lease'; id: number; wishes: LeaseWish[] }
  | { kind: 'give-back'; leases: UnusedLease[] }

export type Asked = Extract<Told, { id: number }>

/** What a supervisor answers, and what it orders. */
export type Answered =
  { kind: 'look'; id: number; crew: CrewHealth } | { kind: 'lease'; id: number; leases: Lease[] }

export type Order = { kind: 'leave' } | { kind: 'stop' }

/** Only the two ends write into the channel between them, and libraries words of their own. */
const isOfKind = (message: unknown, kinds: string[]) =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  kinds.includes(String(message.kind))

export const isTold = (message: unknown): message is Told =>
  isOfKind(message, ['health', 'look', 'lease', 'give-back'])

export const isAnswered = (message: unknown): message is Answered =>
  isOfKind(message, ['look', 'lease'])

export const isOrder = (message: unknown): message is Order => isOfKind(message, ['leave', 'stop'])
