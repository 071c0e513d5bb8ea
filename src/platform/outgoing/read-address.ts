import { isIP } from 'node:net'
import { done, type Result, refused } from '../../core/result.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'

export type AddressProblem = {
  readonly code:
    | 'address-missing'
    | 'address-malformed'
    | 'address-not-https'
    | 'address-with-password'
    | 'address-too-long'
    | 'address-not-public'
}

const longestAddress = 2_000

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const isOfThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || isLoopback(host)

/**
 * The address of a receiver as it was typed. Whether what a name stands for is public is found out each time it is connected to.
 *
 * @param loopback whether a receiver on this machine may do without `https`
 */
export function readAddress(typed: string, loopback: boolean): Result<string, AddressProblem> {
  const text = typed.trim()
  if (text === '') return refused({ code: 'address-missing' })
  if (text.length > longestAddress) return refused({ code: 'address-too-long' })
  const url = parsed(text)
  if (url === undefined || !/^https?:$/.test(url.protocol)) return refused({ code: 'address-malformed' })
  if (url.username !== '' || url.password !== '') return refused({ code: 'address-with-password' })
  const host = hostOf(url)
  const mayBeHere = loopback && isOfThisMachine(host)
  if (url.protocol === 'http:' && !mayBeHere) return refused({ code: 'address-not-https' })
  if (!mayBeHere && (isOfThisMachine(host) || (isIP(host) !== 0 && !isPublicAddress(host))))
    return refused({ code: 'address-not-public' })
  url.hash = ''
  return done(url.href)
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
