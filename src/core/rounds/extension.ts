import { type Phase, type PhaseTimes, phaseOf } from './phase.ts'

/** Why a deadline moves: the service failed, which gives everyone more time, or anything else. */
export const extensionKinds = ['service-fault', 'other'] as const
export type ExtensionKind = (typeof extensionKinds)[number]

/** More time, for everyone or for one application. Once given it is never altered; a later one may give more. */
export type Extension = {
  /** Null: for everyone. */
  readonly applicationId: string | null
  /** The deadline that it gives: that instant is in time. */
  readonly deadlineAt: Date
}

/**
 * The deadline that counts: the latest of the round's own, of what everyone was given and of what this application was
 * given. The only place that says so; whatever asks whether something is in time asks this.
 *
 * @param ownDeadlineAt as the timetable of the round has it; null while it is not set
 * @param applicationId whose deadline; null: that of everyone
 * @example effectiveDeadline(new Date(10), [{ applicationId: null, deadlineAt: new Date(20) }], null) // => new Date(20)
 */
export function effectiveDeadline(
  ownDeadlineAt: Date | null,
  extensions: readonly Extension[],
  applicationId: string | null,
): Date | null {
  if (ownDeadlineAt === null) return null
  const given = extensions
    .filter((each) => each.applicationId === null || each.applicationId === applicationId)
    .map(({ deadlineAt }) => deadlineAt.getTime())
  return new Date(Math.max(ownDeadlineAt.getTime(), ...given))
}

/**
 * For so long after the deadline everyone may still be given more time. Later than that the programme team may have
 * opened applications, and a round must not be opened again for those who know that it was closed.
 */
export const hoursToExtendAfter = 72

/** What somebody wants to give. */
export type ExtensionAsked = {
  readonly scope: 'everyone' | 'one'
  readonly kind: ExtensionKind
  readonly reason: string
  readonly notice: string
  readonly deadlineAt: Date
}

/** Why it cannot be given. */
export type ExtensionProblem =
  | { readonly code: 'extension-reason-missing' }
  | { readonly code: 'extension-notice-missing' }
  | { readonly code: 'extension-too-long'; readonly field: 'reason' | 'notice'; readonly most: number }
  | { readonly code: 'fault-extends-everyone' }
  | { readonly code: 'extension-gives-nothing'; readonly deadlineAt: Date }
  | { readonly code: 'extension-in-the-past'; readonly deadlineAt: Date }
  | { readonly code: 'extension-before-opening'; readonly phase: Extract<Phase, 'preparing' | 'announced'> }
  | { readonly code: 'extension-too-late'; readonly deadlineAt: Date; readonly hours: number }

/** The most characters of a reason and of a notice. */
export const longestExtensionText = 1000

/**
 * Everything that stops an extension. It gives time and takes none; before the opening the timetable itself is changed.
 *
 * @param round `deadlineAt` is the one that counts now for those it is for
 * @param roundDeadlineAt the one that counts for everyone, from which the time to extend is reckoned
 */
export function checkExtension(
  round: PhaseTimes & { readonly deadlineAt: Date },
  roundDeadlineAt: Date,
  asked: ExtensionAsked,
  at: Date,
): readonly ExtensionProblem[] {
  const problems: ExtensionProblem[] = []
  const phase = phaseOf(round, at)
  if (phase === 'preparing' || phase === 'announced') problems.push({ code: 'extension-before-opening', phase })
  if (at.getTime() > roundDeadlineAt.getTime() + hoursToExtendAfter * 3_600_000) {
    problems.push({ code: 'extension-too-late', deadlineAt: roundDeadlineAt, hours: hoursToExtendAfter })
  }
  if (asked.kind === 'service-fault' && asked.scope === 'one') problems.push({ code: 'fault-extends-everyone' })
  return [...problems, ...checkExtendedTo(asked.deadlineAt, round.deadlineAt, at), ...checkExtensionWords(asked)]
}

/** What is wrong with a new deadline, given in place of another. */
export function checkExtendedTo(deadlineAt: Date, inPlaceOf: Date, at: Date): readonly ExtensionProblem[] {
  if (deadlineAt <= inPlaceOf) return [{ code: 'extension-gives-nothing', deadlineAt: inPlaceOf }]
  return deadlineAt <= at ? [{ code: 'extension-in-the-past', deadlineAt }] : []
}

/** What is wrong with the words of an extension. One that lets a late submission in needs its reason too. */
export function checkExtensionWords({
  scope,
  reason,
  notice,
}: Pick<ExtensionAsked, 'scope' | 'reason' | 'notice'>): readonly ExtensionProblem[] {
  const problems: ExtensionProblem[] = []
  if (reason.trim() === '') problems.push({ code: 'extension-reason-missing' })
  if (scope === 'everyone' && notice.trim() === '') problems.push({ code: 'extension-notice-missing' })
  for (const [field, text] of [
    ['reason', reason],
    ['notice', notice],
  ] as const) {
    if (text.length > longestExtensionText) {
      problems.push({ code: 'extension-too-long', field, most: longestExtensionText })
    }
  }
  return problems
}
