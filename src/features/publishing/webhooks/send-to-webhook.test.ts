import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, beforeEach, describe, it } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { sql } from 'kysely'
import { cast } from '../../../../tests/access/cast.ts'
import { places } from '../../../../tests/access/places.ts'
import { seededWorld } from '../../../../tests/access/seeded-world.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { placeHold } from '../../../../tests/support/place-hold.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { webhookEvents } from '../../../core/webhooks/webhook.ts'
import { deleteMessages } from './messages.store.ts'
import { sendToWebhook } from './send-to-webhook.ts'
import { tellWebhooks } from './tell-webhooks.ts'

/** Somebody else's program, on this machine: what it was asked, and what it answers. */
const asked: { readonly headers: IncomingHttpHeaders; readonly body: string; readonly at: number }[] = []
const paths: (string | undefined)[] = []
let status = 204
let connections = 0
const receiver = createServer(async (request, response) => {
  asked.push({ headers: request.headers, body: await text(request), at: now.getTime() })
  paths.push(request.url)
  response.writeHead(status).end()
})
receiver.on('connection', () => {
  connections += 1
})
receiver.listen(0, '127.0.0.1')
await once(receiver, 'listening')
const { port } = receiver.address() as AddressInfo
after(() => receiver.close())

const life = lastFirst({ after })
let now = new Date()
const open = await freshDatabase(life, seededWorld)
const server = await testServer(life, open, { clock: () => now })
const { services } = server
const { db } = services
const { fund, round } = places.ours
const all = `/manage/funds/${fund}/webhooks`
const team = async () => await server.signedIn(cast.team.id)
const later = (milliseconds: number): void => {
  now = new Date(now.getTime() + milliseconds)
}
const hour = 3_600_000

/**
 * The signature as the text of Standard Webhooks has it: the id, the timestamp and the body with full stops between, signed
 * with HMAC-SHA256 by the bytes whose Base64 follows `whsec_`, in Base64.
 */
function isSigned({ headers, body }: (typeof asked)[number], secret: string): boolean {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const mac = createHmac('sha256', key)
  mac.update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
  return String(headers['webhook-signature'])
    .split(' ')
    .includes(`v1,${mac.digest('base64')}`)
}

const secretIn = (body: string): string => /whsec_[A-Za-z0-9+/]{43}=/.exec(body)?.[0] ?? ''
const eventsOf = (...events: string[]) => ({ address: `http://127.0.0.1:${port}/hooks`, events })

/** A webhook of our fund that is told of everything, with its secret. */
async function webhook(): Promise<{ readonly id: string; readonly path: string; readonly secret: string }> {
  const everything = eventsOf(
    'round.opened',
    'round.deadline_changed',
    'update.posted',
    'results.published',
    'award.changed',
  )
  const { status: made, body } = await (await team()).post(all, everything)
  assert.equal(made, 200, body)
  const id = new RegExp(`${all}/([0-9a-f-]{36})"`).exec(body)?.[1] ?? ''
  return { id, path: `${all}/${id}`, secret: secretIn(body) }
}

type Message = {
  readonly id: string
  readonly event: string
  readonly state: string
  readonly tries: number
  readonly status: number | null
  readonly problem: string
}

const messages = async (id: string): Promise<readonly Message[]> =>
  (
    await sql<Message>`select id, event, state, tries, status, problem from webhook_message where webhook_id = ${id}::uuid
      order by made_at, id`.execute(db)
  ).rows

/** The tries that wait for their time, each with when that is. */
const waiting = async (id: string): Promise<readonly { readonly number: number; readonly startAfter: Date }[]> =>
  (
    await sql<{ number: number; startAfter: Date }>`
      select (data ->> 'number')::int as number, start_after as "startAfter" from pgboss.job
      where name = 'send-to-webhook' and data ->> 'id' = ${id} and state = 'created' order by 1`.execute(db)
  ).rows

async function pinged(path: string, id: string): Promise<string> {
  assert.equal((await (await team()).post(`${path}/ping`)).status, 303)
  return (await messages(id)).findLast(({ event }) => event === 'ping')?.id ?? ''
}

beforeEach(async () => {
  asked.length = 0
  paths.length = 0
  status = 204
  await sql`update webhook set removed_at = now(), sealed_secret = '', previous_sealed_secret = null, previous_until = null
    where removed_at is null`.execute(db)
})

