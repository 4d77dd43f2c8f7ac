// Loaded before a program: compiled code is kept between starts.
import { enableCompileCache } from 'node:module'

enableCompileCache('node_modules/.cache/node')
