import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { carriedBy } from '../../../../tests/support/carried-by.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { firstRules } from '../../../core/rules/index.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { personByEmail } from '../../accounts/index.ts'
import { pileOf } from './scoring.store.ts'

const life = lastFirst({ after })
const base = '/assess/example-fund/finished-round'
const hidden = { visibility: { ...firstRules.visibility, applicantsNamed: false } }
let world: AssessedRound
let browser: TestBrowser
let reference: string

before(async () => {
  world = await assessedRound(life, { applications: 20, assessors: 6, stage: 'scoring', rules: hidden })
  const { db } = world.services
  const mina = (await personByEmail(db, seedPeopleByRole.assessor.email))?.id ?? ''
  browser = await world.signedIn(mina)
  reference = (await pileOf(db, world.roundId, mina))[0]?.reference ?? ''
  assert.equal((await browser.post(`${base}/applications/${reference}/declare`, { conflict: 'no' })).status, 303)
  await clarify('outcomes', 1, 'Saves a first lot, at Zyxwick Council')
  await clarify('outcomes', 2, 'Saves a second lot, at Zyxwick Council')
})

/** A request of the programme team with one reply. */
async function clarify(question: string, number: number, value: string): Promise<void> {
  const { db, newId, clock } = world.services
  const id = newId()
  await sql`update organisation o set name = 'Zyxwick Council' from application a
    where a.reference = ${reference} and o.id = a.lead_id`.execute(db)
  const by = (await personByEmail(db, seedPeopleByRole.programme.email))?.id
  await sql`insert into answer_request (id, application_id, number, note, due_at, created_at, author_id)
    select ${id}::uuid, a.id, ${number}, 'Please say more', ${new Date(clock().getTime() + 60_000)}, ${clock()}, ${by}::uuid from application a
    where a.reference = ${reference}`.execute(db)
  await sql`insert into answer_request_question (request_id, question_id, position, asked)
    values (${id}::uuid, ${question}, 0, 'How much?')`.execute(db)
  await sql`insert into answer_reply (request_id, question_id, version, value, replied_at, replied_by, late)
    values (${id}::uuid, ${question}, 1, ${JSON.stringify(value)}::jsonb, ${clock()}, ${by}::uuid, ${number === 2})`.execute(
    db,
  )
}

/** What is pinned on a scoring page, each with the reply it was pinned from. */
const pinsIn = (body: string): readonly (readonly string[])[] =>
  [...body.matchAll(/__quote">“(.*?)”<\/blockquote><span class="govuk-body-s">(.*?)<\/span>/g)].map(
    ([, quote = '', from = '']) => [quote, /\((request.*?)\)/.exec(from)?.[1] ?? ''],
  )

describe('what an applicant clarified', () => {
  it('stands under the answer as submitted, the latest alone, and without names where they are hidden', async () => {
    const { body } = await browser.get(`${base}/applications/${reference}`)
    assert.equal(body.split('Clarified after the deadline').length - 1, 1)
    assert.ok(body.includes('Saves a second lot, at [applicant]'))
    assert.ok(body.includes('later than the day that was set'))
    assert.equal(body.includes('Saves a first lot'), false)
    assert.equal(body.includes('Zyxwick'), false)
  })

  it('can be pinned as evidence, with the version that it stands in, which stays when it is clarified again', async () => {
    const address = `${base}/applications/${reference}`
    const { body } = await browser.get(address)
    assert.ok(body.includes('(request 2, reply 1)'))
    const pin = async (quote: string) =>
      await browser.post(address, { ...carriedBy(body), action: 'pin:outcomes', 'quote-outcomes': quote })
    const submitted = /class="app-answer">([\w ,]{25,60})/.exec(body)?.[1]?.trim() ?? ''
    for (const quote of [submitted, 'a second lot, at [applicant]', 'a second lot, at [applicant]'])
      assert.equal((await pin(quote)).status, 303, quote)
    assert.equal((await pin('Saves a first lot')).status, 400, 'no longer what it says')
    await clarify('outcomes', 3, 'Saves a third lot')
    const { body: again } = await browser.get(address)
    assert.deepEqual(pinsIn(again), [
      [submitted, ''],
      ['a second lot, at [applicant]', 'request 2, reply 1'],
    ])
    assert.equal((await pin('Saves a third lot')).status, 303)
    assert.deepEqual(pinsIn((await browser.get(address)).body).at(2), ['Saves a third lot', 'request 3, reply 1'])
  })

  it('is in the pack', async () => {
    const { body } = await browser.get(`${base}/pack`)
    assert.ok(body.includes('Saves a third lot'))
  })
})

describe('files where the rules hide who applies', () => {
  it('come with a warning that they may name the applicant, and only where there are any', async () => {
    const words = 'Files are shown as they were sent in and may name the applicant'
    const page = async () => (await browser.get(`${base}/applications/${reference}`)).body
    assert.equal((await page()).includes(words), false)
    const file = { id: world.services.newId(), name: 'plan.pdf', size: 10, sha256: 'a'.repeat(64) }
    const { db } = world.services
    await sql`alter table submission disable trigger user`.execute(db)
    await sql`
      update submission s set content = jsonb_set(s.content, '{pages,0,questions}', coalesce(s.content#>'{pages,0,questions}', '[]')
        || ${JSON.stringify([{ id: 'outcomes', type: 'file', label: 'Plan', value: [file], shown: ['plan.pdf'] }])}::jsonb)
      from application a where a.id = s.application_id and a.reference = ${reference}`.execute(db)
    assert.ok((await page()).includes(words))
  })

  it('are linked to where somebody practises too, as on the page that counts', async () => {
    const { db } = world.services
    await sql`insert into stored_file (id, sha256, name, kind, bytes, state, checked_by, owner_type, owner_id, question_id,
        uploaded_at, uploaded_by, checked_at)
      select (jsonb_path_query_first(s.content, '$.pages[*].questions[*] ? (@.type == "file").value[0].id') #>> '{}')::uuid,
        ${'a'.repeat(64)}, 'plan.pdf', 'pdf', 10, 'clean', 'none', 'application', a.reference, 'outcomes', now(),
        a.created_by, now()
      from application a join submission s on s.application_id = a.id where a.reference = ${reference}`.execute(db)
    await sql`insert into practice_score (round_id, application_id, criterion_id, points, explanation, agreed_at)
      select round_id, id, 'outcomes', 2, 'As agreed', now() from application
      where reference = ${reference} on conflict do nothing`.execute(db)
    const practice = `${base}/practice/${reference}`
    await browser.post(`${practice}/declare`, { conflict: 'no' })
    const linked = async (address: string) => {
      const { body } = await browser.get(address)
      return body.match(/href="[^"]*\/files\/[^"]+"/g)?.map((href) => href.replace(/.*(?=\/files)/, ''))
    }
    const counts = await linked(`${base}/applications/${reference}`)
    assert.ok(counts !== undefined && counts.length > 0)
    assert.deepEqual(await linked(practice), counts)
    assert.ok((await browser.get(practice)).body.includes(`${practice}/files/`))
  })
})
