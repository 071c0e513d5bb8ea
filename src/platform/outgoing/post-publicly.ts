import { type LookupAddress, lookup } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

/** What came of a request to an address that somebody gave: a status, or why there is none. */
export type Posted =
  | { readonly answered: true; readonly status: number }
  | { readonly answered: false; readonly problem: 'not-public' | 'too-slow' | 'unreachable'; readonly code: string }

export type ToPost = {
  /** `https`, or `http` of this machine where that may be. */
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Whether this machine may be asked: while the service is evaluated. */
  readonly loopback: boolean
  readonly timeoutMilliseconds?: number
}

/** An address that is not of the public internet. */
class NotPublic extends Error {
  override readonly name = 'NotPublic'
}

/**
 * Posts to an address that somebody gave, and to no other: what the name stands for is looked at when the connection is made,
 * so that a name that changes in between leads nowhere. Redirects are not followed, no connection is used twice, and of the
 * answer only the status is read.
 */
export async function postPublicly({
  address,
  headers,
  body,
  loopback,
  timeoutMilliseconds = 10_000,
}: ToPost): Promise<Posted> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const may = (ip: string): boolean => isPublicAddress(ip) || (loopback && isLoopback(ip))
  // A name is looked up and then judged; an address is not looked up.
  if (isIP(host) !== 0 && !may(host)) return { answered: false, problem: 'not-public', code: '' }
  if (url.protocol !== 'https:' && !loopback) return { answered: false, problem: 'not-public', code: '' }
  const signal = AbortSignal.timeout(timeoutMilliseconds)
  const send = url.protocol === 'https:' ? requestSecure : requestPlain
  return await new Promise<Posted>((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      const problem = signal.aborted ? 'too-slow' : error instanceof NotPublic ? 'not-public' : 'unreachable'
      resolve({ answered: false, problem, code: error.code ?? '' })
    }
    const request = send(
      url,
      { method: 'POST', headers, signal, agent: false, lookup: lookupThat(may) },
      (response) => {
        resolve({ answered: true, status: response.statusCode ?? 0 })
        response.destroy()
      },
    )
    request.on('error', fail)
    request.end(body)
  })
}

/** Finds the addresses of a name, and fails unless all of them may be connected to. */
const lookupThat =
  (may: (address: string) => boolean): LookupFunction =>
  (name, options, found) => {
    lookup(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? []
      if (error !== null) found(error, '', 0)
      else if (first === undefined || !addresses.every(({ address }) => may(address)))
        found(new NotPublic(`${name} is not of the public internet`), '', 0)
      else if (options.all === true) found(null, addresses)
      else found(null, first.address, first.family)
    })
  }
