import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AcceptedAward, acceptedAward } from '../../../../tests/support/accepted-award.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { remindReturns } from './remind-returns.ts'

let server: TestServer
let held: AcceptedAward
let ann: TestBrowser
let cai: TestBrowser
let pam: TestBrowser
let one: string
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  held = await acceptedAward(server, 12)
  ann = held.ann
  one = `${held.home}/benefits/returns/12`
  const { people } = held.round
  ;[cai, pam] = await Promise.all([server.signedIn(people.cai), server.signedIn(people.pam)])
})

const move = (who: TestBrowser, step: string, number = 1, more: Record<string, string> = {}) =>
  who.post(`${one}/step`, { step, number: String(number), ...more })

const words = {
  seen: '0',
  progress: 'Both buildings were given up.',
  differs: 'One of them half a year late.',
  learned: 'Ask the landlord first.',
}

const messages = async (kind: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly recipient: string }>`
    select recipient from message where kind = ${kind} order by created_at, id`.execute(server.services.db)
  return rows.map(({ recipient }) => recipient)
}

/** Writes a benefit as the use cases of the register do, without its page. */
const writeBenefit = async () => {
  const content = JSON.stringify({ title: 'Rent', kind: 'cashable', line: 'Premises', attribution: 100, optimism: 0 })
  await sql`
    insert into award_entry (award_id, sheet, entry, version, place, content, changed_at, changed_by)
    select w.id, 'benefits', 'rent', 1, 1, ${content}::jsonb, now(), ${held.round.people.ann}::uuid
    from award w join application a on a.id = w.application_id where a.reference = ${held.reference}`.execute(
    server.services.db,
  )
}

