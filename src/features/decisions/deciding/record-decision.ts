import { checkOutcomes, decisionText, type OutcomesProblem } from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound, holdRound, type RoundPath } from '../../funds/index.ts'
import { isUpToDate } from '../choosing/is-up-to-date.ts'
import { recordDoing } from '../record-doing.ts'
import { type BeyondFund, checkPurse } from './check-purse.ts'
import { declarationsOf, noteOf, submissionOf } from './deciding.store.ts'
import { decisionOf, insertDecision } from './decision.store.ts'
import { writeDeclaration } from './declare-conflicts.ts'
import { shownStanding } from './freeze-recommendation.ts'
import { makeRecord } from './make-record.ts'
import { type TooManyPages, tooManyPages } from './measure-submission.ts'
import { type DeclarationProblem, type DeclareTyped, readDeclaration } from './read-declaration.ts'
import { conflictsOf, hasDeclared, readStanding, type Standing, type StandingNotYet } from './read-outcomes.ts'
import type { DecideRead, ToDecide } from './to-decide.ts'

export type DecideTyped = {
  /** `self`, or `other`: recorded for somebody by their office. */
  readonly who: string
  readonly name: string
  readonly title: string
  readonly evidence: string
  readonly tell: MomentTyped
  readonly expires: MomentTyped
  readonly approval: string
  readonly reason: string
  /** The conflicts of whoever decided, where somebody else records it. */
  readonly declared: DeclareTyped
}

export type DecideProblem =
  | OutcomesProblem
  | BeyondFund
  | DeclarationProblem
  | TooManyPages
  | { readonly code: 'moment'; readonly field: 'tell' | 'expires'; readonly problem: MomentProblem }
  | { readonly code: 'tell-missing' | 'tell-in-the-past'; readonly field: 'tell' }
  | { readonly code: 'expires-missing' | 'expires-before-tell'; readonly field: 'expires' }
  | { readonly code: 'who-missing'; readonly field: 'who' }
  | { readonly code: 'name-missing'; readonly field: 'name' }
  | { readonly code: 'title-missing'; readonly field: 'title' }
  | { readonly code: 'evidence-missing'; readonly field: 'evidence' }
  | { readonly code: 'approval-missing'; readonly field: 'approval' }
  | { readonly code: 'without-approval-reason-missing'; readonly field: 'reason' }
  | { readonly code: 'conflicted'; readonly references: readonly string[] }
  | { readonly code: 'decider-conflicted'; readonly by: string; readonly references: readonly string[] }
  | {
      readonly code:
        | StandingNotYet
        | 'declare-first'
        | 'decided-already'
        | 'changed-since-shown'
        | 'case-changed'
        | 'note-missing'
        | 'submission-missing'
    }

/**
 * Records the decision as one document with its hash, for ever: nobody is told before its embargo ends. Of two at once one
 * is recorded, and the other is told so.
 *
 * @returns its SHA-256
 * @throws {NotFound} if the round is not there, or not theirs to decide
 */
export async function recordDecision(
  services: Services,
  asked: {
    readonly actor: Actor
    readonly path: RoundPath
    readonly typed: DecideTyped
    readonly shown: string
    readonly at: Date
  },
): Promise<Result<string, DecideProblem>> {
  const { actor, path, typed, shown, at } = asked
  const long = await measuredNow(services, actor, path)
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'decision:decide', path)
    if (actor.kind !== 'person') throw notFound('round')
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<DecideProblem>({ code: 'decided-already' })
    const standing = await readStanding(tx, round, 'decision')
    if (typeof standing === 'string') return refused<DecideProblem>({ code: standing })
    if (!hasDeclared(standing, actor)) return refused<DecideProblem>({ code: 'declare-first' })
    const conflicts = await conflictsOf(tx, round, standing, actor)
    const references = referencesOf(standing, conflicts)
    if (references.length > 0) return refused<DecideProblem>({ code: 'conflicted', references })
    if (shownStanding(services, standing) !== shown) return refused<DecideProblem>({ code: 'changed-since-shown' })
    if (!(await isUpToDate(tx, services, standing))) return refused<DecideProblem>({ code: 'case-changed' })
    const [note, submission] = [await noteOf(tx, round.id), await submissionOf(tx, round.id)]
    if (note === undefined) return refused<DecideProblem>({ code: 'note-missing' })
    if (submission === undefined) return refused<DecideProblem>({ code: 'submission-missing' })
    if (long !== undefined) return refused<DecideProblem>(long)
    const inRound = checkOutcomes(standing.outcomes, standing.run.input)
    const money = inRound.length > 0 ? inRound : await checkPurse(tx, round, standing.outcomes)
    if (money.length > 0) return refused<DecideProblem>(...money)
    const hasReserve = standing.outcomes.some(({ outcome }) => outcome === 'reserve')
    const read = readDecision(typed, { actorName: actor.name, hasReserve, at })
    const declared = typed.who === 'other' ? readDecider(standing, typed) : done(undefined)
    if (!read.ok || !declared.ok) return refused(...problemsOf(read), ...problemsOf(declared))
    if (declared.value !== undefined) {
      const said = { ...declared.value, personId: actor.personId, evidence: read.value.evidence }
      await writeDeclaration(tx, { round, said, at })
      const theirs = referencesOf(standing, new Set(said.applicationIds))
      const by = said.decider
      if (theirs.length > 0) return refused<DecideProblem>({ code: 'decider-conflicted', by, references: theirs })
    }
    const written = await writeDecision(tx, services, {
      round,
      standing: { ...standing, declarations: await declarationsOf(tx, round.id) },
      note,
      submission,
      read: read.value,
      recordedById: actor.personId,
      at,
    })
    return written === undefined ? refused<DecideProblem>({ code: 'decided-already' }) : done(written)
  })
}

