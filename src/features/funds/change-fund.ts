import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Fund } from '../../core/rounds/fund.ts'
import { type Changes, listChanges } from '../../core/rounds/list-changes.ts'
import { type FundProblem, type FundTyped, moneyOfFund, readFund } from '../../core/rounds/read-fund.ts'
import type { Round } from '../../core/rounds/round.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { holdFund } from './find-round.ts'
import { fundersOf, roundsOfFunds, updateFund } from './funds.store.ts'
import { sealAgain } from './sealing/seal-rules.ts'
import { nobodyYet, type SealingSeams } from './sealing/sealing-seams.ts'

export type ChangeFundProblem =
  | FundProblem
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'money-by-decider'; readonly field: (typeof moneyOfFund)[number] }

/**
 * Changes what a fund says of itself, except its slug. Once a round of it is public, why is asked and kept; the
 * sealed rules of such rounds get a version that says so. Once scores are known the money is for whoever decides: see
 * `changeMoney`.
 *
 * @throws {NotFound} if it is not there, or not theirs to change
 */
export async function changeFund(
  services: Services,
  request: {
    readonly actor: Actor
    readonly fundSlug: string
    readonly typed: Omit<FundTyped, 'slug'>
    readonly reason: string
    readonly at: Date
    readonly hasScores?: SealingSeams['hasScores']
  },
): Promise<Result<undefined, ChangeFundProblem>> {
  const { actor, fundSlug, typed, at, hasScores = nobodyYet.hasScores } = request
  const reason = request.reason.trim()
  return await services.db.transaction().execute(async (tx) => {
    const before = await holdFund(tx, actor, 'fund:edit', fundSlug)
    const read = readFund({ ...typed, slug: before.slug })
    const rounds = await publicRoundsOf(tx, before.id)
    const changes = read.ok ? listChanges(before, read.value) : {}
    const unexplained = rounds.length > 0 && reason === '' && (!read.ok || Object.keys(changes).length > 0)
    const problems: ChangeFundProblem[] = read.ok ? [] : [...read.problems]
    const money = moneyOfFund.filter((field) => field in changes)
    if (money.length > 0 && (await anyScores(tx, rounds, hasScores)))
      problems.push(...money.map((field) => ({ code: 'money-by-decider' as const, field })))
    if (unexplained) problems.push({ code: 'reason-missing', field: 'reason' })
    if (!read.ok || problems.length > 0) return refused(...problems)
    await writeFundChange(tx, services, { before, after: { ...before, ...read.value }, changes, reason, actor, at })
    return done(undefined)
  })
}

const publicRoundsOf = async (tx: Tx, fundId: string): Promise<readonly Round[]> =>
  (await roundsOfFunds(tx, [fundId])).filter(({ publishedAt }) => publishedAt !== null)

async function anyScores(tx: Tx, rounds: readonly Round[], hasScores: SealingSeams['hasScores']): Promise<boolean> {
  for (const { id } of rounds) if (await hasScores(tx, id)) return true
  return false
}

/** Writes a change that was looked at, and seals the rules of every public round anew for its reason. Nothing where nothing changes. */
export async function writeFundChange(
  tx: Tx,
  services: Services,
  given: {
    readonly before: Fund
    readonly after: Fund
    readonly changes: Changes
    readonly reason: string
    readonly actor: Actor
    readonly at: Date
  },
): Promise<void> {
  const { before, after, changes, reason, actor, at } = given
  if (Object.keys(changes).length === 0) return
  const by = personIdOf(actor)
  await updateFund(tx, before.id, after)
  const funders = await fundersOf(tx, before.id)
  for (const round of (await publicRoundsOf(tx, before.id)).filter((each) => each.cancelledAt === null))
    await sealAgain(tx, services, { ...round, fund: after, funders }, { reason, by, at })
  await recordEvent(tx, {
    action: 'fund.changed',
    actorId: by,
    fundId: before.id,
    objectType: 'fund',
    objectId: before.id,
    at,
    facts: { changes, reason },
  })
}
