import { entriesOf } from '../../sheets/index.ts'
import { plainList } from '../../text/plain-list.ts'
import { ratedChoicesOf } from '../filter/read-choices.ts'
import { type ReviewOption, textIn } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'
import { weighReview } from '../weighing/weigh-review.ts'
import { preferredOptionOf } from './preferred-option.ts'

/** That a report prefers an option which neither the filter favours nor the weighing puts first. */
export type Departure = {
  readonly preferred: ReviewOption
  /** Titles of what the filter rated green among the ways of delivery; none where it was not rated. */
  readonly favoured: readonly string[]
  /** Titles of what is first by weights and scores; none before they are revealed. */
  readonly first: readonly string[]
}

/** The sheet on which the reason for a departure is written, with a page for the option that is preferred. */
export const departureSheetId = 'departure'

/** Of each record, which never changes: the list, the page, the question and the report of one request all ask for it. */
const known = new WeakMap<ReviewRecord, { readonly departure: Departure | undefined }>()

/**
 * Where what is recommended departs from what was found before. It is worked out once of a record, however often it is asked.
 *
 * @param record with what was weighed, where something was
 * @returns undefined while no option is preferred, where nothing was filtered or weighed, or where one of both agrees
 */
export function departureOf(record: ReviewRecord): Departure | undefined {
  const before = known.get(record)
  if (before !== undefined) return before.departure
  const departure = findDeparture(record)
  known.set(record, { departure })
  return departure
}

function findDeparture(record: ReviewRecord): Departure | undefined {
  const preferred = preferredOptionOf(record)
  if (preferred === undefined) return undefined
  const favoured = ratedChoicesOf(record).filter(
    ({ category, rating }) => category === 'delivery' && rating === 'green',
  )
  const first = firstByWeighing(record)
  const found = [...favoured, ...first]
  if (found.length === 0 || found.some(({ id }) => id === preferred.id)) return undefined
  return { preferred, favoured: favoured.map(({ title }) => title), first: first.map(({ title }) => title) }
}

function firstByWeighing({ weighing }: ReviewRecord): readonly { readonly id: string; readonly title: string }[] {
  const [first = []] = (weighing && weighReview(weighing)?.result.ranking) ?? []
  return weighing?.options.filter(({ id }) => first.includes(id)) ?? []
}

/** Why the option of a departure is preferred all the same; '' while nobody has said. */
export const reasonForDeparture = (record: ReviewRecord, { preferred }: Departure): string =>
  textIn(entriesOf(record, departureSheetId).find(({ id }) => id === preferred.id)?.content ?? {}, 'why')

/** A departure in a sentence. @example '“Mutual” is preferred, although the filter favours “Charity”.' */
export function departureWords({ preferred, favoured, first }: Departure): string {
  const quoted = (titles: readonly string[]): string => plainList(titles.map((title) => `“${title}”`))
  const found = [
    ...(favoured.length === 0 ? [] : [`the filter favours ${quoted(favoured)}`]),
    ...(first.length === 0 ? [] : [`${quoted(first)} ${first.length > 1 ? 'are' : 'is'} first by weights and scores`]),
  ]
  return `“${preferred.title}” is preferred, although ${plainList(found)}.`
}

/** Whether a report departs from what was found and does not say why: nobody signs it off so. */
export function isUnexplained(record: ReviewRecord): boolean {
  const departure = departureOf(record)
  return departure !== undefined && reasonForDeparture(record, departure) === ''
}