/** The pages of the submission as it stands: measured before anything is held, since making a document takes a while. */
async function measuredNow(services: Services, actor: Actor, path: RoundPath): Promise<TooManyPages | undefined> {
  const { db } = services
  const round = await findRound(db, actor, 'decision:decide', path)
  const standing = await readStanding(db, round, 'decision')
  if (typeof standing === 'string') return undefined
  const [words, note] = [await submissionOf(db, round.id), await noteOf(db, round.id)]
  return await tooManyPages(services, round, standing, { words, note })
}

const referencesOf = ({ outcomes }: Standing, ids: ReadonlySet<string>): readonly string[] =>
  outcomes.filter(({ id }) => ids.has(id)).map(({ reference }) => reference)

const problemsOf = (read: Result<unknown, DecideProblem>): readonly DecideProblem[] => (read.ok ? [] : read.problems)

/** What the person for whose office a decision is recorded declared of their conflicts. */
function readDecider(standing: Standing, typed: DecideTyped) {
  const decider = typed.name.trim()
  const before = standing.declarations.find((each) => each.decider.toLowerCase() === decider.toLowerCase())
  const read = readDeclaration(standing, typed.declared, before?.applicationIds ?? [])
  return read.ok ? done({ ...read.value, decider, stage: 'decision' as const }) : read
}

/** Reads the form that records a decision. */
export function readDecision(
  typed: DecideTyped,
  { actorName, hasReserve, at }: { readonly actorName: string; readonly hasReserve: boolean; readonly at: Date },
): Result<DecideRead, DecideProblem> {
  const problems: DecideProblem[] = []
  const other = typed.who === 'other'
  const [name, title, evidence] = [typed.name.trim(), typed.title.trim(), typed.evidence.trim()]
  if (!other && typed.who !== 'self') problems.push({ code: 'who-missing', field: 'who' })
  if (other && name === '') problems.push({ code: 'name-missing', field: 'name' })
  if (title === '') problems.push({ code: 'title-missing', field: 'title' })
  if (other && evidence === '') problems.push({ code: 'evidence-missing', field: 'evidence' })
  const asked = typed.approval === 'yes'
  if (!asked && typed.approval !== 'no') problems.push({ code: 'approval-missing', field: 'approval' })
  if (typed.approval === 'no' && typed.reason.trim() === '')
    problems.push({ code: 'without-approval-reason-missing', field: 'reason' })
  const tell = readMoment('decisionsOn', typed.tell, true)
  if (!tell.ok)
    problems.push(...tell.problems.map((problem): DecideProblem => ({ code: 'moment', field: 'tell', problem })))
  const tellAt = tell.ok ? tell.value?.at : undefined
  if (tell.ok && tellAt === undefined) problems.push({ code: 'tell-missing', field: 'tell' })
  if (tellAt !== undefined && tellAt < at) problems.push({ code: 'tell-in-the-past', field: 'tell' })
  const expires = readMoment('decisionsOn', typed.expires, false)
  if (!expires.ok)
    problems.push(...expires.problems.map((problem): DecideProblem => ({ code: 'moment', field: 'expires', problem })))
  const expiresAt = expires.ok ? expires.value?.at : undefined
  if (expires.ok && hasReserve && expiresAt === undefined) problems.push({ code: 'expires-missing', field: 'expires' })
  const told = tellAt !== undefined && tellAt > at ? tellAt : at
  if (expiresAt !== undefined && expiresAt <= told) problems.push({ code: 'expires-before-tell', field: 'expires' })
  if (tellAt === undefined || problems.length > 0) return refused(...problems)
  return done({
    decidedBy: other ? name : actorName,
    title,
    recordedBy: other ? actorName : '',
    evidence: other ? evidence : '',
    tellAt,
    expiresOn: hasReserve && expiresAt !== undefined ? isoDay(expiresAt) : null,
    approval: { asked, reason: asked ? '' : typed.reason.trim() },
  })
}

/** Writes a decision that was looked at. @returns its SHA-256; undefined when there is one already */
export async function writeDecision(tx: Tx, services: Services, given: ToDecide): Promise<string | undefined> {
  const { round, read, recordedById, at } = given
  const record = await makeRecord(tx, services, given)
  const text = decisionText(record)
  const sha256 = services.sha256(text)
  const { decidedBy, tellAt } = read
  const decision = {
    roundId: round.id,
    text,
    sha256,
    decidedAt: at,
    decidedBy,
    recordedAt: at,
    recordedBy: recordedById,
    tellAt,
  }
  if (!(await insertDecision(tx, decision))) return undefined
  const awards = record.applications.filter(({ outcome }) => outcome === 'award')
  await recordDoing(tx, { round, by: recordedById, at }, 'awards.decided', {
    sha256,
    seal: record.seal,
    rulesSha256: record.rules.sha256,
    awards: awards.length,
    pounds: awards.reduce((sum, { pounds }) => sum + (pounds ?? 0), 0),
    tellAt: tellAt.toISOString(),
    recordedForSomebody: read.recordedBy !== '',
  })
  return sha256
}
