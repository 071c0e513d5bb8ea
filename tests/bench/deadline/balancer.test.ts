import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { it, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startBalancer } from './balancer.ts'

type Site = { readonly url: string; readonly server: Server; readonly asked: string[]; ready: boolean }

/** A server that says its name, and does with other requests what it is told to. */
async function site(t: TestContext, name: string, serve?: (response: ServerResponse) => void): Promise<Site> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    if (request.url === '/readyz') {
      response.writeHead(one.ready ? 200 : 503).end()
      return
    }
    asked.push(`${request.method} ${request.url}`)
    if (serve === undefined) response.end(name)
    else serve(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const one: Site = { url: `http://127.0.0.1:${port}`, server, asked, ready: true }
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return one
}

async function balanced(t: TestContext, sites: readonly Site[]) {
  const balancer = await startBalancer()
  t.after(() => balancer.close())
  for (const { url } of sites) balancer.add(url)
  const ready = async (wanted: number): Promise<void> => {
    while (balancer.ready() !== wanted) await pause(10)
  }
  await ready(sites.length)
  const ask = (method = 'GET') => fetch(`${balancer.url}/page`, method === 'GET' ? {} : { method, body: 'a=b' })
  return { ask, ready, balancer }
}

it('shares requests between the servers that are ready', async (t) => {
  const [one, two] = [await site(t, 'one'), await site(t, 'two')]
  const { ask, ready } = await balanced(t, [one, two])
  const answers = []
  for (let asked = 0; asked < 6; asked += 1) answers.push(await (await ask()).text())
  assert.deepEqual(answers.sort(), ['one', 'one', 'one', 'two', 'two', 'two'])
  two.ready = false
  await ready(1)
  for (let asked = 0; asked < 4; asked += 1) assert.equal(await (await ask('POST')).text(), 'one')
})

it('passes what changes nothing to another server when the first breaks off, and never a change', async (t) => {
  const broken = await site(t, 'broken', (response) => response.socket?.destroy())
  const whole = await site(t, 'whole')
  const { ask } = await balanced(t, [broken, whole])
  for (let asked = 0; asked < 4; asked += 1) assert.equal(await (await ask('GET')).text(), 'whole')
  const statuses = []
  for (let asked = 0; asked < 4; asked += 1) statuses.push((await ask('POST')).status)
  assert.deepEqual(statuses.sort(), [200, 200, 502, 502])
  const posts = [...broken.asked, ...whole.asked].filter((asked) => asked.startsWith('POST'))
  assert.equal(posts.length, 4, 'each change was sent once')
})

it('passes a change on when no connection could be made, and says so when nobody is there', async (t) => {
  const [one, two] = [await site(t, 'one'), await site(t, 'two')]
  const { ask, ready } = await balanced(t, [one, two])
  one.server.closeAllConnections()
  one.server.close()
  for (let asked = 0; asked < 4; asked += 1) assert.equal(await (await ask('POST')).text(), 'two')
  two.ready = false
  await ready(0)
  assert.equal((await ask()).status, 503)
})
