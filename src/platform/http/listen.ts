import { createServer, type RequestListener, type Server } from 'node:http'

/** A port that is ours. `close` takes no new requests and waits for those in flight, at most ten seconds. */
export type Listener = { readonly url: string; readonly close: () => Promise<void> }

/** Most that is waited for when closing: a request that takes longer is cut. */
const graceMilliseconds = 10_000

/**
 * Listens on one address; `localhost` is both of the machine's own, IPv4 and, where there is one, IPv6, because browsers
 * differ in which they try. Port 0 takes any free one.
 *
 * @throws {Error} with the `code` of the system (`EADDRINUSE`, `EACCES`, …) if the port cannot be had
 */
export async function listen(handle: RequestListener, host: string, port: number): Promise<Listener> {
  const first = await bound(handle, host === 'localhost' ? '127.0.0.1' : host, port)
  const taken = portOf(first)
  const servers = [first]
  if (host === 'localhost') {
    const second = await bound(handle, '::1', taken).catch(() => undefined)
    if (second !== undefined) servers.push(second)
  }
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: async () => {
      await Promise.all(servers.map(closed))
    },
  }
}

function bound(handle: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 }, handle)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
