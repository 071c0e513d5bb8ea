import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../../tests/support/assessed-round.ts'
import { carriedBy } from '../../../../tests/support/carried-by.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { seedPeopleByRole, seedPersonId } from '../../../seeds/people.ts'
import { giveRole, personByEmail } from '../../accounts/index.ts'
import { sealOf } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { tooFew } from './open-scoring.ts'
import { scoringProblemLink } from './scoring.messages.ts'
import { pileOf } from './scoring.store.ts'

const world = await assessedRound(lastFirst({ after }), { applications: 8, assessors: 4, stage: 'assigned' })
const { db } = world.services
const idOf = async (email: string) => (await personByEmail(db, email))?.id ?? ''
const mina = await idOf(seedPeopleByRole.assessor.email)
const team = await world.signedIn(await idOf(seedPeopleByRole.programme.email))
const assessor = await world.signedIn(mina)
const board = `${world.path}/scoring`
const base = '/assess/example-fund/finished-round'
const criteria = ['case-for-change', 'outcomes', 'options', 'engagement', 'capacity']
const all = (points: string, words: string) =>
  Object.fromEntries(
    criteria.flatMap((id) => [
      [`points-${id}`, points],
      [`comment-${id}`, words],
    ]),
  )
const pile = await pileOf(db, world.roundId, mina)
const practised = pile[0]?.reference ?? ''
const due = (year: string) => ({ 'due-day': '1', 'due-month': '3', 'due-year': year, 'due-clock': '5pm' })

describe('practice', () => {
  it('needs points of the scale and words for each criterion', async () => {
    const refused = await team.post(`${world.path}/practice/${practised}`, { ...all('7', 'x'), 'comment-options': ' ' })
    assert.equal(refused.status, 400)
    assert.match(refused.body, /Agree points of the scale for Outcomes/)
    assert.match(refused.body, /Explain the points for Openness to options/)
    const long = 'x'.repeat(5_001)
    const cut = await team.post(`${world.path}/practice/${practised}`, { ...all('2', 'x'), 'comment-options': long })
    assert.equal(cut.status, 400)
    assert.match(
      cut.body,
      /The explanation of the points for Openness to options has 5,001 characters: use 5,000 or fewer/,
    )
    assert.ok(cut.body.includes(`>${long}</textarea>`), 'nothing is cut')
    const agreed = await team.post(`${world.path}/practice/${practised}`, all('2', 'Gaps that matter'))
    assert.equal(agreed.status, 303)
  })

  it('is for the assessors of the round alone, once scores are agreed', async () => {
    const { services } = world
    const stranger = await db.transaction().execute(async (tx) => {
      const personId = await seedPersonId(tx, services, 'colleague', services.clock())
      const role = { role: 'assessor', fundId: world.fundId, by: null, at: services.clock() } as const
      assert.ok((await giveRole(tx, services, { personId, ...role })).ok)
      return personId
    })
    const other = await world.signedIn(stranger)
    const address = `${base}/practice/${practised}`
    assert.equal((await other.get(address)).status, 404)
    assert.equal((await other.post(`${address}/declare`, { conflict: 'no' })).status, 404)
    assert.doesNotMatch((await other.get(base)).body, /Practise first/)
    assert.equal((await assessor.get(address)).location, `${address}/declare`)
    const unprepared = pile.find(({ reference }) => reference !== practised)?.reference
    assert.equal((await assessor.get(`${base}/practice/${unprepared}`)).status, 404)
  })

  it('shows what was agreed once it is submitted, and counts for nothing', async () => {
    const address = `${base}/practice/${practised}`
    assert.match((await assessor.get(base)).body, /Practise first/)
    await assessor.post(`${address}/declare`, { conflict: 'no' })
    const page = await assessor.get(address)
    assert.ok(!page.body.includes('Gaps that matter'))
    const fields = { ...carriedBy(page.body), ...all('3', 'Most of it'), 'in-scope': 'yes', 'no-conflict': 'yes' }
    assert.equal((await assessor.post(address, { ...fields, action: 'submit' })).location, address)
    const feedback = await assessor.get(address)
    assert.match(feedback.body, /You gave 1 point more/)
    assert.ok(feedback.body.includes('Gaps that matter'))
    const { rows } = await sql<{ real: number }>`select count(*) as real from review where not practice`.execute(db)
    assert.equal(rows[0]?.real, 0)
  })
})

