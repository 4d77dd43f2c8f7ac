import { BlockList, isIP } from 'node:net'

import { textList } from '../values/text-list.ts'

/** Addresses and networks as a variable lists them: `10.0.0.0/8, 2001:db8::1`. */
export const AddressList = textList().refine(
  isReadable,
  'has an entry that is neither an address nor a network',
)

function isReadable(entries: string[]) {
  try {
    return matchAddresses(entries) !== undefined
  } catch {
    return false
  }
}

/** Whether an address is one of these or in one of these networks; IPv4 in its IPv6 form is the same. */
export function matchAddresses(entries: string[]) {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, prefixOf(prefix), familyOf(address))
  }
  return (given: string | undefined) => {
    const address = bareAddress(given ?? '')
    return list.check(address, familyOf(address))
  }
}

/**
 * The network that one caller is likely to have to itself: an IPv4 address, or the first 64 bits of
 * an IPv6 address, of which everybody who has one has 2^64.
 */
export function networkOf(given: string) {
  const address = bareAddress(given)
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - groups.length - rest.length }, () => '0')
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

const prefixOf = (text: string) => (/^\d+$/.test(text) ? Number(text) : Number.NaN)

/**
 * The address alone, so that nobody becomes another by the way it is written: without the port that
 * some proxies add, the network card of `fe80::1%eth0`, and the IPv6 form of an IPv4 address.
 */
function bareAddress(text: string) {
  if (!text.includes(':')) return text
  const within = text.startsWith('[') ? text.slice(1, text.indexOf(']')) : text
  const address = within.split('%', 1)[0] ?? ''
  return /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)?.[1] ?? address
}