describe('a return', () => {
  it('is not made before somebody is named for finance, there is a benefit and the council has said all', async () => {
    assert.match((await ann.get(`${held.home}/benefits/returns`)).body, /Overdue/)
    const refused = await ann.post(`${one}/freeze`, {})
    assert.equal(refused.status, 400)
    assert.match(refused.body, /who confirms for finance/)
    assert.match(refused.body, /no benefit in the register/)
    assert.match(refused.body, /Answer the questions of this return/)
  })

  it('goes from the council to its finance and on to the programme team', async () => {
    const { email } = await held.round.actor('cai')
    await writeBenefit()
    await ann.post(`${held.home}/benefits/finance`, { name: 'Cai', email })
    const said = await ann.post(`${held.home}/sheets/return-words/12`, words)
    assert.equal(said.headers.location, `${held.home}/benefits/returns`)
    assert.equal((await ann.post(`${one}/freeze`, {})).status, 303)
    assert.deepEqual(await messages('benefits.return-to-confirm'), [email])
    assert.equal((await move(ann, 'confirmed')).status, 404)
    assert.equal((await move(ann, 'sent')).status, 400)
    assert.equal((await move(cai, 'confirmed')).status, 303)
    assert.equal((await move(pam, 'sent')).status, 404)
    assert.equal((await move(ann, 'sent')).status, 303)
    assert.match((await move(ann, 'sent')).body, /gone on with this return meanwhile/)
    assert.match((await pam.get('/home')).body, /Return at 12 months of/, 'it waits for the team')
    assert.doesNotMatch((await ann.get('/home')).body, /Return at 12 months of/)
    assert.deepEqual(await messages('benefits.return-sent'), [(await held.round.actor('pam')).email])
  })

  it('keeps its record under its hash, whatever is written afterwards', async () => {
    const record = await ann.get(`${one}/1/record.json`)
    const { body } = await ann.get(one)
    const groups = createHash('sha256').update(record.body).digest('hex').match(/.{8}/g) ?? []
    assert.ok(body.includes(groups.map((group) => `<span>${group}</span> `).join('')))
    await ann.post(`${held.home}/sheets/return-words/12`, { ...words, seen: '1', progress: 'Something else.' })
    assert.match((await pam.get(one)).body, /Both buildings were given up/)
    assert.equal((await ann.get(`${one}/1/record.json`)).body, record.body)
    const change = sql`update benefit_return set record = '{}'`.execute(server.services.db)
    await assert.rejects(change)
  })

  it('comes back with a question, and goes again as another version with the answer', async () => {
    const none = await move(pam, 'questioned')
    assert.match(none.body, /Enter your question/)
    assert.equal((await move(pam, 'questioned', 1, { question: 'Why half a year?' })).status, 303)
    const { body } = await ann.get(one)
    const before = body.slice(0, body.indexOf('In the words of the council'))
    assert.match(before, /The programme team asks[\s\S]*Why half a year\?/, 'it stands first')
    assert.ok(before.includes(`href="${held.home}/sheets/return-words/12#reply"`), 'with the way to its answer')
    assert.match((await pam.get(one)).body, /The programme team asks/)
    assert.doesNotMatch((await pam.get(one)).body, /#reply/, 'which is not for the team')
    assert.match((await ann.post(`${one}/freeze`, {})).body, /Answer first what you were asked/)
    await ann.post(`${held.home}/sheets/return-words/12`, { ...words, seen: '2', reply: 'The lease ran on.' })
    assert.equal((await ann.post(`${one}/freeze`, {})).status, 303)
    for (const [who, step] of [
      [cai, 'confirmed'],
      [ann, 'sent'],
      [pam, 'accepted'],
      [pam, 'published'],
    ] as const)
      assert.equal((await move(who, step, 2)).status, 303, step)
    assert.match((await ann.get(`${held.home}/benefits/returns`)).body, /Published/)
    assert.doesNotMatch((await ann.get(one)).body, /The programme team asks/)
    assert.doesNotMatch((await pam.get('/home')).body, /Return at 12 months of/)
    assert.equal((await messages('benefits.return-accepted')).length, 2)
  })

  it('comes back from its finance with what is wrong with it, before the programme team sees it', async () => {
    const two = `${held.home}/benefits/returns/24`
    const moveTwo = (who: TestBrowser, step: string, number = 1, more: Record<string, string> = {}) =>
      who.post(`${two}/step`, { step, number: String(number), ...more })
    await ann.post(`${held.home}/sheets/return-words/24`, words)
    assert.equal((await ann.post(`${two}/freeze`, {})).status, 303)
    const shown = (await cai.get(two)).body
    assert.match(shown, /Confirm for finance[\s\S]*Send it back[\s\S]*What is wrong with it\?/)
    assert.doesNotMatch((await pam.get(two)).body, /What is wrong with it\?|What do you ask\?/)
    assert.equal((await moveTwo(ann, 'questioned', 1, { question: 'Mine' })).status, 404)
    assert.match(
      (await moveTwo(pam, 'questioned', 1, { question: 'Too early' })).body,
      /gone on with this return meanwhile/,
    )
    assert.match((await moveTwo(cai, 'questioned')).body, /Enter what is wrong with it/)
    assert.equal((await moveTwo(cai, 'questioned', 1, { question: 'Rent is counted twice' })).status, 303)
    assert.match(
      (await ann.get(two)).body,
      /Finance has sent it back[\s\S]*Rent is counted twice[\s\S]*sent back by finance/,
    )
    assert.doesNotMatch((await ann.get(two)).body, /The programme team asks|Question asked back/)
    const listed = (await ann.get(`${held.home}/benefits/returns`)).body
    assert.match(listed, /At 24 months[\s\S]*?Sent back/)
    assert.doesNotMatch(listed, /Question asked back/)
    assert.match((await ann.get('/home')).body, /Return at 24 months: [\s\S]*?Sent back/)
    const { rows } = await sql<{ subject: string }>`select subject from message
      where kind = 'benefits.return-questioned' order by created_at desc, id desc limit 1`.execute(server.services.db)
    assert.match(rows[0]?.subject ?? '', /^Finance sends your return at 24 months of .* back$/)
    assert.match((await ann.post(`${two}/freeze`, {})).body, /Answer first what you were asked/)
  })

  it('is confirmed by another than who made it: the database refuses that too', async () => {
    const own = sql`
      insert into benefit_return (award_id, months, number, record, sha256, frozen_at, frozen_by)
      select award_id, 36, 1, record, sha256, now(), frozen_by from benefit_return where number = 1 and months = 12`
    await own.execute(server.services.db)
    const confirm = sql`
      insert into benefit_return_step (award_id, months, number, step, said, done_at, done_by)
      select award_id, months, number, 'confirmed', '', now(), frozen_by from benefit_return where months = 36`
    await assert.rejects(confirm.execute(server.services.db), /not confirmed by who made it/)
  })

  it('that waits for finance beside another of its award is named beside it', async () => {
    const { home } = held
    await ann.post(`${home}/sheets/return-words/24`, { ...words, seen: '1', reply: 'It was taken out.' })
    assert.equal((await ann.post(`${home}/benefits/returns/24/freeze`, {})).status, 303)
    const { body } = await cai.get('/home')
    for (const months of [24, 36])
      assert.match(
        body,
        new RegExp(
          `href="${home}/benefits/returns/${months}"[^<]*>[^<]*Return at ${months} months: [\\s\\S]*?Waits for finance`,
        ),
      )
  })
})

describe('reminders of returns', () => {
  it('are sent once each, and not for what is made', async () => {
    await remindReturns(server.services)
    const first = await messages('benefits.return-due')
    // Six months are overdue; twelve are made; twenty-four are a year away; of thirty-six there is a version.
    assert.equal(first.length, 2)
    await remindReturns(server.services)
    assert.equal((await messages('benefits.return-due')).length, 2)
  })
})
