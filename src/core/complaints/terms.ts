/** Until when a complaint can be made, and how soon it is acknowledged and replied to. */

import { done, type Result, refused } from '../result.ts'
import type { IsoDay } from '../time/day.ts'
import { bankHolidaysOfEngland } from '../workload/bank-holidays.ts'
import { workingDayAfter } from '../workload/working-days.ts'

/** Of a round: working days. */
export type ComplaintTerms = {
  /** After everybody was told what was decided, and after a reply to ask for a review. */
  readonly windowDays: number
  /** Until somebody is named who looks at a complaint. */
  readonly acknowledgeDays: number
  readonly replyDays: number
}

/** Of a fund: what applicants read of the three stages. */
export type StageTexts = {
  /** How to put a matter to the programme team before complaining. */
  readonly team: string
  /** How the body outside is called, such as the Parliamentary and Health Service Ombudsman. */
  readonly outsideBody: string
  readonly outside: string
}

export const firstTerms: ComplaintTerms = { windowDays: 20, acknowledgeDays: 5, replyDays: 20 }

export const firstTexts: StageTexts = {
  team: 'Ask the programme team first: most things can be explained, or put right, without a complaint. Its address is on the page of the round.',
  outsideBody: 'The Parliamentary and Health Service Ombudsman',
  outside:
    'If you still do not agree after the review, a Member of Parliament can ask the Ombudsman to look at how you were treated. It looks at maladministration, not at whether a decision was right.',
}

/** @param days working days of England */
export const daysAfter = (day: IsoDay, days: number): IsoDay => workingDayAfter(day, days, bankHolidaysOfEngland)

/**
 * The last day on which a complaint can be made; null while nobody is told yet, when it can be made in any case.
 *
 * @param toldOn the day on which everybody was told what was decided
 */
export const lastDayToComplain = (toldOn: IsoDay | null, { windowDays }: ComplaintTerms): IsoDay | null =>
  toldOn === null ? null : daysAfter(toldOn, windowDays)

/** When a complaint that comes in on a day is acknowledged and replied to at the latest. */
export const datesOf = (on: IsoDay, { acknowledgeDays, replyDays }: ComplaintTerms) => ({
  acknowledgeBy: daysAfter(on, acknowledgeDays),
  replyBy: daysAfter(on, replyDays),
})

/** The terms as they are typed, by the names of their fields. */
export type TermsTyped = Readonly<Record<keyof ComplaintTerms | keyof StageTexts, string>>

export type TermsProblem =
  | { readonly code: 'days-not-whole'; readonly field: keyof ComplaintTerms; readonly most: number }
  | { readonly code: 'text-missing' | 'text-too-long'; readonly field: keyof StageTexts }
  | { readonly code: 'acknowledged-after-reply'; readonly field: 'acknowledgeDays' }

/** The most working days of a term: half a year. */
const mostDays = 125

/** The most characters of what a stage says. */
export const longestStageText = 2000

const textFields = ['team', 'outsideBody', 'outside'] as const

/** Terms and texts from what was typed, or everything that is wrong with it. */
export function readTerms(
  typed: TermsTyped,
): Result<{ readonly terms: ComplaintTerms; readonly texts: StageTexts }, TermsProblem> {
  const problems: TermsProblem[] = []
  const days = (field: keyof ComplaintTerms): number => {
    const value = /^\d{1,3}$/.test(typed[field].trim()) ? Number(typed[field]) : 0
    if (value < 1 || value > mostDays) problems.push({ code: 'days-not-whole', field, most: mostDays })
    return value
  }
  const terms = {
    windowDays: days('windowDays'),
    acknowledgeDays: days('acknowledgeDays'),
    replyDays: days('replyDays'),
  }
  if (problems.length === 0 && terms.acknowledgeDays > terms.replyDays)
    problems.push({ code: 'acknowledged-after-reply', field: 'acknowledgeDays' })
  for (const field of textFields) {
    if (typed[field].trim() === '') problems.push({ code: 'text-missing', field })
    else if (typed[field].length > longestStageText) problems.push({ code: 'text-too-long', field })
  }
  if (problems.length > 0) return refused(...problems)
  return done({
    terms,
    texts: { team: typed.team.trim(), outsideBody: typed.outsideBody.trim(), outside: typed.outside.trim() },
  })
}
