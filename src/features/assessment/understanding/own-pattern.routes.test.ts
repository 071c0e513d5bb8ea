import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { roundById } from '../../funds/index.ts'
import { queueUnderstanding } from './request-understanding.ts'
import { latestUnderstanding } from './understanding.store.ts'
import { workOutUnderstanding } from './work-out-understanding.ts'

const page = '/assess/example-fund/finished-round/own-pattern'
const pile = '/assess/example-fund/finished-round'

/** The assessor who can sign in, and the names of all the others. */
async function assessorsOf({ services: { db }, roundId }: AssessedRound) {
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    select distinct p.id, p.name, p.email from person p join review v on v.person_id = p.id
    join application a on a.id = v.application_id where a.round_id = ${roundId}::uuid`.execute(db)
  const me = rows.find(({ email }) => email === seedPeopleByRole.assessor.email)
  assert.ok(me)
  return { me: me.id, others: rows.filter(({ id }) => id !== me.id) }
}

async function workOut({ services, roundId }: AssessedRound) {
  const round = await roundById(services.db, roundId)
  assert.ok(round)
  const at = services.clock()
  await services.db.transaction().execute(async (tx) => await queueUnderstanding(tx, services, { round, by: null, at }))
  const run = await latestUnderstanding(services.db, roundId)
  await workOutUnderstanding(services, run?.id ?? '')
  return (await latestUnderstanding(services.db, roundId, ['done'])) ?? assert.fail()
}

describe('how an assessor’s own scores compare', () => {
  it('is shown once scoring has closed, and not before, even where it was worked out', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 40, assessors: 8 })
    const { me } = await assessorsOf(round)
    const browser = await round.signedIn(me)
    assert.match((await browser.get(page)).body, /has not been worked out yet/)
    await workOut(round)
    assert.match((await browser.get(page)).body, /How strict you are/)
    assert.match((await browser.get(pile)).body, /How your scores compare/)
    await sql`update assessment set closed_at = null, closed_by = null where round_id = ${round.roundId}::uuid`.execute(
      round.services.db,
    )
    const { body } = await browser.get(page)
    assert.match(body, /Nothing is shown before scoring has closed/)
    assert.doesNotMatch(body, /How strict you are|of 100/)
    assert.doesNotMatch((await browser.get(pile)).body, /How your scores compare/)
  })

  it('has their own leniency and differences, and nobody’s name or score besides', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 40, assessors: 8 })
    const { me, others } = await assessorsOf(round)
    const { result, input } = await workOut(round)
    const { body } = await (await round.signedIn(me)).get(page)
    const mine = result?.calibration?.assessors.find(({ id }) => id === me) ?? assert.fail()
    assert.ok(
      body.includes(`about ${Math.abs(mine.leniency).toFixed(1)} of 100 ${mine.leniency < 0 ? 'less' : 'more'}`),
    )
    assert.ok(others.length > 5)
    for (const { id, name, email } of others) {
      assert.ok(!body.includes(name) && !body.includes(email) && !body.includes(id))
      const other = result?.calibration?.assessors.find((each) => each.id === id)
      assert.ok(
        !body.includes(`about ${Math.abs(other?.leniency ?? 0).toFixed(1)} of 100`) ||
          other?.leniency === mine.leniency,
      )
    }
    const { rows } = await sql<{ id: string; reference: string }>`select id, reference from application`.execute(
      round.services.db,
    )
    const estimates = new Map(result?.calibration?.applications.map(({ id, estimate }) => [id, estimate]))
    const readBy = Map.groupBy(input.reviews, ({ application }) => application)
    const furthest = input.reviews
      .filter(({ assessor, application }) => assessor === me && (readBy.get(application)?.length ?? 0) > 2)
      .toSorted((one, other) => far(other) - far(one))
    function far({ application, total }: (typeof input.reviews)[number]): number {
      return Math.abs(total - (estimates.get(application) ?? total))
    }
    const shown = [...body.matchAll(/own-pattern|applications\/(DD-[\w-]+)"/g)].flatMap(
      ([, reference]) => reference ?? [],
    )
    assert.deepEqual(
      shown,
      furthest.slice(0, 5).map(({ application }) => rows.find(({ id }) => id === application)?.reference),
    )
    const outsider = others[0]?.id ?? ''
    const theirs = (await (await round.signedIn(outsider)).get(page)).body
    assert.notEqual(theirs, body)
  })

  it('waits while one more opinion is asked of them', async (t) => {
    const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 40, assessors: 8 })
    const { db } = round.services
    const { me } = await assessorsOf(round)
    await workOut(round)
    await sql`insert into assignment (id, application_id, person_id, why, place, assigned_at)
      select gen_random_uuid(), a.id, ${me}::uuid, 'extra', 99, now() from application a
      where a.round_id = ${round.roundId}::uuid and a.state = 'submitted'
        and not exists (select from assignment g where g.application_id = a.id and g.person_id = ${me}::uuid)
      order by a.reference limit 1`.execute(db)
    const browser = await round.signedIn(me)
    const { body } = await browser.get(page)
    assert.match(body, /asked for one more opinion/)
    assert.doesNotMatch(body, /How strict you are/)
  })
})
