import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, type AssessedSize, assessedRound } from '../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { firstRules } from '../../core/rules/index.ts'
import { type SeedRole, seedPersonId } from '../../seeds/people.ts'

/** The list of work of somebody in words: what is asked of them, and what goes on. */
async function workOf(round: AssessedRound, role: SeedRole) {
  const { db, clock } = round.services
  const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, round.services, role, clock()))
  const { body } = await (await round.signedIn(id)).get('/home')
  const words = body
    .slice(body.indexOf('<main'), body.indexOf('</main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  const [asked = '', underWay = ''] = words.split('Under way')
  return { asked, underWay }
}

const at = (stage: AssessedSize['stage']) => ({ stage, applications: 12, assessors: 4 })

describe('what waits while a round is assessed', () => {
  it('is the sift for the programme team, and nothing for the panel', async (t) => {
    const round = await assessedRound(lastFirst(t), at('submitted'))
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from application where round_id = ${round.roundId}::uuid and state = 'submitted'`.execute(
      round.services.db,
    )
    assert.ok((await workOf(round, 'programme')).asked.includes(`${rows[0]?.count} applications to sift`))
    const panel = await workOf(round, 'panel')
    assert.doesNotMatch(`${panel.asked} ${panel.underWay}`, /Assessment of|to sift/)
  })

  it('is to say by title what they would read for an assessor, where the rules ask it and nothing is given yet', async (t) => {
    for (const bidding of [false, true]) {
      const rules = { assignment: { ...firstRules.assignment, bidding } }
      const round = await assessedRound(lastFirst(t), { ...at('sifted'), rules })
      const { rows } = await sql<{ id: string }>`
        select person_id as id from assessor where round_id = ${round.roundId}::uuid order by person_id limit 1`.execute(
        round.services.db,
      )
      const { get, post } = await round.signedIn(rows[0]?.id ?? '')
      const bids = '/assess/example-fund/finished-round/bids'
      const before = (await get('/home')).body
      assert.equal(before.includes(bids), bidding)
      if (!bidding) continue
      assert.match(before, /Say what you would like to read of Example Fund[\s\S]*By title, before[\s\S]*To say/)
      const [name] = (await get(bids)).body.match(/bid-[A-Z][\w-]+/) ?? []
      await post(bids, { [name ?? '']: 'yes' })
      assert.match((await get('/home')).body, /Said of 1 application\. You can change it/)
      await sql`update assessor set state = 'ended' where person_id = ${rows[0]?.id}::uuid`.execute(round.services.db)
      assert.ok(!(await get('/home')).body.includes(bids))
    }
  })

  it('is to close scoring once every review is in, for whoever runs it', async (t) => {
    const round = await assessedRound(lastFirst(t), at('scored'))
    assert.match((await workOf(round, 'programme')).asked, /(\d+) of \1 reviews submitted.*To be closed/)
    for (const role of ['panel', 'auditor'] as const) {
      const { asked, underWay } = await workOf(round, role)
      assert.doesNotMatch(asked, /Assessment of/)
      assert.match(underWay, /Assessment of.*Scoring is open/)
    }
    await sql`update review set state = 'open', submitted_at = null where id = (select id from review limit 1)`.execute(
      round.services.db,
    )
    assert.doesNotMatch((await workOf(round, 'programme')).asked, /To be closed/)
    await sql`update assessment set due_at = opened_at + interval '1 second'`.execute(round.services.db)
    assert.match((await workOf(round, 'programme')).asked, /Scores are due/)
  })

  it('is to moderate and to decide for panel and programme team, until the shortlist is frozen', async (t) => {
    const round = await assessedRound(lastFirst(t), at('closed'))
    for (const role of ['programme', 'panel'] as const)
      assert.match((await workOf(round, role)).asked, /Moderate, and decide on the shortlist.*To be decided/)
    const auditor = await workOf(round, 'auditor')
    assert.doesNotMatch(auditor.asked, /Assessment of/)
    assert.match(auditor.underWay, /The panel moderates, and decides on the shortlist/)
  })

  it('is one more opinion for the assessor who is asked for it after scoring has closed', async (t) => {
    const round = await assessedRound(lastFirst(t), at('closed'))
    assert.doesNotMatch((await workOf(round, 'assessor')).asked, /Score applications/)
    const { db, clock } = round.services
    const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, round.services, 'assessor', clock()))
    await sql`update review set state = 'open', submitted_at = null where id = (select v.id from review v
      join application a on a.id = v.application_id where v.person_id = ${id}::uuid and not v.practice
      order by a.reference limit 1)`.execute(db)
    await sql`update assignment g set why = 'extra' from review v where v.application_id = g.application_id
      and v.person_id = g.person_id and v.state = 'open' and g.person_id = ${id}::uuid and g.why <> 'practice'`.execute(
      db,
    )
    assert.match((await workOf(round, 'assessor')).asked, /Score applications.*You are asked for one more opinion/)
  })
})
