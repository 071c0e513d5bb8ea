import { longestReason } from '../../../core/assessment/index.ts'
import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { recordForEverybody } from '../../../core/decisions/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { furthestOf } from '../../../core/reporting/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type CameTo, resultsDocument } from '../../../core/results/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { type Decision, decisionOf } from '../../decisions/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { readReported } from '../reporting/read-report.ts'
import { insertPublishedRecord } from './published-record.store.ts'
import { readTexts, type TextProblem } from './read-texts.ts'
import { insertResults, keepResultsSalt, type PublishedResults, readingsOf, resultsOf } from './results.store.ts'

/** What was typed to publish. `texts`: those of the decision record, by their fields; what is not there stays as proposed. */
export type PublishTyped = {
  readonly reason: string
  readonly texts: ReadonlyMap<string, string>
  /** Whether they say that they have read every text. */
  readonly read: boolean
}

export type PublishProblem =
  | TextProblem
  | { readonly code: 'not-read'; readonly field: 'read' }
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
  given: PublishTyped & { readonly at: Date },
): Promise<Result<number, PublishProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'results:publish', path)
    const decision = await decisionOf(tx, round.id)
    const versions = await resultsOf(tx, round.id)
    const waits = whyNotYet(decision, given.at)
    if (decision === undefined || waits !== undefined) return refused(waits ?? { code: 'undecided' })
    const { texts, problems: inTexts } = await textsTyped(tx, services, decision, given.texts)
    const problems = [
      ...reasonProblems(versions.length > 0, given.reason),
      ...inTexts,
      ...(given.read ? [] : [{ code: 'not-read', field: 'read' } as const]),
    ]
    if (problems.length > 0) return refused<PublishProblem>(...problems)
    const reason = versions.length === 0 ? '' : given.reason
    const by = actor.kind === 'person' ? actor.personId : ''
    // The fund is held, so nobody else publishes meanwhile.
    return await writeResults(tx, services, { round, decision, last: versions[0], texts, reason, by, at: given.at })
  })
}

export type ToPublish = {
  readonly round: RoundInFund
  readonly decision: Decision
  readonly last: Pick<PublishedResults, 'number' | 'text'> | undefined
  /** Texts of the decision record as they are published, by where they stand in it. */
  readonly texts: ReadonlyMap<string, string>
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Writes the next version of results that can be published, with the record that goes with it. @returns its number */
export async function writeResults(
  tx: Tx,
  services: Services,
  given: ToPublish,
): Promise<Result<number, PublishProblem>> {
  const { round, last, reason, by, at } = given
  const { text, record } = await documentsOf(tx, services, given)
  if (text === last?.text) return refused<PublishProblem>({ code: 'unchanged' })
  const number = (last?.number ?? 0) + 1
  const sha256 = services.sha256(text)
  const row = { roundId: round.id, number, text, sha256, reason, publishedAt: at, publishedBy: by }
  await insertResults(tx, row)
  await insertPublishedRecord(tx, { roundId: round.id, number, ...record })
  await recordEvent(tx, {
    action: 'results.published',
    actorId: by,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: { number, sha256, recordSha256: record.sha256, reason },
  })
  return done(number)
}

/** The texts of the record as they were typed, or proposed, by where they stand; and what is wrong with them. */
async function textsTyped(tx: Tx, services: Services, decision: Decision, typed: ReadonlyMap<string, string>) {
  const { texts, problemsOf } = await readTexts(tx, services, decision)
  const asTyped = texts.map((each) => ({ each, text: typed.get(each.field) ?? each.proposed }))
  return {
    texts: new Map(asTyped.map(({ each, text }) => [each.path, text])),
    problems: asTyped.flatMap(({ each, text }) => problemsOf(each, text)),
  }
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

function reasonProblems(again: boolean, reason: string): readonly PublishProblem[] {
  if (again && reason === '') return [{ code: 'reason-missing', field: 'reason' }]
  return reason.length > longestReason ? [{ code: 'reason-too-long', field: 'reason', most: longestReason }] : []
}

/** The results and the record as they would be published now. */
async function documentsOf(tx: Tx, services: Services, { round, decision, texts, at }: ToPublish) {
  const { sha256 } = services
  const fresh = Buffer.from(services.randomBytes(32)).toString('hex')
  const salt = await keepResultsSalt(tx, round.id, fresh, at)
  const published = recordForEverybody(decision.document, { wholeSha256: decision.sha256, salt, texts }, sha256)
  const recordText = canonicalJson(published as unknown as Json)
  const record = { text: recordText, sha256: sha256(recordText) }
  const document = resultsDocument(
    {
      record: decision.document,
      recordSha256: decision.sha256,
      publishedSha256: record.sha256,
      decidedOn: isoDay(decision.decidedAt),
      cameTo: await howFar(tx, round.id),
      fund: round.fund,
      readings: await readingsOf(tx, round.id),
      salt,
    },
    sha256,
  )
  return { text: canonicalJson(document as unknown as Json), record }
}

/** How far each application came but for awards, which are as they were decided: those being written left out. */
async function howFar(tx: Tx, roundId: string): Promise<ReadonlyMap<string, CameTo>> {
  const reported = await readReported(tx, roundId)
  return new Map(
    reported.flatMap((row): readonly (readonly [string, CameTo])[] => {
      if (row.state === 'withdrawn') return [[row.id, 'withdrawn']]
      const furthest = furthestOf({ ...row, awardedPounds: null })
      return furthest === undefined ? [] : [[row.id, furthest]]
    }),
  )
}
