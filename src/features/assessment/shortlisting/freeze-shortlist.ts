import { isDisowned, siftStanding } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../../../core/rounds/index.ts'
import {
  countsOf,
  type Decided,
  departureProblems,
  shortlistDocument,
  shortlistText,
} from '../../../core/shortlist/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { assessmentOf, holdAssessment } from '../assessment.store.ts'
import { type Outstanding, outstandingOf } from '../moderating/moderation.store.ts'
import { type ReceivedRow, receivedOf } from '../sifting/sift.store.ts'
import { assignmentInForce } from './estimates.store.ts'
import { type Proposing, readProposal } from './read-proposal.ts'
import { type Choice, choicesOf, insertShortlist } from './shortlist.store.ts'

export type FreezeTyped = {
  readonly tell: MomentTyped
  /** `yes`: every funder approves it before applicants are told. */
  readonly approval: string
  readonly reason: string
  /** Why it is frozen although opinions that were asked for are not in. */
  readonly opinions: string
}

export type FreezeProblem =
  | MomentProblem
  | { readonly code: 'tell-missing' | 'tell-in-the-past'; readonly field: 'tell' }
  | { readonly code: 'approval-missing'; readonly field: 'approval' }
  | { readonly code: 'without-approval-reason-missing'; readonly field: 'reason' }
  | { readonly code: 'waits-for'; readonly what: 'draw' | 'pairwise' }
  | { readonly code: 'statistics-outdated' | 'statistics-missing' }
  | { readonly code: 'disowned'; readonly references: readonly string[] }
  | { readonly code: 'look-again'; readonly references: readonly string[] }
  | { readonly code: 'opinions-outstanding'; readonly field: 'opinions'; readonly references: readonly string[] }
  | { readonly code: 'nobody-chosen' | 'frozen' | 'still-scoring' | 'rules-not-sealed' | 'changed-since-shown' }

type Asked = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly typed: FreezeTyped
  /** {@link shownShortlist} of what the page showed. */
  readonly shown: string
  readonly at: Date
}

/** What stands for everything that a person was shown before they freeze it. */
export const shownShortlist = (
  { sha256 }: Pick<Services, 'sha256'>,
  { proposal }: Proposing,
  choices: readonly Choice[],
  outstanding: readonly Outstanding[] = [],
): string => sha256(JSON.stringify([proposal, choices, outstanding]))

/** Decisions that were made against another proposal than there is now: somebody looks at them again. */
export function outdatedChoices({ proposal }: Proposing, choices: readonly Choice[]): readonly string[] {
  const items = new Map(proposal.items.map((item) => [item.id, item]))
  return choices.flatMap(({ applicationId, proposed, chosen, rule, reason }) => {
    const item = items.get(applicationId)
    if (item === undefined) return []
    const fits = chosen === item.proposed || departureProblems(item.band, { rule, reason }).length === 0
    return item.proposed !== proposed || (chosen && item.rank === null) || !fits ? [item.reference] : []
  })
}

/**
 * Freezes the shortlist as it is decided: canonical JSON with its SHA-256, never altered. Applicants are told at the time
 * that it names, and not before every funder has approved it where it says so.
 *
 * @returns its SHA-256
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function freezeShortlist(services: Services, asked: Asked): Promise<Result<string, FreezeProblem>> {
  const { actor, path, typed, at } = asked
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'assessment:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    // A review that is submitted at this moment is in the document, or is refused.
    await holdAssessment(tx, round.id)
    const { closedAt, frozenAt } = await assessmentOf(tx, round.id)
    if (closedAt === null) return refused<FreezeProblem>({ code: 'still-scoring' })
    if (frozenAt !== null) return refused<FreezeProblem>({ code: 'frozen' })
    const proposing = await readProposal(tx, services, round)
    if (proposing === undefined) return refused<FreezeProblem>({ code: 'rules-not-sealed' })
    const choices = await choicesOf(tx, round.id)
    const outstanding = await outstandingOf(tx, round.id)
    if (shownShortlist(services, proposing, choices, outstanding) !== asked.shown)
      return refused<FreezeProblem>({ code: 'changed-since-shown' })
    const decided = decidedOf(choices)
    const told = readTold(typed, at)
    // In the order of the page.
    const problems: FreezeProblem[] = [
      ...whyNotYet(proposing, choices),
      ...disownedProblems(await receivedOf(tx, round.id)),
      ...opinionProblems(outstanding, typed),
      ...(told.ok ? [] : told.problems),
      ...approvalProblems(typed),
    ]
    if (!told.ok || problems.length > 0) return refused(...problems)
    const tellAt = told.value
    const approval = { asked: typed.approval === 'yes', reason: typed.approval === 'yes' ? '' : typed.reason.trim() }
    const without = outstanding.length === 0 ? null : withoutOpinions(outstanding, typed)
    const person = { id: actor.personId, name: actor.name }
    return done(
      await writeShortlist(tx, services, { round, proposing, decided, tellAt, approval, without, person, at }),
    )
  })
}

function whyNotYet(proposing: Proposing, choices: readonly Choice[]): readonly FreezeProblem[] {
  const { proposal } = proposing
  const problems: FreezeProblem[] = proposal.waitsFor.map((what) => ({ code: 'waits-for', what }))
  const { statistics, rules } = proposing
  // As advice they can be done without; what is shown of them must be of the scores that count.
  if (statistics === 'outdated') problems.push({ code: 'statistics-outdated' })
  if (statistics === 'missing' && rules.calibration.use === 'ranks') problems.push({ code: 'statistics-missing' })
  const references = outdatedChoices(proposing, choices)
  if (references.length > 0) problems.push({ code: 'look-again', references })
  const decided = decidedOf(choices)
  if (!proposal.items.some(({ id, proposed }) => decided.get(id)?.chosen ?? proposed))
    problems.push({ code: 'nobody-chosen' })
  return problems
}

/** Nothing is settled for good while somebody says that an application to be scored is not theirs. */
function disownedProblems(received: readonly ReceivedRow[]): readonly FreezeProblem[] {
  const disowned = received.filter((row) => isDisowned(row) && siftStanding(row) === 'scored')
  return disowned.length === 0 ? [] : [{ code: 'disowned', references: disowned.map(({ reference }) => reference) }]
}

