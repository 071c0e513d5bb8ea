import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { seedRules } from '../../../seeds/round-rules.ts'
import { roundById } from '../../funds/index.ts'
import { portfoliosOf } from './portfolios.store.ts'
import { readDeciding } from './read-case.ts'
import { workOutPortfolioRun } from './work-out-run.ts'

const life = lastFirst({ after })
let world: AssessedRound
let team: TestBrowser
const address = '/manage/funds/example-fund/finished-round/decisions/portfolios'

/** A round without interviews whose shortlist is frozen. */
async function startRound(spread: AssessmentRules['spread']): Promise<void> {
  const rules = { interview: { ...seedRules.interview, held: false }, spread }
  world = await assessedRound(life, { applications: 30, assessors: 8, stage: 'shortlisted', rules })
  const { db, clock } = world.services
  const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, world.services, 'programme', clock()))
  team = await world.signedIn(id)
}

before(async () => await startRound(seedRules.spread))

/** Seals the budget anew, of less than any award takes, and works a portfolio out. */
async function withBudgetOf50() {
  await sql`insert into sealed_rules (round_id, version, document, sha256, previous_sha256, reason, sealed_at)
    select round_id, version + 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), sha256, 'A smaller budget', now()
    from sealed_rules s, lateral (select jsonb_set(s.document::jsonb, '{money,budgetPounds}', '50')::text as text) as made
    where round_id = ${world.roundId}::uuid order by version desc limit 1`.execute(world.services.db)
  assert.equal((await team.post(address, { question: '' })).status, 303)
  await workOutPortfolioRun(world.services, (await latest()).id)
  return await latest()
}

const latest = async () => {
  const [run] = await portfoliosOf(world.services.db, world.roundId)
  assert.ok(run !== undefined)
  return run
}

describe('choosing a portfolio', () => {
  it('is of the final scores under the sealed rules, and is worked out in a thread', async () => {
    assert.match((await team.get(address)).body, /By the sealed rules each award counts as the cap/)
    assert.equal((await team.post(address, { question: 'share' })).status, 303)
    const run = await latest()
    assert.equal(run.input.moneyQuestion, null, 'what the sealed rules say, not what is posted')
    await workOutPortfolioRun(world.services, run.id)
    const done = await latest()
    assert.equal(done.state, 'done', done.verdict)
    const round = await roundById(world.services.db, world.roundId)
    assert.ok(round !== undefined)
    const deciding = await readDeciding(world.services.db, round)
    assert.ok(typeof deciding !== 'string')
    const able = deciding.scores.filter(({ aboveThreshold }) => aboveThreshold)
    assert.deepEqual(
      done.input.candidates.map(({ id }) => id).sort(),
      able.map(({ applicationId }) => applicationId).sort(),
    )
    const { body } = await team.get(`${address}/${done.number}`)
    assert.match(body, /Who is chosen/)
    assert.match(body, /What it would take to be chosen/)
  })

  it('is tried with a card moved under a name and a reason, which are kept', async () => {
    const base = await latest()
    assert.ok(base.result?.status === 'optimal')
    const [first] = base.result.chosen
    const card = base.input.candidates.find(({ id }) => id === first)
    const move = `${address}/${base.number}/move`
    const without = await team.post(move, { application: card?.reference ?? '', move: 'out', name: '', reason: '' })
    assert.equal(without.status, 400)
    assert.ok(without.body.includes('Enter why you try it'))
    const typed = {
      application: card?.reference ?? '',
      move: 'out',
      name: 'Without the best',
      reason: 'To see who comes in',
    }
    assert.equal((await team.post(move, typed)).status, 303)
    assert.equal((await team.post(move, typed)).status, 400, 'one at a time')
    const run = await latest()
    await workOutPortfolioRun(world.services, run.id)
    const tried = await latest()
    assert.ok(tried.result?.status === 'optimal')
    assert.equal(tried.result.chosen.includes(first ?? ''), false)
    assert.ok(tried.result.value <= base.result.value)
    const lost = ((base.result.value - tried.result.value) / 1e6).toFixed(1)
    const { body } = await team.get(`${address}/${tried.number}`)
    assert.ok(
      lost !== '0.0' && body.includes(`it is worth ${lost} point`) && body.includes('less than what they propose'),
    )
    assert.doesNotMatch(body, /This is what the sealed rules propose/)
    assert.match((await team.get(`${address}/${base.number}`)).body, /This is what the sealed rules propose/)
    await assert.rejects(sql`update portfolio_what_if set name = 'x'`.execute(world.services.db), /never altered/)
  })

  it('names the sealed rules that contradict one another, and proposes nothing', async () => {
    const run = await withBudgetOf50()
    assert.equal(run.state, 'impossible')
    const { body } = await team.get(`${address}/${run.number}`)
    assert.match(
      body,
      /No portfolio keeps to all of these together: a budget of £50 and district councils: at least 1\./,
    )
  })
})

describe('a budget below one award', () => {
  it('awards nothing, and says that it is why', async () => {
    await startRound([])
    const { number, result } = await withBudgetOf50()
    assert.deepEqual(result?.status === 'optimal' && result.chosen, [])
    const { body } = await team.get(`${address}/${number}`)
    assert.match(body, /budget of £50 is less than the smallest award, £[\d,]+, so nothing can be awarded/)
  })
})
