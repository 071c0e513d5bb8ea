import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { exampleFund, people, roundPath, typedTimetable } from '../../../tests/support/example-fund.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { sealRound } from '../../../tests/support/seal-round.ts'
import type { TestBrowser, TestServer } from '../../../tests/support/server.ts'
import { roundByPath } from './funds.store.ts'
import { invitationCountsOf, invitationsOf } from './invitations.store.ts'
import { writeInvitations } from './write-invitations.ts'

const start = new Date('2026-11-25T12:00:00Z')
const day = 24 * 3_600_000
let now = start
let server: TestServer
let team: TestBrowser
let roundId = ''
const life = lastFirst({ after })
before(async () => {
  server = await exampleFund(life, () => now)
  team = await server.signedIn(people.team)
  roundId = (await roundByPath(server.services.db, 'example-fund', 'round-1'))?.id ?? ''
})

const origin = 'http://localhost:3000'

type Mail = { recipient: string; subject: string; body: string }

const mail = async (): Promise<readonly Mail[]> => {
  const { rows } = await sql<Mail>`select recipient, subject, body from message order by created_at, id`.execute(
    server.services.db,
  )
  return rows
}

const linkIn = ({ body }: Mail): string => /http:\/\/localhost:3000(\/invitation\/\S+)/.exec(body)?.[1] ?? ''

const invited = async () => await invitationsOf(server.services.db, roundId)

const responseOf = async (id: string): Promise<string | undefined> =>
  (await invited()).find(({ organisationId }) => organisationId === id)?.response

/** Works the job that the pages enqueue, as the worker does. */
const work = async (remindedAt: Date | null = null): Promise<void> =>
  await writeInvitations(server.services, { roundId, origin, remindedAt: remindedAt?.toISOString() ?? null })

const jobs = async (): Promise<number> => {
  const { rows } = await sql<{
    count: number
  }>`select count(*) from pgboss.job where name = 'write-invitations'`.execute(server.services.db)
  return rows[0]?.count ?? 0
}

