import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../../tests/support/assessed-round.ts'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { seedPeopleByRole } from '../../../seeds/people.ts'
import { seedRules } from '../../../seeds/round-rules.ts'
import { personByEmail } from '../../accounts/index.ts'
import { latestUnderstanding } from '../understanding/understanding.store.ts'
import { workOutUnderstanding } from '../understanding/work-out-understanding.ts'

it('asks for no statistics where they were worked out and nothing can be estimated, also where estimates were to rank', async (t) => {
  const rules = { calibration: { ...seedRules.calibration, use: 'ranks' as const } }
  const round = await assessedRound(lastFirst(t), { stage: 'closed', applications: 20, assessors: 6, rules })
  const { db } = round.services
  await sql`insert into review_set_aside (review_id, number, set_aside, reason, decided_at)
    select id, 1, true, 'Of another bid', now() from review
    where person_id <> (select min(person_id::text)::uuid from review where not practice)`.execute(db)
  const team = await round.signedIn((await personByEmail(db, seedPeopleByRole.programme.email))?.id ?? '')
  const toDo = async () => (await team.get(`${round.path}/shortlist`)).body
  const freeze = `${round.path}/shortlist/freeze`
  const refused = async () => {
    const { body } = await team.post(freeze, { shown: hiddenIn((await team.get(freeze)).body, 'shown') })
    return /govuk-error-summary__list">(.*?)<\/ul>/s.exec(body)?.[1] ?? ''
  }
  assert.match(await toDo(), /Work out the statistics, so that/)
  assert.match(await refused(), /none were made/)

  await team.post(`${round.path}/understanding`)
  const run = await latestUnderstanding(db, round.roundId)
  await workOutUnderstanding(round.services, run?.id ?? '')
  assert.match((await team.get(`${round.path}/understanding`)).body, /All scores come from one assessor/)
  assert.doesNotMatch(await toDo(), /Work out the statistics/)
  assert.match(await refused(), /when applicants are told/, 'what else is to be said')
  assert.doesNotMatch(await refused(), /none were made/)

  await sql`insert into review_set_aside (review_id, number, set_aside, reason, decided_at)
    select review_id, 2, false, 'It was of this bid', now() from review_set_aside`.execute(db)
  assert.match(await toDo(), /Work out the statistics, so that/, 'of other scores something might be')
})
