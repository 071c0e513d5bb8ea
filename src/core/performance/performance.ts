import { type Count, countOf, leastCount, type Share, shareOf } from './withhold.ts'

/** A month, such as `2026-11`. */
export type Month = string

/** What was counted of one month. */
export type MonthCounts = {
  readonly month: Month
  /** Applications that their authority began in this month, and how many of them were submitted by now. */
  readonly begun: number
  readonly completed: number
  /** Applications that were first submitted in this month, and how many of them the programme team keyed in. */
  readonly submitted: number
  readonly assisted: number
  /** Of those that their authority began: half took less than so many hours from the beginning to the submission. */
  readonly medianHours: number | null
  readonly timed: number
  /** Answers to the question how satisfied people were, and how many of them were satisfied or very satisfied. */
  readonly ratings: number
  readonly satisfied: number
  /** What running the service cost, as the programme teams have entered it; null where nothing was. */
  readonly costPounds: number | null
}

/** A month as it is published. Null: nothing is known. */
export type MonthPerformance = {
  readonly month: Month
  readonly completion: Share
  readonly submitted: Count
  readonly medianHours: number | null
  readonly digital: Share
  readonly satisfaction: Share
  /** Whole pounds for each application that was submitted. */
  readonly poundsEach: number | null
}

export type Performance = {
  /** The latest first. */
  readonly months: readonly MonthPerformance[]
  /** Over the months in which a figure is not withheld: otherwise what is withheld could be worked out from it. */
  readonly all: Omit<MonthPerformance, 'month' | 'medianHours'>
}

/** How the service performs, by what was counted month by month. */
export function performanceOf(counts: readonly MonthCounts[]): Performance {
  const months = counts.toSorted((one, other) => (one.month < other.month ? 1 : -1))
  const sharesOf = (part: (of: MonthCounts) => number, whole: (of: MonthCounts) => number): Share => {
    const shown = months.filter((of) => typeof shareOf(part(of), whole(of)) === 'object')
    return shown.length === 0
      ? months.some((of) => whole(of) > 0)
        ? 'few'
        : 'none'
      : shareOf(sum(shown, part), sum(shown, whole))
  }
  const shown = months.filter(({ submitted }) => countOf(submitted) !== 'few')
  const costed = shown.filter(({ costPounds, submitted }) => costPounds !== null && submitted > 0)
  return {
    months: months.map(monthOf),
    all: {
      completion: sharesOf(...completion),
      submitted: shown.length === 0 && months.length > 0 ? 'few' : sum(shown, ({ submitted }) => submitted),
      digital: sharesOf(...digital),
      satisfaction: sharesOf(...satisfaction),
      poundsEach: poundsEach(
        sum(costed, ({ costPounds }) => costPounds ?? 0),
        sum(costed, ({ submitted }) => submitted),
      ),
    },
  }
}

type Figure = readonly [part: (of: MonthCounts) => number, whole: (of: MonthCounts) => number]
const completion: Figure = [({ completed }) => completed, ({ begun }) => begun]
const digital: Figure = [({ submitted, assisted }) => submitted - assisted, ({ submitted }) => submitted]
const satisfaction: Figure = [({ satisfied }) => satisfied, ({ ratings }) => ratings]

const monthOf = (of: MonthCounts): MonthPerformance => {
  const share = ([part, whole]: Figure): Share => shareOf(part(of), whole(of))
  return {
    month: of.month,
    completion: share(completion),
    submitted: countOf(of.submitted),
    medianHours: of.timed < leastCount ? null : of.medianHours,
    digital: share(digital),
    satisfaction: share(satisfaction),
    poundsEach: of.costPounds === null || of.submitted < leastCount ? null : poundsEach(of.costPounds, of.submitted),
  }
}

const poundsEach = (pounds: number, applications: number): number | null =>
  applications === 0 ? null : Math.round(pounds / applications)

const sum = <Of>(list: readonly Of[], value: (of: Of) => number): number =>
  list.reduce((total, of) => total + value(of), 0)
