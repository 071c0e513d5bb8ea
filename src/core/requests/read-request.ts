import { done, type Result, refused } from '../result.ts'
import type { IsoDay } from '../time/day.ts'
import { isUntyped, readTypedDay, type TypedDay } from '../time/typed-day.ts'
import { dueOn, dueRules, type RequestKind, requestKinds } from './due-on.ts'

export type RequestTyped = {
  readonly kind: string
  readonly received: TypedDay
  /** The day that whoever asks named, where the kind goes by one. */
  readonly named: TypedDay
  /** An organisation or a role: no more of a person than is needed to answer. */
  readonly from: string
  readonly text: string
  /** References of applications that are asked about, with blanks or commas between. */
  readonly applications: string
  readonly decision: boolean
}

export type NewRequest = {
  readonly kind: RequestKind
  readonly receivedOn: IsoDay
  readonly dueOn: IsoDay
  readonly from: string
  readonly text: string
  readonly applications: readonly string[]
  readonly decision: boolean
}

export type RequestProblem =
  | { readonly code: 'kind-missing'; readonly field: 'kind' }
  | { readonly code: 'day-missing' | 'day-unreal'; readonly field: 'received' | 'named' }
  | { readonly code: 'received-to-come'; readonly field: 'received' }
  | { readonly code: 'named-before-received'; readonly field: 'named' }
  | { readonly code: 'from-missing' | 'from-too-long'; readonly field: 'from' }
  | { readonly code: 'text-missing' | 'text-too-long'; readonly field: 'text' }
  | { readonly code: 'not-in-round'; readonly field: 'applications'; readonly references: readonly string[] }

export const longestFrom = 200
export const longestText = 20_000

/**
 * A request from what was typed, with the day by which it is answered, or everything that is wrong with it.
 *
 * @param today nothing comes later than that
 * @param known references of the applications of the round
 */
export function readRequest(
  typed: RequestTyped,
  today: IsoDay,
  known: ReadonlySet<string>,
): Result<NewRequest, RequestProblem> {
  const problems: RequestProblem[] = []
  const kind = requestKinds.find((each) => each === typed.kind)
  if (kind === undefined) problems.push({ code: 'kind-missing', field: 'kind' })
  const receivedOn = dayOf('received', typed.received, problems)
  if (receivedOn !== undefined && receivedOn > today) problems.push({ code: 'received-to-come', field: 'received' })
  const goesByDay = kind !== undefined && dueRules[kind].by === 'named-day'
  const namedOn = goesByDay ? dayOf('named', typed.named, problems) : undefined
  if (receivedOn !== undefined && namedOn !== undefined && namedOn < receivedOn)
    problems.push({ code: 'named-before-received', field: 'named' })
  const [from, text] = [typed.from.trim(), typed.text.trim()]
  if (from === '') problems.push({ code: 'from-missing', field: 'from' })
  if (from.length > longestFrom) problems.push({ code: 'from-too-long', field: 'from' })
  if (text === '') problems.push({ code: 'text-missing', field: 'text' })
  if (text.length > longestText) problems.push({ code: 'text-too-long', field: 'text' })
  const applications = referencesIn(typed.applications)
  const unknown = applications.filter((reference) => !known.has(reference))
  if (unknown.length > 0) problems.push({ code: 'not-in-round', field: 'applications', references: unknown })
  if (kind === undefined || receivedOn === undefined || problems.length > 0) return refused(...problems)
  const due = dueOn(kind, receivedOn, namedOn ?? null)
  if (due === null) throw new Error('a kind that goes by a named day has one')
  return done({ kind, receivedOn, dueOn: due, from, text, applications, decision: typed.decision })
}

/** @example referencesIn('dd-2026-aaaa2, DD-2026-BBBB1') // => ['DD-2026-AAAA2', 'DD-2026-BBBB1'] */
const referencesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
]

function dayOf(field: 'received' | 'named', typed: TypedDay, problems: RequestProblem[]): IsoDay | undefined {
  const day = readTypedDay(typed)
  if (isUntyped(typed)) problems.push({ code: 'day-missing', field })
  else if (day === undefined) problems.push({ code: 'day-unreal', field })
  return day
}