function opinionProblems(outstanding: readonly Outstanding[], { opinions }: FreezeTyped): readonly FreezeProblem[] {
  if (outstanding.length === 0 || opinions.trim() !== '') return []
  return [{ code: 'opinions-outstanding', field: 'opinions', references: referencesOf(outstanding) }]
}

const withoutOpinions = (outstanding: readonly Outstanding[], { opinions }: FreezeTyped) => ({
  references: referencesOf(outstanding),
  reason: opinions.trim(),
})

const referencesOf = (outstanding: readonly Outstanding[]): readonly string[] => [
  ...new Set(outstanding.map(({ reference }) => reference)),
]

/** When applicants are told: a moment that is still to come. */
function readTold({ tell }: FreezeTyped, now: Date): Result<Date, FreezeProblem> {
  const moment = readMoment('shortlistOn', tell, true)
  if (!moment.ok) return moment
  if (moment.value === null) return refused<FreezeProblem>({ code: 'tell-missing', field: 'tell' })
  return moment.value.at < now
    ? refused<FreezeProblem>({ code: 'tell-in-the-past', field: 'tell' })
    : done(moment.value.at)
}

function approvalProblems({ approval, reason }: FreezeTyped): readonly FreezeProblem[] {
  if (approval !== 'yes' && approval !== 'no') return [{ code: 'approval-missing', field: 'approval' }]
  return approval === 'no' && reason.trim() === '' ? [{ code: 'without-approval-reason-missing', field: 'reason' }] : []
}

/** The panel's decisions as the document has them. */
export const decidedOf = (choices: readonly Choice[]): ReadonlyMap<string, Decided> =>
  new Map(
    choices.map(({ applicationId, proposed, chosen, rule, reason, decidedAt, decidedByName }) => [
      applicationId,
      {
        chosen,
        departure:
          proposed === chosen
            ? null
            : { rule, reason, decidedBy: decidedByName ?? '', decidedAt: decidedAt.toISOString() },
      },
    ]),
  )

export type ToFreeze = {
  readonly round: RoundInFund
  readonly proposing: Proposing
  readonly decided: ReadonlyMap<string, Decided>
  readonly tellAt: Date
  readonly approval: { readonly asked: boolean; readonly reason: string }
  /** Opinions that it does not wait for, and why; nothing where none are outstanding. */
  readonly without?: { readonly references: readonly string[]; readonly reason: string } | null
  readonly person: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Writes the document with its trace, once nothing stands against it. */
export async function writeShortlist(tx: Tx, services: Services, given: ToFreeze): Promise<string> {
  const { round, proposing, decided, tellAt, approval, without = null, person, at } = given
  const { seal, run, leads } = proposing
  const understanding =
    run === undefined ? null : { number: run.number, inputSha256: run.inputSha256, resultSha256: run.resultSha256 }
  const document = shortlistDocument(
    proposing.proposal,
    {
      round: { id: round.id, fund: round.fund.name, name: round.name, illustrative: round.illustrative },
      rules: { version: seal.version, sha256: seal.sha256 },
      runs: { assignment: await assignmentInForce(tx, round.id), understanding },
      case: proposing.given,
      drawNamed: proposing.rules.drawValue,
      approval,
      withoutOpinions: without,
      tellAt: tellAt.toISOString(),
      frozenAt: at.toISOString(),
      frozenBy: person.name,
    },
    leads,
    decided,
    services.sha256,
  )
  const text = shortlistText(document)
  const sha256 = services.sha256(text)
  await insertShortlist(tx, { roundId: round.id, document: text, sha256, frozenAt: at, frozenBy: person.id, tellAt })
  await recordEvent(tx, {
    action: 'shortlist.frozen',
    actorId: person.id,
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: {
      sha256,
      rulesSha256: seal.sha256,
      ...countsOf(document),
      approval,
      withoutOpinions: without,
      tellAt: tellAt.toISOString(),
    },
  })
  return sha256
}
