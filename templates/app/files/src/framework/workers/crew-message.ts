import type { CrewHealth } from '../health/crew-health.ts'
import type { ProcessHealth } from '../health/process-health.ts'
import type { Lease, LeaseWish, UnusedLease } from '../security/rate-limit-leases.ts'

/** From a worker to its supervisor, and from there to all workers. */
type ChosenLevel = { kind: 'log-level'; level: string }

/** What a worker tells its supervisor and, with an id, asks it. */
export type Told =
  | { kind: 'health'; health: ProcessHealth; patience: number }
  | { kind: 'look'; id: number; health: ProcessHealth }
  | { kind: 'lease'; id: number; wishes: LeaseWish[] }
  | { kind: 'give-back'; leases: UnusedLease[] }
  | ChosenLevel

export type Asked = Extract<Told, { id: number }>

/** What a supervisor answers, and what it orders. */
export type Answered =
  { kind: 'look'; id: number; crew: CrewHealth } | { kind: 'lease'; id: number; leases: Lease[] }

export type Farewell = { kind: 'leave' } | { kind: 'stop' }

export type Order = Farewell | ChosenLevel

/** Only the two ends write into the channel between them, and libraries words of their own. */
const isOfKind = (message: unknown, kinds: string[]) =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  kinds.includes(String(message.kind))

export const isTold = (message: unknown): message is Told =>
  isOfKind(message, ['health', 'look', 'lease', 'give-back', 'log-level'])

export const isAnswered = (message: unknown): message is Answered =>
  isOfKind(message, ['look', 'lease'])

export const isOrder = (message: unknown): message is Order =>
  isOfKind(message, ['leave', 'stop', 'log-level'])
