// Loaded before a program: packages that read the environment find there what env files set, and
// compiled code is kept between starts.
import { enableCompileCache } from 'node:module'

import { fillEnvironment } from '../src/framework/config/sources.ts'

enableCompileCache('node_modules/.cache/node')
fillEnvironment(process.env)