describe('setting a webhook up', () => {
  it('says what is wrong, and keeps what was typed', async () => {
    for (const [address, words] of [
      ['', /Enter the address that messages are sent to/],
      ['http://example.org/typed', /must begin with https/],
      ['https://10.0.0.8/typed', /must be one of the public internet/],
      ['https://a:b@example.org/typed', /Take the name and the password out/],
    ] as const) {
      const { status: met, body } = await (await team()).post(all, { address, events: [] })
      assert.equal(met, 400)
      assert.match(body, words)
      assert.match(body, /Select at least one event to send to the webhook/)
      assert.ok(address === '' || body.includes(`value="${address}"`))
    }
  })

  it('is told of other things when its events are changed, of one at least', async () => {
    const { id, path } = await webhook()
    const none = await (await team()).post(`${path}/events`, {})
    assert.equal(none.status, 400)
    assert.match(none.body, /href="#events">Select at least one event to send to the webhook/)
    assert.equal((await (await team()).post(`${path}/events`, { events: ['award.changed'] })).status, 303)
    const { rows } = await sql<{ events: readonly string[] }>`
      select to_jsonb(events) as events from webhook where id = ${id}::uuid`.execute(db)
    assert.deepEqual(rows[0]?.events, ['award.changed'])
  })

  it('is sent elsewhere once its address is changed, with the secret that it has or another', async () => {
    const { id, path, secret } = await webhook()
    const other = await (await team()).post(all, { ...eventsOf('update.posted'), address: 'https://example.org/other' })
    assert.equal(other.status, 200)
    const move = async (fields: Readonly<Record<string, string>>) =>
      await (await team()).post(`${path}/address`, fields)
    const moved = `http://127.0.0.1:${port}/moved`
    for (const [address, keep, words] of [
      ['http://example.org/typed', '', /must begin with https[\s\S]*Select whether it keeps its secret/],
      [`http://127.0.0.1:${port}/hooks`, 'keep', /messages are sent to this one already/],
      ['https://example.org/other', 'keep', /This fund has a webhook with this address/],
    ] as const) {
      const { status: met, body } = await move({ address, secret: keep })
      assert.equal(met, 400)
      assert.match(body, words)
      assert.ok(body.includes(`value="${address}"`))
      assert.match(body, /<details[^>]* open/)
      assert.match(body, /value="round.opened" checked/, 'what it is told of stays as it is')
    }
    assert.equal((await move({ address: moved, secret: 'keep' })).status, 303)
    const message = await pinged(path, id)
    await sendToWebhook(services, { id: message, number: 1 })
    assert.ok(asked[0] && isSigned(asked[0], secret))
    const renewed = secretIn((await move({ address: `${moved}/again`, secret: 'renew' })).body)
    await sendToWebhook(services, { id: await pinged(path, id), number: 1 })
    assert.deepEqual(paths, ['/moved', '/moved/again'])
    assert.deepEqual(
      [renewed, secret].map((each) => asked[1] && isSigned(asked[1], each)),
      [true, true],
    )
    const { rows } = await sql<{ facts: object }>`
      select facts from audit_event where action = 'webhook.address-changed' order by at, id`.execute(db)
    assert.deepEqual(
      rows.map(({ facts }) => facts),
      [false, true].map((secretRenewed) => ({ host: `127.0.0.1:${port}`, secretRenewed })),
    )
  })

  it('shows the secret once, and keeps it sealed', async () => {
    const { path, secret } = await webhook()
    assert.equal(Buffer.from(secret.slice(6), 'base64').length, 32)
    assert.ok(!(await (await team()).get(path)).body.includes('whsec_'))
    const { rows } = await sql<{ all: string }>`select to_jsonb(w)::text as all from webhook w`.execute(db)
    assert.ok(rows.every((row) => !row.all.includes(secret.slice(6, 40))))
    const again = await (await team()).post(all, eventsOf('update.posted'))
    assert.equal(again.status, 400)
    assert.match(again.body, /has a webhook with this address/)
  })
})

