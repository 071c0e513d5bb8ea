import { gzipSync } from 'node:zlib'
import type { Applicant } from './plan.ts'
import { cookieHeader } from './read-page.ts'

/** What a page weighs, in bytes. */
export type PageWeight = {
  readonly html: number
  readonly htmlGzipped: number
  /** HTML, style sheets and scripts, each compressed: as it was sent if the server compressed it, else by gzip. */
  readonly firstView: number
  /** The same as it was sent to a browser that takes compression. */
  readonly firstViewAsSent: number
}

/** Weighs a question page as a browser that has nothing stored gets it. Fonts and pictures are left out. */
export async function weighPage(url: string, applicant: Applicant): Promise<PageWeight> {
  const page = await sent(url + applicant.path, { cookie: cookieHeader(applicant) })
  const html = page.body.toString('utf8')
  const linked = [
    ...html.matchAll(/<link\b[^>]*\bhref="([^"]+)"[^>]*\brel="stylesheet"/g),
    ...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*\bhref="([^"]+)"/g),
    ...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g),
  ].map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), url + applicant.path).href)
  const files = await Promise.all([...new Set(linked)].map((address) => sent(address, {})))
  const all = [page, ...files]
  return {
    html: page.body.length,
    htmlGzipped: gzipSync(page.body).length,
    firstView: all.reduce((sum, { compressed }) => sum + compressed, 0),
    firstViewAsSent: all.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

type Sent = { readonly body: Buffer; readonly bytes: number; readonly compressed: number }

/** @throws {Error} if there is no such file: a page without its styles weighs less than it should */
async function sent(address: string, headers: Readonly<Record<string, string>>): Promise<Sent> {
  const response = await fetch(address, { headers: { ...headers, 'accept-encoding': 'gzip, deflate, br' } })
  const body = Buffer.from(await response.arrayBuffer())
  if (response.status !== 200) throw new Error(`${address} was answered with ${response.status}`)
  const encoded = response.headers.get('content-encoding') !== null
  if (!encoded) return { body, bytes: body.length, compressed: gzipSync(body).length }
  const bytes = Number(response.headers.get('content-length')) || gzipSync(body).length
  return { body, bytes, compressed: bytes }
}
