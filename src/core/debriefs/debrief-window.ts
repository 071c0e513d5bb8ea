import { addDays, daysBetween, type IsoDay, isoDay } from '../time/day.ts'

/** When a debrief can be asked for, in days after outcomes were told, and after how many days of waiting people are reminded. */
export type DebriefWindow = { readonly days: number; readonly remindDays: number }

/** What counts where the programme team has set nothing. */
export const usualWindow: DebriefWindow = { days: 28, remindDays: 5 }

export const longestWindowDays = 365
export const longestRemindDays = 60

/** The last day on which a debrief can be asked for, in the UK. */
export const lastDayToAsk = ({ days }: Pick<DebriefWindow, 'days'>, toldAt: Date): IsoDay =>
  addDays(isoDay(toldAt), days)

/** `too-early`: outcomes are not told yet. `too-late`: the last day has gone. */
export type Opening = { readonly code: 'too-early' } | { readonly code: 'open' | 'too-late'; readonly lastDay: IsoDay }

/** Whether a debrief can be asked for. The last day counts to its end. */
export function openingOf(window: Pick<DebriefWindow, 'days'>, toldAt: Date | null, at: Date): Opening {
  if (toldAt === null) return { code: 'too-early' }
  const lastDay = lastDayToAsk(window, toldAt)
  return { code: isoDay(at) > lastDay ? 'too-late' : 'open', lastDay }
}

export type WindowProblem =
  | { readonly code: 'days-not-whole' | 'remind-not-whole'; readonly most: number }
  | { readonly code: 'shorter-than-told'; readonly days: number }

/** @returns undefined where the text is no whole number from 1 to `most` */
const wholeOf = (typed: string, most: number): number | undefined => {
  const number = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return number >= 1 && number <= most ? number : undefined
}

/**
 * A window as somebody types it. Once applicants have been told it is only made longer: they rely on the day that they read.
 *
 * @param told whether outcomes are told
 */
export function readWindow(
  before: DebriefWindow,
  typed: { readonly days: string; readonly remindDays: string },
  told: boolean,
): { readonly window: DebriefWindow; readonly problems: readonly WindowProblem[] } {
  const days = wholeOf(typed.days, longestWindowDays)
  const remindDays = wholeOf(typed.remindDays, longestRemindDays)
  return {
    window: { days: days ?? before.days, remindDays: remindDays ?? before.remindDays },
    problems: [
      ...(days === undefined ? [{ code: 'days-not-whole', most: longestWindowDays } as const] : []),
      ...(days !== undefined && told && days < before.days
        ? [{ code: 'shorter-than-told', days: before.days } as const]
        : []),
      ...(remindDays === undefined ? [{ code: 'remind-not-whole', most: longestRemindDays } as const] : []),
    ],
  }
}

/** Whether somebody has waited for an answer for longer than is said. */
export const waitsTooLong = (askedAt: Date, at: Date, { remindDays }: Pick<DebriefWindow, 'remindDays'>): boolean =>
  daysBetween(isoDay(askedAt), isoDay(at)) > remindDays
