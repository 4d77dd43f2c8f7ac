import { join } from 'node:path'

import { freeBytes, kindOf } from '../files/place.ts'
import { type ServerPlace, serverPort } from './server-place.ts'

type Settings = Record<string, string | number>

/** How `postgres` is called. Given on each start, so that a newer elif can change a setting. */
export function serverArguments(place: ServerPlace, data: string): string[] {
  const settings: Settings = { ...common(place), ...(place.kind === 'fast' ? fast(data) : {}) }
  return [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
}

/** Sockets only: nothing listens on the network, and the folder decides who may connect. */
const common = ({ sockets }: ServerPlace): Settings => ({
  listen_addresses: '',
  port: serverPort,
  unix_socket_directories: sockets,
  max_connections: 200,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'fatal',
  ...(process.platform === 'linux' && kindOf('/dev/shm') !== 'folder'
    ? { dynamic_shared_memory_type: 'mmap' }
    : {}),
})

/** Nothing here has to outlive a crash; measured to make clones two to four times as quick. */
const fast = (data: string): Settings => ({
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: `${walMegabytes(data)}MB`,
  checkpoint_timeout: '1h',
  shared_buffers: '128MB',
  io_method: 'sync',
  file_copy_method: 'clone',
  // In the data folder, which goes as a whole: a killed server leaves nothing in /dev/shm.
  dynamic_shared_memory_type: 'mmap',
})

/** Up to 8 GB between checkpoints, but never more than a quarter of what is free. */
function walMegabytes(data: string): number {
  const quarter = Math.floor(freeBytes(join(data, '..')) / 4 / 2 ** 20)
  return Math.min(Math.max(quarter, 64), 8192)
}