describe('a message', () => {
  it('is signed as Standard Webhooks says, and the snippet of the guide finds it genuine', async () => {
    const { id, path, secret } = await webhook()
    await sendToWebhook(services, { id: await pinged(path, id), number: 1 })
    const [request] = asked
    assert.ok(request)
    assert.ok(isSigned(request, secret))
    const { type, timestamp, data } = JSON.parse(request.body)
    assert.deepEqual([type, timestamp, data.fund.slug], ['ping', now.toISOString(), fund])
    assert.equal(request.headers['content-type'], 'application/json')
    const isGenuine = await snippet()
    const at = now.getTime()
    assert.equal(isGenuine(request.headers, request.body, secret, at), true)
    assert.equal(isGenuine(request.headers, `${request.body} `, secret, at), false)
    assert.equal(isGenuine({ ...request.headers, 'webhook-id': 'msg_other' }, request.body, secret, at), false)
    assert.equal(isGenuine(request.headers, request.body, secret, at + 301_000), false)
  })

  it('comes of what everybody can read, once for each thing', async () => {
    const { rows } = await sql<{ opensAt: Date; publishedAt: Date }>`
      select r.opens_at as "opensAt", r.published_at as "publishedAt" from round r join fund f on f.id = r.fund_id
      where f.slug = ${fund} and r.slug = ${round}`.execute(db)
    const { opensAt = now, publishedAt = now } = rows[0] ?? {}
    const present = now
    now = new Date(Math.min(opensAt.getTime(), publishedAt.getTime()) - 60_000)
    const { id, secret } = await webhook()
    now = new Date(Math.max(opensAt.getTime(), publishedAt.getTime()) + hour)
    await tellWebhooks(services)
    await tellWebhooks(services)
    const made = await messages(id)
    now = present
    assert.equal(made.filter(({ event }) => event === 'round.opened').length, 1)
    assert.ok(made.filter(({ event }) => event === 'update.posted').length >= 9)
    for (const { id: message } of made) await sendToWebhook(services, { id: message, number: 1 })
    assert.equal(asked.length, made.length)
    assert.ok(asked.every((request) => isSigned(request, secret)))
    const opened = asked.map(({ body }) => JSON.parse(body)).find(({ type }) => type === 'round.opened')
    assert.deepEqual([opened.data.round.slug, opened.timestamp], [round, opensAt.toISOString()])
    const api = JSON.parse((await server.visitor().get(`/api/v1/funds/${fund}/rounds/${round}`)).body)
    assert.equal(opened.data.round.deadlineAt, api.deadlineAt)
    const { webhooks, components } = JSON.parse((await server.visitor().get('/api/v1/openapi.json')).body)
    assert.deepEqual(Object.keys(webhooks), webhookEvents)
    for (const { body } of asked) {
      const ajv = new Ajv2020({ strict: false, allErrors: true })
      formats.default(ajv)
      const { schema } = webhooks[JSON.parse(body).type].post.requestBody.content['application/json']
      const check = ajv.compile({ ...schema, components })
      assert.ok(check(JSON.parse(body)), JSON.stringify(check.errors))
    }
  })

  it('is tried again after a failure, with the id and the body that it had', async () => {
    const { id, path } = await webhook()
    const message = await pinged(path, id)
    status = 500
    await sendToWebhook(services, { id: message, number: 1 })
    assert.deepEqual(await waiting(message), [
      { number: 1, startAfter: (await waiting(message))[0]?.startAfter },
      { number: 2, startAfter: new Date(now.getTime() + 60_000) },
    ])
    const again = ukTime(new Date(now.getTime() + 60_000))
    assert.ok((await (await team()).get(path)).body.includes(`Status 500<br>Tried again at ${again}`))
    later(60_000)
    status = 200
    await sendToWebhook(services, { id: message, number: 2 })
    // A worker that does it over sends nothing.
    await sendToWebhook(services, { id: message, number: 2 })
    const [first, second, ...more] = asked
    assert.ok(first && second && more.length === 0)
    assert.equal(second.headers['webhook-id'], first.headers['webhook-id'])
    assert.equal(second.body, first.body)
    assert.equal(Number(second.headers['webhook-timestamp']) - Number(first.headers['webhook-timestamp']), 60)
    const [kept] = await messages(id)
    assert.deepEqual([kept?.state, kept?.tries, kept?.status], ['delivered', 2, 200])
  })
})

/** Tries a message as often as it is tried. */
async function tryOut(message: string): Promise<void> {
  for (const number of [1, 2, 3, 4, 5]) await sendToWebhook(services, { id: message, number })
}

