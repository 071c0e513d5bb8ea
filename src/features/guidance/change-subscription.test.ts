import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { recordEvent } from '../audit/index.ts'
import { guidanceJobs } from './guidance.jobs.ts'
import type { ChangeKind } from './guidance-parts.ts'
import { publishPage } from './publish-page.ts'
import { savePage } from './save-page.ts'

const subscribe = '/funds/test-fund/first/subscribe'

let now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let example: OpenRound
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => now })
  example = await openRound(server.services)
  await publish('Version 1', 'content')
})

async function publish(body: string, changeKind: ChangeKind): Promise<void> {
  const page = { roundId: example.round.id, slug: 'announcement', personId: null, at: now } as const
  await server.services.db.transaction().execute(async (tx) => {
    const saved = await savePage(tx, server.services, { ...page, title: 'News', summary: '', body })
    const published = await publishPage(tx, server.services, { ...page, changeNote: `Now ${body}.`, changeKind })
    assert.ok(saved.ok && published.ok)
  })
}

type Mail = { readonly subject: string; readonly body: string; readonly headers: Record<string, string> }

async function mailTo(email: string): Promise<readonly Mail[]> {
  const { rows } = await sql<Mail>`
    select subject, body, headers from message where recipient = ${email} order by created_at, id`.execute(
    server.services.db,
  )
  return rows
}

/** The path of the link in the last message to an address. */
async function linkTo(email: string): Promise<string> {
  const body = (await mailTo(email)).at(-1)?.body ?? ''
  return new URL(/http\S+\/subscriptions\/\S+/.exec(body)?.[0] ?? 'x:').pathname
}

async function stateOf(email: string) {
  const { rows } = await sql<{ confirmed: boolean; ended: boolean; kinds: string[] }>`
    select confirmed_at is not null as confirmed, ended_at is not null as ended, kinds from subscription
    where email = ${email} order by asked_at desc, id desc`.execute(server.services.db)
  return rows[0]
}

async function confirmed(email: string, kinds: readonly string[]): Promise<string> {
  await server.visitor().post(subscribe, { email, kinds })
  const link = await linkTo(email)
  assert.equal((await server.visitor().post(`${link}/confirm`)).status, 303)
  return link
}

/** Does the work that the last publication asked for, as the queue holds it. */
async function tell(): Promise<void> {
  const { rows } = await sql<{ data: object }>`
    select data from pgboss.job where name = 'tell-subscribers' order by created_on desc limit 1`.execute(
    server.services.db,
  )
  const job = guidanceJobs(server.services).find(({ name }) => name === 'tell-subscribers')
  await job?.work(rows[0]?.data)
}

