import { longestReason } from '../../../core/assessment/index.ts'
import { type ChoosableOutcome, choosableOutcomes, sameOutcome } from '../../../core/decisions/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { hasSubstance } from '../../../core/rules/index.ts'
import { departureRules } from '../../../core/shortlist/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { recordDoing } from '../record-doing.ts'
import { type ChoiceRow, insertChoice, type Stage } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'
import { conflictsOf, hasDeclared, readStanding, type Standing, type StandingNotYet } from './read-outcomes.ts'

/** Rules under which people may depart: those of the shortlist, and that a sum was looked at again. */
export const decisionDepartureRules = [...departureRules, 'amount'] as const
export type DecisionDepartureRule = (typeof decisionDepartureRules)[number]

export type ChoiceTyped = Readonly<Record<'outcome' | 'pounds' | 'place' | 'rule' | 'reason', string>>

export type ChoiceProblem =
  | { readonly code: 'outcome-missing' | 'below-threshold'; readonly field: 'outcome' }
  | { readonly code: 'pounds-missing' | 'pounds-not-whole'; readonly field: 'pounds' }
  | { readonly code: 'over-cap'; readonly field: 'pounds'; readonly capPounds: number }
  | { readonly code: 'place-not-whole'; readonly field: 'place' }
  | { readonly code: 'rule-missing'; readonly field: 'rule' }
  | { readonly code: 'reason-missing' | 'reason-too-thin' | 'reason-too-long'; readonly field: 'reason' }
  | { readonly code: StandingNotYet | 'declare-first' | 'frozen' | 'decided' }
  | { readonly code: 'chosen-meanwhile'; readonly by: string; readonly choice: ChoiceRow }

type Asked = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly stage: Stage
  readonly reference: string
  readonly typed: ChoiceTyped
  /** What stands for the choice that the page showed: see `seenChoice`. */
  readonly seen: string
  readonly at: Date
}

/** What stands for the last choice of an application at a stage; '' for none yet. */
export const seenChoice = ({ choices }: Pick<Standing, 'choices'>, id: string): string =>
  choices.find(({ applicationId }) => applicationId === id)?.decidedAt.toISOString() ?? ''

const permissionOf = { panel: 'decision:recommend', decision: 'decision:decide' } as const

/**
 * Says what becomes of one application: as it was proposed or recommended, or otherwise under a named rule and for a reason
 * of substance. What missed a sealed threshold is never awarded. Of two who choose at once the second is told.
 *
 * @throws {NotFound} if it is not before the panel, or the person has a conflict with it
 */
export async function chooseOutcome(services: Services, asked: Asked): Promise<Result<undefined, ChoiceProblem>> {
  const { actor, path, stage, reference, typed, seen, at } = asked
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, permissionOf[stage], path)
    if ((await decisionOf(tx, round.id)) !== undefined) return refused<ChoiceProblem>({ code: 'decided' })
    const standing = await readStanding(tx, round, stage)
    if (typeof standing === 'string') return refused<ChoiceProblem>({ code: standing })
    if (stage === 'panel' && standing.recommendation !== undefined) return refused<ChoiceProblem>({ code: 'frozen' })
    const item = standing.start.find((each) => each.reference === reference)
    if (item === undefined || actor.kind !== 'person') throw notFound('application')
    if (!hasDeclared(standing, actor)) return refused<ChoiceProblem>({ code: 'declare-first' })
    if ((await conflictsOf(tx, round, standing, actor)).has(item.id)) throw notFound('application')
    const read = readChoice(standing, item.id, typed)
    if (!read.ok) return read
    const last = standing.choices.find(({ applicationId }) => applicationId === item.id)
    if (seenChoice(standing, item.id) !== seen && last !== undefined)
      return refused<ChoiceProblem>({ code: 'chosen-meanwhile', by: last.decidedByName, choice: last })
    const choice = { applicationId: item.id, ...read.value }
    await insertChoice(tx, { ...choice, roundId: round.id, stage, decidedAt: at, decidedBy: actor.personId })
    const action = stage === 'panel' ? 'awards.recommended-one' : 'awards.decided-one'
    await recordDoing(
      tx,
      { round, actor, at },
      action,
      { roundId: round.id, start: item.outcome, ...choice },
      reference,
    )
    return done(undefined)
  })
}

type Chosen = {
  readonly outcome: ChoosableOutcome
  readonly pounds: number | null
  readonly reservePlace: number | null
  readonly rule: string
  readonly reason: string
}

const whole = (text: string): number | undefined => {
  const plain = text.replaceAll(/[£,\s]/g, '')
  return /^\d{1,9}$/.test(plain) && Number(plain) > 0 ? Number(plain) : undefined
}

/** The choice as it was typed, or everything that is wrong with it. */
export function readChoice(
  { start, run, deciding }: Standing,
  id: string,
  typed: ChoiceTyped,
): Result<Chosen, ChoiceProblem> {
  const item = start.find((each) => each.id === id)
  const outcome = choosableOutcomes.find((each) => each === typed.outcome)
  if (item === undefined || outcome === undefined)
    return refused<ChoiceProblem>({ code: 'outcome-missing', field: 'outcome' })
  const problems: ChoiceProblem[] = []
  const able = deciding.scores.find(({ applicationId }) => applicationId === id)?.aboveThreshold === true
  if (outcome !== 'declined' && !able) problems.push({ code: 'below-threshold', field: 'outcome' })
  const pounds = outcome === 'award' ? (whole(typed.pounds) ?? null) : null
  const { capPounds } = run.input
  if (outcome === 'award' && typed.pounds.trim() === '') problems.push({ code: 'pounds-missing', field: 'pounds' })
  else if (outcome === 'award' && pounds === null) problems.push({ code: 'pounds-not-whole', field: 'pounds' })
  else if (pounds !== null && capPounds !== null && pounds > capPounds)
    problems.push({ code: 'over-cap', field: 'pounds', capPounds })
  const placed = outcome === 'reserve' && typed.place.trim() !== ''
  const place = placed ? whole(typed.place) : undefined
  if (placed && place === undefined) problems.push({ code: 'place-not-whole', field: 'place' })
  const reservePlace = outcome === 'reserve' ? (place ?? item.reservePlace) : null
  const departs = !sameOutcome(item, { outcome, pounds }) || (place !== undefined && place !== item.reservePlace)
  const [rule, reason] = departs ? [typed.rule, typed.reason.trim()] : ['', '']
  if (departs && problems.length === 0) problems.push(...departureProblems(rule, reason))
  return problems.length > 0 ? refused(...problems) : done({ outcome, pounds, reservePlace, rule, reason })
}

function departureProblems(rule: string, reason: string): readonly ChoiceProblem[] {
  const problems: ChoiceProblem[] = []
  if (!decisionDepartureRules.some((each) => each === rule)) problems.push({ code: 'rule-missing', field: 'rule' })
  if (reason === '') problems.push({ code: 'reason-missing', field: 'reason' })
  else if (!hasSubstance(reason)) problems.push({ code: 'reason-too-thin', field: 'reason' })
  else if (reason.length > longestReason) problems.push({ code: 'reason-too-long', field: 'reason' })
  return problems
}
