import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { type SeedRole, seedPersonId } from '../../../seeds/people.ts'
import { giveRole } from '../../accounts/index.ts'
import { fundersOf } from '../../funds/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'

const life = lastFirst({ after })
const now = new Date()
const telling = '/manage/funds/example-fund/finished-round/decisions/telling'
const approvals = '/manage/funds/example-fund/approvals'
const reason = 'One award is above what our ministers agreed\nto pay for <b>this</b> region this year'
let round: DecidedRound
let team: TestBrowser
let funder: TestBrowser
let name = ''
let asked: Readonly<Record<string, string>> = {}

const seeded = async (role: SeedRole): Promise<string> =>
  await round.services.db.transaction().execute(async (tx) => await seedPersonId(tx, round.services, role, now))

before(async () => {
  const tellAt = new Date(now.getTime() + 300_000)
  const decided = { awards: 2, reserves: 0, pounds: 60_000, reserveExpiresOn: null, tellAt, funders: true }
  round = await decidedRound(life, exampleRecord(await openHighs()), decided, { clock: () => now })
  const { db } = round.services
  const [first, ...others] = await fundersOf(db, round.fundId)
  assert.ok(first !== undefined && others.length === 0)
  name = first.organisationName
  const personId = await seeded('funder')
  const role = { personId, role: 'funder', fundId: round.fundId, by: null, at: now } as const
  const { organisationId } = first
  await db.transaction().execute(async (tx) => await giveRole(tx, round.services, { ...role, organisationId }))
  ;[team, funder] = [await round.signedIn(await seeded('programme')), await round.signedIn(personId)]
  const shown = (await decisionOf(db, round.roundId))?.sha256 ?? ''
  asked = { organisation: organisationId, subject: 'awards', round: 'finished-round', shown }
})

describe('awards that a funder does not approve', () => {
  it('are waited for without a word of a refusal where nobody refused them', async () => {
    const { body } = await team.get(telling)
    assert.ok(body.includes(`Approval of the awards by ${name}.`))
    assert.doesNotMatch(body, /does not approve/)
  })

  it('are said by the page of telling to be refused: by whom, when, why, and what to do', async () => {
    assert.equal((await funder.post(`${approvals}/refuse`, { ...asked, reason })).status, 303)
    const { body } = await team.get(telling)
    assert.ok(body.includes(`${name} does not approve these awards. George Whitfield said why at ${ukTime(now)}:`))
    assert.ok(body.includes('to pay for &lt;b&gt;this&lt;/b&gt; region this year'))
    assert.ok(body.includes(`Nobody is told until ${name} approves exactly these awards`))
    assert.ok(body.includes(`href="${approvals}"`))
  })

  it('are no longer refused once the funder approves them after all', async () => {
    assert.equal((await funder.post(approvals, asked)).status, 303)
    const { body } = await team.get(telling)
    assert.doesNotMatch(body, /does not approve|Approval of the awards by/)
  })
})
