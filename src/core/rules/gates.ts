import { done, type Result, refused } from '../result.ts'
import type { AwardType } from '../rounds/fund.ts'
import type { IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'

/** Something that must be there before a round is put before the public, or a reason why it is not. */
export type Gate = {
  readonly id: string
  readonly title: string
  /** What it asks for. */
  readonly asks: string
  /** It has a day of its own. */
  readonly dated: boolean
  readonly source: 'GovS 015' | 'Commercial plan'
}

const grant = (id: string, title: string, asks: string): Gate => ({ id, title, asks, dated: false, source: 'GovS 015' })

/** The minimum requirements of the functional standard for grants. See docs/sources.md: only 3 to 8 and 10 were read. */
const grantGates: readonly Gate[] = [
  grant(
    'senior-officer',
    'A senior officer responsible',
    'One named officer is responsible for the grant for its whole life',
  ),
  grant(
    'approvals-and-data',
    'Governance, approvals and data capture',
    'Spending above £100,000 is approved, and the scheme is recorded in the Government Grants Information System',
  ),
  grant(
    'advice-panel',
    'Complex Grants Advice Panel',
    'A novel, contentious or high-risk grant was referred to the panel, or it is said why it is none of these',
  ),
  grant('business-case', 'Business case', 'A business case in proportion to the grant is approved'),
  grant(
    'competition',
    'Competition by default',
    'The grant is competed for, or the approved business case has the evidence for a direct award',
  ),
  grant('agreement', 'Grant agreement', 'There is an agreement with terms of eligible expenditure'),
  grant(
    'risk-and-fraud',
    'Risk, controls and assurance',
    'Due diligence and a fraud risk assessment are done, in time and in proportion',
  ),
  grant('monitoring', 'Performance and monitoring', 'What the grant is to achieve is defined, and how it is followed'),
  grant(
    'annual-review',
    'Annual review and reconciliation',
    'When the grant is reviewed and reconciled each year is set',
  ),
  grant('training', 'Training', 'Everybody who manages the grant has had the training for it'),
]

/** What must be known before councils are promised support that somebody else is paid to give. */
const supportGates: readonly Gate[] = [
  {
    id: 'route-to-market',
    title: 'Route to market',
    asks: 'How suppliers are found and contracted: a framework, an open procedure or one that is arranged already',
    dated: false,
    source: 'Commercial plan',
  },
  {
    id: 'notices',
    title: 'Notices',
    asks: 'Which notices are published, where and when',
    dated: false,
    source: 'Commercial plan',
  },
  {
    id: 'earliest-start',
    title: 'Earliest start',
    asks: 'The first day on which a supplier can start work for a council',
    dated: true,
    source: 'Commercial plan',
  },
]

/** The gates of an award type: money given, or help that is bought. @example gatesOf('grant').length // => 10 */
export const gatesOf = (awardType: AwardType): readonly Gate[] => (awardType === 'grant' ? grantGates : supportGates)

export const gateStates = ['complied', 'explained'] as const
export type GateState = (typeof gateStates)[number]

/** What was said of a gate: how it is complied with, or why it is not. */
export type GateAnswer = {
  readonly gate: string
  readonly state: GateState
  readonly statement: string
  /** Where the evidence can be read; '' where there is no address. */
  readonly evidenceUrl: string
  readonly owner: string
  readonly on: IsoDay | null
}

/** A reason of substance has at least so many words. */
export const leastWordsOfReason = 8

export type GateProblem =
  | { readonly code: 'state-missing'; readonly field: 'state' }
  | { readonly code: 'statement-missing'; readonly field: 'statement' }
  | { readonly code: 'reason-too-thin'; readonly field: 'statement'; readonly least: number }
  | { readonly code: 'owner-missing'; readonly field: 'owner' }
  | { readonly code: 'day-missing' | 'day-unreal'; readonly field: 'on' }
  | { readonly code: 'not-a-web-address'; readonly field: 'evidence-url' }

export type GateTyped = Readonly<Record<'state' | 'statement' | 'evidenceUrl' | 'owner', string>> & {
  readonly on: TypedDay
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length

/** Whether a reason says something: at least {@link leastWordsOfReason} words. */
export const hasSubstance = (reason: string): boolean => wordsIn(reason) >= leastWordsOfReason

/** A gate's answer from what was typed, or everything that is wrong with it. */
export function readGate(gate: Gate, typed: GateTyped): Result<GateAnswer, GateProblem> {
  const problems: GateProblem[] = []
  const state = gateStates.find((each) => each === typed.state)
  const [statement, evidenceUrl, owner] = [typed.statement.trim(), typed.evidenceUrl.trim(), typed.owner.trim()]
  if (state === undefined) problems.push({ code: 'state-missing', field: 'state' })
  if (statement === '') problems.push({ code: 'statement-missing', field: 'statement' })
  else if (state === 'explained' && !hasSubstance(statement))
    problems.push({ code: 'reason-too-thin', field: 'statement', least: leastWordsOfReason })
  if (evidenceUrl !== '' && !/^https?:\/\/[^\s/.]+\.[^\s]+$/i.test(evidenceUrl))
    problems.push({ code: 'not-a-web-address', field: 'evidence-url' })
  if (owner === '') problems.push({ code: 'owner-missing', field: 'owner' })
  const on = gate.dated ? (readTypedDay(typed.on) ?? null) : null
  if (gate.dated && on === null) {
    if (!isUntyped(typed.on)) problems.push({ code: 'day-unreal', field: 'on' })
    else if (state === 'complied') problems.push({ code: 'day-missing', field: 'on' })
  }
  if (state === undefined || problems.length > 0) return refused(...problems)
  return done({ gate: gate.id, state, statement, evidenceUrl, owner, on })
}

/** The gates of an award type that nothing was said of. */
export const openGates = (awardType: AwardType, answers: readonly GateAnswer[]): readonly Gate[] =>
  gatesOf(awardType).filter(({ id }) => !answers.some(({ gate }) => gate === id))

/** What about the gates does not fit the timetable: work would start before suppliers can. */
export type GateWarning = {
  readonly code: 'starts-before-suppliers'
  readonly startsOn: IsoDay
  readonly earliestOn: IsoDay
}

/** Things that may be meant, and should be looked at again. */
export function gateWarnings(
  awardType: AwardType,
  answers: readonly GateAnswer[],
  { startsOn }: { readonly startsOn: IsoDay | null },
): readonly GateWarning[] {
  const earliestOn = answers.find(({ gate }) => gate === 'earliest-start')?.on ?? null
  if (awardType !== 'support-in-kind' || startsOn === null || earliestOn === null || startsOn >= earliestOn) return []
  return [{ code: 'starts-before-suppliers', startsOn, earliestOn }]
}