describe('subscribing', () => {
  it('is answered the same for an address that is new, waiting, confirmed or gone', async () => {
    const answers: unknown[] = []
    const email = 'same@council.example'
    const ask = async () => {
      const visitor = server.visitor()
      const answer = await visitor.post(subscribe, { email, kinds: ['rules'] })
      const page = await visitor.get(answer.location ?? '')
      answers.push([answer.status, answer.location, page.status, page.body, answer.headers['set-cookie']])
    }
    await ask()
    await ask()
    const link = await linkTo(email)
    await server.visitor().post(`${link}/confirm`)
    await ask()
    await server.visitor().post(`${link}/unsubscribe`)
    await ask()
    assert.equal(answers.length, 4)
    for (const answer of answers) assert.deepEqual(answer, answers[0])
  })

  it('is not confirmed by opening the link, as mail programs do, but by the button', async () => {
    const email = 'button@council.example'
    await server.visitor().post(subscribe, { email: ' Button@Council.example ', kinds: ['deadline'] })
    const link = await linkTo(email)
    assert.match((await mailTo(email))[0]?.body ?? '', /^You \(or somebody using your email address\) asked us/)
    const page = await server.visitor().get(link)
    assert.match(page.body, new RegExp(`<form action="${link}/confirm" method="post"`))
    assert.equal((await stateOf(email))?.confirmed, false)
    await server.visitor().post(`${link}/confirm`)
    assert.equal((await stateOf(email))?.confirmed, true)
  })

  it('sends an address at most one message in ten minutes', async () => {
    const email = 'buried@council.example'
    const start = now
    for (let times = 0; times < 5; times += 1) await server.visitor().post(subscribe, { email, kinds: ['rules'] })
    assert.equal((await mailTo(email)).length, 1)
    now = new Date(start.getTime() + 10 * 60_000)
    await server.visitor().post(subscribe, { email, kinds: ['rules'] })
    assert.equal((await mailTo(email)).length, 2)
  })

  it('cannot be confirmed after 7 days', async () => {
    const start = now
    const email = 'late@council.example'
    await server.visitor().post(subscribe, { email, kinds: ['rules'] })
    const link = await linkTo(email)
    now = new Date(start.getTime() + 7 * 86_400_000 + 1)
    assert.equal((await server.visitor().post(`${link}/confirm`)).status, 400)
    assert.equal((await stateOf(email))?.confirmed, false)
    now = new Date(start.getTime() + 7 * 86_400_000)
    assert.equal((await server.visitor().post(`${link}/confirm`)).status, 303)
    now = start
  })

  it('says everything that is wrong at once and keeps what was typed', async () => {
    const answer = await server.visitor().post(subscribe, { email: 'not an address' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /href="#email"/)
    assert.match(answer.body, /href="#kinds"/)
    assert.match(answer.body, /value="not an address"/)
  })

  it('leaves a confirmed choice to its owner, whoever else types the address', async () => {
    const email = 'owner@council.example'
    const link = await confirmed(email, ['deadline'])
    await server.visitor().post(subscribe, { email, kinds: ['content'] })
    assert.deepEqual((await stateOf(email))?.kinds, ['deadline'])
    await server.visitor().post(link, { kinds: ['answers', 'nonsense', 'rules'] })
    assert.deepEqual((await stateOf(email))?.kinds, ['rules', 'answers'])
  })

  it('knows no link that the service did not make', async () => {
    const link = await confirmed('real@council.example', ['rules'])
    const forged = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    for (const path of [forged, '/subscriptions/x', `${forged}/unsubscribe`])
      assert.equal((await server.visitor().get(path)).status, 404)
    assert.equal((await server.visitor().post(`${forged}/unsubscribe`)).status, 404)
    assert.equal((await stateOf('real@council.example'))?.ended, false)
  })
})

describe('telling subscribers', () => {
  it('writes to confirmed subscribers of that kind, once, however often the work is done', async () => {
    await confirmed('dates@council.example', ['deadline'])
    await confirmed('rules@council.example', ['rules'])
    await server.visitor().post(subscribe, { email: 'waiting@council.example', kinds: ['deadline'] })
    const gone = await confirmed('gone@council.example', ['deadline'])
    await server.visitor().post(`${gone}/unsubscribe`)
    const before = {
      rules: (await mailTo('rules@council.example')).length,
      waiting: (await mailTo('waiting@council.example')).length,
      gone: (await mailTo('gone@council.example')).length,
    }
    await publish('Version 2', 'deadline')
    await Promise.all([tell(), tell()])
    await tell()
    const news = (await mailTo('dates@council.example')).filter(({ subject }) => subject.includes('has changed'))
    assert.equal(news.length, 1)
    assert.match(news[0]?.body ?? '', /Now Version 2\./)
    assert.match(news[0]?.body ?? '', /\/funds\/test-fund\/first\/changes\/2/)
    assert.deepEqual(
      {
        rules: (await mailTo('rules@council.example')).length,
        waiting: (await mailTo('waiting@council.example')).length,
        gone: (await mailTo('gone@council.example')).length,
      },
      before,
    )
  })

  it('reaches more subscribers than one batch', async () => {
    const emails = Array.from({ length: 120 }, (_, index) => `many-${index}@council.example`)
    await sql`
      insert into subscription (id, round_id, email, kinds, asked_at, confirmed_at)
      select gen_random_uuid(), ${example.round.id}::uuid, email, '{correction}', ${now}, ${now}
      from unnest(${emails}::text[]) as email`.execute(server.services.db)
    await publish('Version 3', 'correction')
    await tell()
    const { rows } = await sql<{ count: number }>`
      select count(distinct recipient) from message where recipient like 'many-%'`.execute(server.services.db)
    assert.equal(rows[0]?.count, 120)
  })

  it('gives every message the headers of one-click unsubscribing, which a mail program can post to', async () => {
    await confirmed('click@council.example', ['rules'])
    await publish('Version 4', 'rules')
    await tell()
    const news = (await mailTo('click@council.example')).at(-1)
    assert.equal(news?.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
    const path = new URL(/^<(.*)>$/.exec(news?.headers['List-Unsubscribe'] ?? '')?.[1] ?? 'x:').pathname
    const opened = await server.visitor().get(path)
    assert.equal(opened.status, 200)
    assert.equal((await stateOf('click@council.example'))?.ended, false, 'opening it changes nothing')
    const posted = await server
      .visitor()
      .post(
        path,
        { 'List-Unsubscribe': 'One-Click' },
        { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' },
      )
    assert.equal(posted.status, 200)
    assert.equal((await stateOf('click@council.example'))?.ended, true)
  })

  it('tells those who wait for dates of a change of timetable, once, but not who came later', async () => {
    const { services } = server
    await confirmed('timetable@council.example', ['deadline'])
    now = new Date(now.getTime() + 1000)
    await recordEvent(services.db, {
      action: 'round.timetable-changed',
      actorId: null,
      fundId: example.round.fundId,
      objectType: 'round',
      objectId: example.round.id,
      at: now,
      facts: {
        reason: 'The portal was down.',
        changes: { deadlineAt: { from: '2026-12-02T12:00:00.000Z', to: '2026-12-04T17:00:00.000Z' } },
      },
    })
    now = new Date(now.getTime() + 1000)
    await confirmed('after@council.example', ['deadline'])
    const job = guidanceJobs(services).find(({ name }) => name === 'tell-of-changes')
    await job?.work({})
    await job?.work({})
    const news = (await mailTo('timetable@council.example')).filter(({ subject }) => subject.includes('timetable'))
    assert.equal(news.length, 1)
    assert.match(
      news[0]?.body ?? '',
      /Deadline moved from midday GMT on Wednesday 2 December 2026 to 5:00pm GMT on Friday 4 December 2026\.\nReason: The portal was down\./,
    )
    assert.equal(
      (await mailTo('after@council.example')).filter(({ subject }) => subject.includes('timetable')).length,
      0,
    )
    assert.match((await server.visitor().get('/funds/test-fund/first')).body, /The portal was down\./)
  })
})