describe('opening scoring', () => {
  it('waits for the sift, and for everything to have assessors', async () => {
    await sql`update application_sift set scope = 'open' where application_id = (
      select id from application where reference = ${practised})`.execute(db)
    const early = await team.post(`${board}/open`, due('2099'))
    assert.equal(early.status, 400)
    assert.match(early.body, /Finish the sift: 1 application not decided/)
    await sql`update application_sift set scope = 'in-scope' where application_id = (
      select id from application where reference = ${practised})`.execute(db)
    await sql`update assignment set ended_at = now(), ended_why = 'reassigned' where application_id = (
      select id from application where reference = ${practised})`.execute(db)
    assert.match((await team.post(`${board}/open`, due('2099'))).body, /Give 1 application to assessors/)
    await sql`update assignment set ended_at = null, ended_why = null where application_id = (
      select id from application where reference = ${practised})`.execute(db)
  })

  it('names applications that fewer read than the sealed rules say, where not everybody reads everything', async () => {
    const rulesSay = async (everyoneUpTo: number) => {
      const seal = await sealOf(db, world.roundId)
      assert.ok(seal)
      const { document } = seal
      const assignment = { ...document.mechanics.assignment, everyoneUpTo }
      return { ...seal, document: { ...document, mechanics: { ...document.mechanics, assignment } } }
    }
    await sql`update assignment set ended_at = now(), ended_why = 'handed-back' where id in (
      select g.id from assignment g join application a on a.id = g.application_id where a.reference = ${practised}
      and g.ended_at is null order by g.id offset 1)`.execute(db)
    const small = await tooFew(db, world.roundId, await rulesSay(15), 'readers')
    assert.deepEqual(small, [])
    const large = await tooFew(db, world.roundId, await rulesSay(0), 'readers')
    assert.equal(large.length, 1)
    const text = scoringProblemLink(large[0] ?? { code: 'not-open' }).text
    assert.ok(text.startsWith(`Fewer than 3 assessors read `) && text.includes(`${practised} (1)`), text)
    await sql`update assignment set ended_at = null, ended_why = null where ended_why = 'handed-back'`.execute(db)
    assert.doesNotMatch(
      JSON.stringify(await tooFew(db, world.roundId, await rulesSay(0), 'readers')),
      new RegExp(practised),
    )
  })

  it('needs a day to come, and is done once', async () => {
    for (const [typed, problem] of [
      [{}, /Enter when scores are due/],
      [due('2001'), /Scores must be due after now/],
      [{ ...due('2099'), 'due-clock': 'soon' }, /Enter a time such as 5pm/],
    ] as const) {
      const refused = await team.post(`${board}/open`, typed)
      assert.equal(refused.status, 400)
      assert.match(refused.body, problem)
    }
    assert.equal((await assessmentOf(db, world.roundId)).openedAt, null)
    assert.equal((await team.post(`${board}/open`, due('2099'))).status, 303)
    assert.equal((await assessmentOf(db, world.roundId)).dueAt?.toISOString(), '2099-03-01T17:00:00.000Z')
    assert.equal((await team.post(`${board}/open`, due('2098'))).status, 404)
    const { rows } = await sql<{ mails: number; people: number }>`
      select (select count(*) from message where kind = 'scoring-opened') as mails,
        (select count(distinct person_id) from assignment where ended_at is null) as people`.execute(db)
    assert.equal(rows[0]?.mails, rows[0]?.people)
  })

  it('fixes what was agreed for practice', async () => {
    const late = await team.post(`${world.path}/practice/${practised}`, all('4', 'Better after all'))
    assert.equal(late.status, 400)
    assert.match(late.body, /agreed scores stay as they are/)
  })
})

describe('closing scoring', () => {
  it('reminds those who have some left, and warns of what is missing', async () => {
    assert.equal((await team.post(`${board}/remind`)).status, 303)
    const { rows } = await sql<{ mails: number }>`
      select count(*) as mails from message where kind = 'scoring-reminder'`.execute(db)
    assert.ok((rows[0]?.mails ?? 0) > 1)
    const refused = await team.post(`${board}/close`)
    assert.equal(refused.status, 400)
    assert.match(refused.body, /reviews are missing: say that you close scoring without them/)
    assert.ok(/No review is in of .*\(0\)/.test(refused.body))
    assert.equal((await assessmentOf(db, world.roundId)).closedAt, null)
  })

  it('is done once and for good', async () => {
    assert.equal((await team.post(`${board}/close`, { anyway: 'yes' })).status, 303)
    assert.notEqual((await assessmentOf(db, world.roundId)).closedAt, null)
    assert.equal((await team.post(`${board}/close`, { anyway: 'yes' })).status, 400)
    assert.match((await assessor.get(base)).body, /Scoring has closed/)
  })
})
