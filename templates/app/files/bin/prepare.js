// Loaded before a program: .env fills in what is not set, and compiled code is kept between starts.
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

if (existsSync('.env')) process.loadEnvFile('.env')
enableCompileCache('node_modules/.cache/node')
