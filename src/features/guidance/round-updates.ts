import { ukDate } from '../../core/time/uk-time.ts'
import type { PublishedAnswer } from './clarifications.store.ts'
import { changePath, pagePath, questionsPath, type RoundAddress, resultsPath, versionPath } from './guidance.paths.ts'
import { defaultTitle, type PageSlug } from './guidance-parts.ts'
import type { PageChange } from './pages.store.ts'
import type { RoundChange } from './round-change.ts'
import { changeNotes } from './round-changes.messages.ts'
import { kindOfChange, type PageUpdate } from './updates.store.ts'

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

/** The updates of one page. With the changes of the round itself that belong on it. */
export function updatesOfPage(
  address: RoundAddress,
  slug: PageSlug,
  changes: readonly PageChange[],
  roundChanges: readonly RoundChange[],
): readonly Update[] {
  const versions = changes.map(({ number, publishedAt, changeNote }) => ({
    at: publishedAt,
    on: ukDate(publishedAt),
    subject: defaultTitle(slug),
    notes: [changeNote === '' ? 'First published.' : changeNote],
    ...linkTo(address, slug, number),
  }))
  return [...versions, ...roundChanges.map((change) => changeUpdate(address, change))].sort(newestFirst)
}

/** Everything that was changed or answered in a round. */
export function updatesOfRound(
  address: RoundAddress,
  pages: readonly PageUpdate[],
  roundChanges: readonly RoundChange[],
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
    ...roundChanges.map((change) => changeUpdate(address, change)),
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

/** What the change of a round is called in a list of news. */
export const changeTitle = (change: RoundChange): string =>
  change.action === 'results.published'
    ? 'Results published'
    : change.action === 'round.cancelled'
      ? 'Round cancelled'
      : change.action === 'round.deadline-extended'
        ? `Deadline extended${change.body === '' ? '' : ` for ${change.body}`}`
        : kindOfChange(change) === 'deadline'
          ? 'Timetable changed'
          : 'Rules changed'

/** The address of where what a change is about stands now. */
export const changedPath = (address: RoundAddress, change: RoundChange): string =>
  change.action === 'results.published' ? resultsPath(address) : pagePath(address, changedPage(change).slug)

/** Where what a change is about stands now. */
export function changedPage({ action, changes }: RoundChange): { readonly slug: PageSlug; readonly linkText: string } {
  if (action === 'round.timetable-changed' || action === 'round.deadline-extended')
    return { slug: 'timetable', linkText: 'See the timetable' }
  if (action === 'results.published') return { slug: 'announcement', linkText: 'See the results' }
  if (action === 'round.rules-sealed') return { slug: 'scoring', linkText: 'See the rules' }
  if (action === 'round.form-chosen') return { slug: 'form', linkText: 'See the form' }
  return 'eligibleKinds' in changes || action === 'round.rules-changed'
    ? { slug: 'am-i-eligible', linkText: 'See who may apply' }
    : { slug: 'announcement', linkText: 'See the fund as it is now' }
}

function changeUpdate(address: RoundAddress, change: RoundChange): Update {
  const { linkText } = changedPage(change)
  const { at } = change
  const href = changedPath(address, change)
  return { at, on: ukDate(at), subject: changeTitle(change), notes: changeNotes(change), href, linkText }
}
