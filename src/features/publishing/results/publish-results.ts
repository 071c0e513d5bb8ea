import { longestReason } from '../../../core/assessment/index.ts'
import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { resultsDocument } from '../../../core/results/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { type Decision, decisionOf } from '../../decisions/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { readReport } from '../reporting/read-report.ts'
import { insertResults, keepResultsSalt, type PublishedResults, readingsOf, resultsOf } from './results.store.ts'

export type PublishProblem =
  | { readonly code: 'undecided' | 'not-told' }
  | { readonly code: 'embargoed'; readonly tellAt: Date }
  | { readonly code: 'unchanged' }
  | { readonly code: 'reason-missing'; readonly field: 'reason' }
  | { readonly code: 'reason-too-long'; readonly field: 'reason'; readonly most: number }

/**
 * Publishes the results of a round as they now are: the first version, or another with the reason why it differs.
 *
 * @returns the number of the version
 * @throws {NotFound} if there is no such round for this person
 */
export async function publishResults(
  services: Services,
  actor: Actor,
  path: RoundPath,
  given: { readonly reason: string; readonly at: Date },
): Promise<Result<number, PublishProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'results:publish', path)
    const decision = await decisionOf(tx, round.id)
    const versions = await resultsOf(tx, round.id)
    const problem = whyNotYet(decision, given.at) ?? reasonProblem(versions.length > 0, given.reason)
    if (decision === undefined || problem !== undefined) return refused(problem ?? { code: 'undecided' })
    const reason = versions.length === 0 ? '' : given.reason
    const by = actor.kind === 'person' ? actor.personId : ''
    // The fund is held, so nobody else publishes meanwhile.
    return await writeResults(tx, services, { round, decision, last: versions[0], reason, by, at: given.at })
  })
}

export type ToPublish = {
  readonly round: RoundInFund
  readonly decision: Decision
  readonly last: Pick<PublishedResults, 'number' | 'text'> | undefined
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Writes the next version of results that can be published. @returns its number */
export async function writeResults(
  tx: Tx,
  services: Services,
  { round, decision, last, reason, by, at }: ToPublish,
): Promise<Result<number, PublishProblem>> {
  const text = await textOf(tx, services, round, decision, at)
  if (text === last?.text) return refused<PublishProblem>({ code: 'unchanged' })
  const number = (last?.number ?? 0) + 1
  const sha256 = services.sha256(text)
  const row = { roundId: round.id, number, text, sha256, reason, publishedAt: at, publishedBy: by }
  await insertResults(tx, row)
  await recordEvent(tx, {
    action: 'results.published',
    actorId: by,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: { number, sha256, reason },
  })
  return done(number)
}

/** Why nothing can be published yet: nobody reads in public what applicants were not told. */
export function whyNotYet(
  decision: Pick<Decision, 'tellAt' | 'toldAt'> | undefined,
  at: Date,
): PublishProblem | undefined {
  if (decision === undefined) return { code: 'undecided' }
  const { tellAt, toldAt } = decision
  if (at < tellAt) return { code: 'embargoed', tellAt }
  return toldAt === null ? { code: 'not-told' } : undefined
}

function reasonProblem(again: boolean, reason: string): PublishProblem | undefined {
  if (again && reason === '') return { code: 'reason-missing', field: 'reason' }
  return reason.length > longestReason ? { code: 'reason-too-long', field: 'reason', most: longestReason } : undefined
}

/** The document as it would be published now. */
async function textOf(tx: Tx, services: Services, round: RoundInFund, decision: Decision, at: Date): Promise<string> {
  const { all, withdrawn } = await readReport(tx, round)
  const { awardedPounds: _, ...counts } = all
  const awarded = decision.document.applications.filter(({ outcome }) => outcome === 'award').length
  const fresh = Buffer.from(services.randomBytes(32)).toString('hex')
  const document = resultsDocument(
    {
      record: decision.document,
      recordSha256: decision.sha256,
      decidedOn: isoDay(decision.decidedAt),
      counts: { ...counts, awarded, withdrawn },
      fund: round.fund,
      readings: await readingsOf(tx, round.id),
      salt: await keepResultsSalt(tx, round.id, fresh, at),
    },
    services.sha256,
  )
  return canonicalJson(document as unknown as Json)
}
