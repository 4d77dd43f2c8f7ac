import type { Place } from '../errors/elif-error.ts'
import type { DevFault } from './dev-fault.ts'

export type DevRoute = { method: string; path: string; at?: Place }

/** What `elif dev` has to say, in the order it happens. */
export type DevEvent =
  | { kind: 'database'; server: 'given' | 'durable' | 'fast'; where: string }
  | { kind: 'progress'; doing: string }
  | { kind: 'migrations'; pending: string[]; changed: string[]; missing: string[] }
  | { kind: 'routes'; routes: DevRoute[] }
  | { kind: 'unmounted'; modules: string[] }
  | { kind: 'listening'; url: string; port: number; asked: number }
  | { kind: 'changed'; paths: string[] }
  | { kind: 'ready'; milliseconds: number; first: boolean }
  | { kind: 'problem'; says: string; hint: string }
  | { kind: 'failed'; fault: DevFault; stale: boolean }
  | { kind: 'exited'; fault: DevFault }
  | { kind: 'output'; stream: 'stdout' | 'stderr'; text: string }
  | { kind: 'stopping' }
  | { kind: 'stopped' }
