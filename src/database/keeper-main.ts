import { z } from 'zod'

import { keep } from './keeper.ts'
import { serverPlace } from './server-place.ts'
import { readServerSettings } from './server-settings.ts'

/** The program of a keeper: `node keeper-main.ts durable`, started and left alone by a client. */
const kind = z.enum(['durable', 'fast']).parse(process.argv[2])

process.umask(0o022)
// A terminal that closes must not take the server away from the other ones.
process.on('SIGHUP', () => {})
process.exitCode = 1
await keep(serverPlace(kind, process.env), readServerSettings(process.env))
process.exitCode = 0
