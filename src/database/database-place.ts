import type { DatabaseAddress } from './database-url.ts'

/** A database by its name and server, without user and password. */
export function whereOf(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return 'DATABASE_URL'
  const socket = parsed.searchParams.get('host')
  const server = socket?.startsWith('/') ? socket : parsed.host
  return `${parsed.pathname.slice(1) || 'the database'} on ${server}`
}

/** The same in words, where the server is one that elif keeps. */
export const placeOfDatabase = ({ url, server }: DatabaseAddress) =>
  server === 'given' ? whereOf(url) : `${whereOf(url).split(' ')[0]} on the PostgreSQL elif keeps`
