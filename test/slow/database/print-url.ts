import { databaseUrl } from '../../../src/database/database-url.ts'

const purpose = process.argv[2] === 'fast' ? 'test' : 'development'
const options = { root: '/apps/shop', name: 'shop', env: process.env, purpose } as const
console.log((await databaseUrl(options)).url)
