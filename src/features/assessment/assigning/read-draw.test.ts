import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type RoundToAssess, roundToAssess } from '../../../../tests/support/round-to-assess.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../../tests/support/whole-application.ts'
import { firstRules } from '../../../core/rules/index.ts'
import { requestAssignment } from './request-assignment.ts'
import { runByNumber } from './runs.store.ts'
import { workOutAssignment } from './work-out-assignment.ts'

const path = { fundSlug: 'test-fund', roundSlug: 'first' }
const pages = '/manage/funds/test-fund/first/assessment/assignment'
const at = new Date('2026-12-10T12:00:00Z')
const life = lastFirst({ after })

async function roundWithCap(
  mostChancePercent: number,
  assessors: number,
): Promise<RoundWithClock & { made: RoundToAssess }> {
  const all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  const assignment = { ...firstRules.assignment, fairness: false, mostChancePercent }
  const made = await roundToAssess(all.services, all.round, { applications: 18, assessors, rules: { assignment } })
  return { ...all, made }
}

async function workedOut({ services, round }: RoundWithClock) {
  const asked = await requestAssignment(services, { actor: await round.actor('pam'), path, at })
  assert.ok(asked.ok, JSON.stringify(asked))
  const run = async () => await runByNumber(services.db, round.round.id, asked.value)
  await workOutAssignment(services, (await run())?.id ?? '')
  const done = await run()
  assert.ok(done)
  return done
}

describe('an assignment that is drawn', () => {
  let all: Awaited<ReturnType<typeof roundWithCap>>
  before(async () => {
    all = await roundWithCap(60, 8)
  })

  it('says before it is worked out that who reads what is drawn', async () => {
    const pam = await all.server.signedIn(all.round.people.pam)
    assert.match((await pam.get(pages)).body, /no assessor be more than 60% likely to be given any one application/)
  })

  it('shows every chance, who else could have been drawn, and what the cap costs', async () => {
    const run = await workedOut(all)
    assert.equal(run.state, 'done')
    assert.match(run.verdict, /keeps every rule/)
    const result = run.result
    assert.ok(result?.status === 'optimal' && result.drawn !== undefined)
    const pam = await all.server.signedIn(all.round.people.pam)
    const { body } = await pam.get(`${pages}/runs/${run.number}`)
    const words = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    const reads = new Set(result.pairs.map((pair) => pair.join(' ')))
    const nameOf = (id: string) => all.made.assessors.find((each) => each.id === id)?.name ?? ''
    for (const [reference, id, percent] of result.drawn.chances) {
      const row = words.slice(words.indexOf(`${reference} `))
      const shown = reads.has(`${reference} ${id}`) ? `, chance ${percent}%` : `${nameOf(id)} ${percent}%`
      assert.ok(row.includes(shown), `${reference} ${shown}`)
    }
    assert.match(words, /Price of the cap/)
    const price = ((result.optimum - result.drawn.expected) / result.optimum) * 100
    assert.ok(price >= 0 && words.includes(`${price.toFixed(1)}%`))
    assert.match(words, /The draw rests on the seed of the sealed rules/)
    assert.doesNotMatch(words, /Price of fairness|Next best/)
  })

  it('is the same when it is worked out again', async () => {
    const [one, other] = [await workedOut(all), await workedOut(all)]
    assert.equal(one.inputSha256, other.inputSha256)
    assert.equal(one.resultSha256, other.resultSha256)
  })
})

describe('a cap that too few assessors can keep', () => {
  it('is named in one sentence with the application, the people and the least that is enough', async () => {
    const all = await roundWithCap(50, 5)
    const run = await workedOut(all)
    assert.equal(run.state, 'impossible')
    const pam = await all.server.signedIn(all.round.people.pam)
    const { body } = await pam.get(`${pages}/runs/${run.number}`)
    assert.match(
      body,
      /DD-2026-T0000 needs 3 assessors, and with a cap of 50% on how likely a pair is the chances of Assessor 000\d.* come to 2\.5 at most: raise the cap to 60%, add 1 assessor/,
    )
  })
})
