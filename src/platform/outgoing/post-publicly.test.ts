import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, it } from 'node:test'
import { postPublicly } from './post-publicly.ts'

const asked: string[] = []
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/ok': (response) => response.writeHead(204).end(),
  '/moved': (response) => response.writeHead(307, { location: '/ok' }).end(),
  '/broken': (response) => response.destroy(),
  '/endless': (response) => {
    response.writeHead(200)
    response.write('x'.repeat(1000))
  },
  '/never': () => undefined,
}
const server = createServer((request: IncomingMessage, response) => {
  asked.push(request.url ?? '')
  answers[request.url ?? '']?.(response)
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
after(() => server.close(() => undefined).closeAllConnections())

const post = async (path: string, more: { host?: string; loopback?: boolean; timeoutMilliseconds?: number } = {}) => {
  const { host = '127.0.0.1', loopback = true, ...rest } = more
  return await postPublicly({ address: `http://${host}:${port}${path}`, headers: {}, body: '{}', loopback, ...rest })
}

it('says what was answered, without waiting for all of it, and follows nothing', async () => {
  assert.deepEqual(await post('/ok'), { answered: true, status: 204 })
  assert.deepEqual(await post('/endless'), { answered: true, status: 200 })
  asked.length = 0
  assert.deepEqual(await post('/moved'), { answered: true, status: 307 })
  assert.deepEqual(asked, ['/moved'])
})

it('says why nothing was answered', async () => {
  assert.deepEqual(await post('/broken'), { answered: false, problem: 'unreachable', code: 'ECONNRESET' })
  const slow = await post('/never', { timeoutMilliseconds: 50 })
  assert.ok(!slow.answered && slow.problem === 'too-slow')
})

it('never connects to what is not public, by number or by name', async () => {
  asked.length = 0
  const refused = { answered: false, problem: 'not-public', code: '' }
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '10.0.0.1', '169.254.169.254'])
    assert.deepEqual(await post('/ok', { host, loopback: false }), refused, host)
  // A name that stands for this machine is found out when it is looked up, also where the scheme is right.
  const byName = { address: `https://localhost:${port}/ok`, headers: {}, body: '{}', loopback: false }
  assert.deepEqual(await postPublicly(byName), refused)
  assert.deepEqual(await post('/ok', { host: '10.0.0.1' }), refused)
  assert.deepEqual(asked, [])
})