describe('inviting', () => {
  it('waits until the round is public', async () => {
    const answer = await team.post(`${roundPath}/invitations`)
    assert.equal(answer.status, 400)
    assert.match(answer.body, /Publish the round first/)
    await team.post(`${roundPath}/timetable`, typedTimetable)
    await sealRound(server.services, roundId)
    assert.equal((await team.post(`${roundPath}/publish`, { reason: 'A test' })).status, 303)
  })

  it('offers those in being on the day of the deadline, of the round’s kinds, none of them made up', async () => {
    const { body } = await team.get(`${roundPath}/invitations/choose`)
    const offered = [...body.matchAll(/name="organisations" type="checkbox" value="([^"]+)"/g)].map(([, id]) => id)
    assert.deepEqual(offered, ['DEV', 'HPL', 'MDB'])
  })

  it('refuses one that may not lead, and nobody at all', async () => {
    const wrong = await team.post(`${roundPath}/invitations/choose`, { organisations: ['HPL', 'OLD'] })
    assert.match(wrong.body, /may not lead an application/)
    // What was ticked stays ticked.
    assert.match(wrong.body, /value="HPL" checked/)
    assert.match((await team.post(`${roundPath}/invitations/choose`)).body, /Select at least one authority/)
    assert.deepEqual(await invited(), [])
  })

  it('invites some, then all the others, and nobody twice', async () => {
    assert.equal((await team.post(`${roundPath}/invitations/choose`, { organisations: 'HPL' })).status, 303)
    assert.equal((await invited()).length, 1)
    assert.equal((await team.post(`${roundPath}/invitations`)).status, 303)
    assert.equal((await team.post(`${roundPath}/invitations`)).status, 303)
    assert.deepEqual(
      (await invited()).map(({ organisationId, email }) => [organisationId, email]),
      [
        ['DEV', ''],
        ['HPL', 'chief@hpl.example'],
        ['MDB', ''],
      ],
    )
    assert.equal(await jobs(), 2)
  })

  it('writes to those whose address is known, once, also when two workers do the job', async () => {
    await Promise.all([work(), work()])
    await work()
    const [letter, ...more] = await mail()
    assert.ok(letter)
    assert.deepEqual(more, [])
    assert.equal(letter.recipient, 'chief@hpl.example')
    assert.match(letter.body, /5:00pm GMT on Wednesday 10 February 2027/)
  })

  it('takes addresses by line, all of them or none', async () => {
    const wrong = await team.post(`${roundPath}/invitations/contacts`, { contacts: 'E06000002,mdb@example.org\nE0,x' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /Line 2: no invited authority has the code “E0”/)
    assert.match(wrong.body, /E06000002,mdb@example.org\nE0,x<\/textarea>/)
    await work()
    assert.equal((await mail()).length, 1)
    const right = 'E06000002,mdb@example.org\nDEV,dev@example.org'
    assert.equal((await team.post(`${roundPath}/invitations/contacts`, { contacts: right })).status, 303)
    await work()
    assert.deepEqual((await mail()).map(({ recipient }) => recipient).sort(), [
      'chief@hpl.example',
      'dev@example.org',
      'mdb@example.org',
    ])
  })
})

describe('answering', () => {
  it('takes the answer by POST, and looking changes nothing', async () => {
    const [letter] = await mail()
    assert.ok(letter)
    const visitor = server.visitor()
    const page = await visitor.get(linkIn(letter))
    assert.equal(page.status, 200)
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
    assert.equal(await responseOf('HPL'), 'none')
    const empty = await visitor.post(linkIn(letter), { response: 'perhaps' })
    assert.equal(empty.status, 400)
    assert.equal((await visitor.post(linkIn(letter), { response: 'interested' })).status, 303)
    assert.equal(await responseOf('HPL'), 'interested')
    assert.match((await visitor.get(linkIn(letter))).body, /Hartlepool has said that it is interested/)
  })

  it('is asked for on a page that says so where the round or its fund is made up', async () => {
    const [letter] = await mail()
    assert.ok(letter)
    const { db } = server.services
    const read = async () => (await server.visitor().get(linkIn(letter))).body
    assert.doesNotMatch(await read(), /Illustrative|made-up/)
    for (const [fund, round] of [
      [true, false],
      [false, true],
    ]) {
      await sql`update fund set illustrative = ${fund} where slug = 'example-fund'`.execute(db)
      await sql`update round set illustrative = ${round} where slug = 'round-1'`.execute(db)
      assert.match(await read(), /Illustrative[\s\S]*This is a made-up round, for demonstration/)
    }
    await sql`update round set illustrative = false where slug = 'round-1'`.execute(db)
  })

  it('may be changed, and keeps who it was before in the audit log', async () => {
    const [letter] = await mail()
    assert.ok(letter)
    await server.visitor().post(linkIn(letter), { response: 'not-this-time' })
    const { rows } = await sql<{ facts: unknown }>`
      select facts from audit_event where action = 'invitation.answered' order by at desc, id desc limit 1`.execute(
      server.services.db,
    )
    assert.deepEqual(rows[0]?.facts, { response: 'not-this-time', before: 'interested' })
  })

  it('knows no token that it did not make', async () => {
    for (const token of ['x', 'A'.repeat(43), `${'A'.repeat(42)}%00`]) {
      assert.equal((await server.visitor().get(`/invitation/${token}`)).status, 404, token)
      assert.equal((await server.visitor().post(`/invitation/${token}`, { response: 'interested' })).status, 404, token)
    }
  })

  it('stops the link that went to an address which was wrong', async () => {
    const before = (await mail()).find(({ recipient }) => recipient === 'dev@example.org')
    await team.post(`${roundPath}/invitations/contacts`, { contacts: 'DEV,devon@example.org' })
    await work()
    const after = (await mail()).find(({ recipient }) => recipient === 'devon@example.org')
    assert.ok(before && after)
    assert.equal((await server.visitor().get(linkIn(before))).status, 404)
    assert.equal((await server.visitor().get(linkIn(after))).status, 200)
  })
})

describe('who has not answered', () => {
  it('is counted by region and type, and listed by filter', async () => {
    const counts = (await invitationCountsOf(server.services.db, [roundId])).get(roundId)
    assert.deepEqual(counts, { invited: 3, interested: 0, notThisTime: 1, noAnswer: 2 })
    const page = await team.get(`${roundPath}/invitations?response=none&region=North+East`)
    assert.match(page.body, /North East<\/th><td[^>]*>2<\/td><td[^>]*>0<\/td><td[^>]*>1<\/td><td[^>]*>1</)
    assert.match(page.body, /1 of 3 authorities/)
    assert.match(page.body, /Middlesbrough/)
    assert.doesNotMatch(page.body, /Hartlepool/)
  })

  it('is reminded, but not within a day of the first message, and not twice', async () => {
    const early = await team.post(`${roundPath}/invitations/remind`)
    assert.match(early.body, /nobody to remind/)
    now = new Date(start.getTime() + 2 * day)
    const teamLater = await server.signedIn(people.team)
    assert.equal((await teamLater.post(`${roundPath}/invitations/remind`)).status, 303)
    const since = new Date(now.getTime() - day)
    await Promise.all([work(since), work(since)])
    const reminders = (await mail()).filter(({ subject }) => subject.startsWith('Reminder'))
    assert.deepEqual(reminders.map(({ recipient }) => recipient).sort(), ['devon@example.org', 'mdb@example.org'])
    assert.match((await teamLater.post(`${roundPath}/invitations/remind`)).body, /nobody to remind/)
  })

  it('has one link in the first message and in the reminder, and both work', async () => {
    const links = (await mail()).filter(({ recipient }) => recipient === 'mdb@example.org').map(linkIn)
    assert.equal(links.length, 2)
    assert.equal(new Set(links).size, 1)
    assert.equal((await server.visitor().get(links[0] ?? '')).status, 200)
  })

  it('can no longer answer a millisecond after the deadline', async () => {
    const letter = (await mail()).find(({ recipient }) => recipient === 'mdb@example.org')
    assert.ok(letter)
    now = new Date('2027-02-10T17:00:00.000Z')
    assert.equal((await server.visitor().post(linkIn(letter), { response: 'interested' })).status, 303)
    now = new Date('2027-02-10T17:00:00.001Z')
    const late = await server.visitor().post(linkIn(letter), { response: 'not-this-time' })
    assert.equal(late.status, 400)
    assert.match(late.body, /The round is closed/)
    assert.equal(await responseOf('MDB'), 'interested')
  })
})