describe('a receiver that fails', () => {
  it('is given up after five tries, paused after three messages, and told of to whoever set it up', async () => {
    const { id, path } = await webhook()
    status = 503
    for (const _ of [1, 2, 3]) await tryOut(await pinged(path, id))
    assert.equal(asked.length, 15)
    assert.ok((await messages(id)).every(({ state, tries }) => state === 'given-up' && tries === 5))
    const { body } = await (await team()).get(path)
    assert.match(body, /Paused by the service/)
    assert.match(body, /Status 503</)
    assert.doesNotMatch(body, /Tried again at/)
    const { rows: mails } = await sql<{ recipient: string; body: string }>`
      select recipient, body from message where kind = 'webhook-paused'`.execute(db)
    assert.deepEqual(
      mails.map(({ recipient }) => recipient),
      ['team@cast.example'],
    )
    assert.match(mails[0]?.body ?? '', new RegExp(`${path}$`, 'm'))
    const before = (await messages(id)).length
    await (await team()).post(`${path}/ping`)
    assert.equal((await messages(id)).length, before)
  })

  it('is told again once somebody resumes it, and what was given up is sent by hand under the id that it had', async () => {
    const { id, path } = await webhook()
    const message = await pinged(path, id)
    status = 404
    await tryOut(message)
    const first = asked[0]?.headers['webhook-id']
    await (await team()).post(`${path}/pause`)
    await (await team()).post(`${path}/messages/${message}/again`)
    assert.equal((await messages(id))[0]?.state, 'given-up')
    await (await team()).post(`${path}/resume`)
    assert.equal((await (await team()).post(`${path}/messages/${message}/again`)).status, 303)
    status = 202
    asked.length = 0
    await sendToWebhook(services, { id: message, number: 1 })
    assert.equal(asked[0]?.headers['webhook-id'], first)
    assert.equal((await messages(id))[0]?.state, 'delivered')
  })

  it('is paused at once when it says that it is gone, and a redirect is a failure', async () => {
    const { id, path } = await webhook()
    const message = await pinged(path, id)
    status = 302
    await sendToWebhook(services, { id: message, number: 1 })
    assert.deepEqual(
      (await messages(id)).map(({ state, status: met }) => [state, met]),
      [['waiting', 302]],
    )
    status = 410
    await sendToWebhook(services, { id: message, number: 2 })
    assert.match((await (await team()).get(path)).body, /answered 410/)
  })
})

it('signs with both secrets for a day after one is renewed', async () => {
  const { id, path, secret } = await webhook()
  const renewed = secretIn((await (await team()).post(`${path}/secret`)).body)
  assert.ok(renewed !== '' && renewed !== secret)
  later(23 * hour)
  await sendToWebhook(services, { id: await pinged(path, id), number: 1 })
  later(2 * hour)
  await sendToWebhook(services, { id: await pinged(path, id), number: 1 })
  const [during, afterwards] = asked
  assert.ok(during && afterwards)
  assert.deepEqual([isSigned(during, renewed), isSigned(during, secret)], [true, true])
  assert.deepEqual([isSigned(afterwards, renewed), isSigned(afterwards, secret)], [true, false])
})

it('connects to nothing that is not public once the service is, whatever is in the database', async () => {
  const { id, path } = await webhook()
  const production = await testServer(life, open, {
    clock: () => now,
    environment: { PUBLIC_URL: 'https://fund.example.org' },
  })
  connections = 0
  for (const address of [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`]) {
    await sql`update webhook set address = ${address} where id = ${id}::uuid`.execute(db)
    await sendToWebhook(production.services, { id: await pinged(path, id), number: 1 })
    assert.equal((await messages(id)).at(-1)?.problem, 'not-public', address)
  }
  assert.equal(connections, 0)
})

it('forgets what it was sent, but for what is of a fund or a round on legal hold', async () => {
  const { id, path } = await webhook()
  const { rows } = await sql<{ fund: string; round: string; person: string }>`
    select w.fund_id as fund, (select r.id from round r where r.fund_id = w.fund_id limit 1) as round, w.created_by as person
    from webhook w where w.id = ${id}::uuid`.execute(db)
  const [of] = rows
  for (const kind of ['fund', 'round', 'person'] as const) {
    await sendToWebhook(services, { id: await pinged(path, id), number: 1 })
    const release = await placeHold(db, kind, of?.[kind] ?? '', of?.person ?? '')
    await deleteMessages(db, new Date('2100-01-01'))
    assert.equal((await messages(id)).length, 1, kind)
    await release()
    await deleteMessages(db, new Date('2100-01-01'))
    assert.equal((await messages(id)).length, 0, kind)
  }
})

type IsGenuine = (headers: IncomingHttpHeaders, body: string, secret: string, now: number) => boolean

/** The code of the guide, as somebody copies it. */
async function snippet(): Promise<IsGenuine> {
  const guide = await readFile('docs/how-to/receive-webhooks.md', 'utf8')
  const code = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  const folder = await mkdtemp(join(tmpdir(), 'snippet-'))
  life.after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'genuine.mjs'), code)
  return (await import(join(folder, 'genuine.mjs'))).isGenuine
}
