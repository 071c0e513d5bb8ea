import { dayInWords, isIsoDay } from '../../core/time/day.ts'
import { ukDate, ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { PublishedAnswer } from './clarifications.store.ts'
import { changePath, pagePath, questionsPath, type RoundAddress, versionPath } from './guidance.paths.ts'
import { defaultTitle, type PageSlug } from './guidance-parts.ts'
import type { PageChange } from './pages.store.ts'
import type { PageUpdate, TimetableChange } from './updates.store.ts'

/** A dated change as people read it. */
export type Update = {
  readonly at: Date
  /** "3 February 2026". */
  readonly on: string
  /** The page that changed, where a list has several. */
  readonly subject: string
  /** What changed, one line each. */
  readonly notes: readonly string[]
  readonly href: string
  /** What the link leads to. */
  readonly linkText: string
}

const newestFirst = (one: Update, other: Update): number => other.at.getTime() - one.at.getTime()

/** The updates of one page. Those of the announcement include changes to the round's dates. */
export function updatesOfPage(
  address: RoundAddress,
  slug: PageSlug,
  changes: readonly PageChange[],
  timetable: readonly TimetableChange[],
): readonly Update[] {
  const versions = changes.map(({ number, publishedAt, changeNote }) => ({
    at: publishedAt,
    on: ukDate(publishedAt),
    subject: defaultTitle(slug),
    notes: [changeNote === '' ? 'First published.' : changeNote],
    ...linkTo(address, slug, number),
  }))
  return [...versions, ...timetable.map((change) => timetableUpdate(address, change))].sort(newestFirst)
}

/** Everything that was changed or answered in a round. */
export function updatesOfRound(
  address: RoundAddress,
  pages: readonly PageUpdate[],
  timetable: readonly TimetableChange[],
  answers: readonly PublishedAnswer[],
): readonly Update[] {
  return [
    ...pages.map(({ slug, number, title, changeNote, publishedAt }) => ({
      at: publishedAt,
      on: ukDate(publishedAt),
      subject: title,
      notes: [changeNote === '' ? 'First published.' : changeNote],
      ...linkTo(address, slug, number),
    })),
    ...timetable.map((change) => timetableUpdate(address, change)),
    ...answers.map(({ number, question, publishedAt }) => ({
      at: publishedAt,
      on: ukDate(publishedAt),
      subject: `Question ${number} answered`,
      notes: [question],
      href: `${questionsPath(address)}#question-${number}`,
      linkText: 'Read the answer',
    })),
  ].sort(newestFirst)
}

const linkTo = (address: RoundAddress, slug: PageSlug, number: number): Pick<Update, 'href' | 'linkText'> =>
  number === 1
    ? { href: versionPath(address, slug, 1), linkText: 'Read this version' }
    : { href: changePath(address, slug, number), linkText: 'See what changed' }

const timetableUpdate = (address: RoundAddress, change: TimetableChange): Update => ({
  at: change.at,
  on: ukDate(change.at),
  subject: 'Timetable changed',
  notes: timetableNotes(change),
  href: pagePath(address, 'timetable'),
  linkText: 'See the timetable',
})

const dateNames: Readonly<Record<string, string>> = {
  opensAt: 'Opening',
  questionsCloseAt: 'Close of questions',
  deadlineAt: 'Deadline',
  siftedOn: 'End of assessment',
  shortlistOn: 'Shortlist',
  interviewsFromOn: 'First interviews',
  interviewsToOn: 'Last interviews',
  decisionsOn: 'Decisions',
  startsOn: 'Start of work',
}

/** What changed in a timetable and why, a line for each date. */
export const timetableNotes = ({ changes, reason }: Pick<TimetableChange, 'changes' | 'reason'>): readonly string[] => [
  ...Object.entries(changes).map(
    ([field, { from, to }]) => `${dateNames[field] ?? field} moved from ${moment(from)} to ${moment(to)}.`,
  ),
  ...(reason === '' ? [] : [`Reason: ${reason}`]),
]

function moment(value: string | null): string {
  if (value === null) return 'not set'
  return isIsoDay(value) ? dayInWords(value) : ukTimeWithZone(new Date(value))
}
