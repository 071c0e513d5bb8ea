import type { Criterion } from '../../../core/rules/index.ts'
import { type Candidate, type ListedApplication, meanOf } from '../../../core/shortlist/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import type { WrittenWords } from '../moderating/words-on.store.ts'
import { figure } from './shortlisting.messages.ts'

/** When an applicant can expect to be told. */
export const whenText = (shortlistOn: string | null): string =>
  shortlistOn === null ? '' : `The timetable says that applicants are told on ${dayInWords(shortlistOn)}.`

/** What an outcome means. */
export function nextText(item: Pick<ListedApplication, 'shortlisted'> | undefined, interviews: boolean): string {
  if (item === undefined)
    return 'Your application was not scored, because it was not eligible or not within the scope of the round. The programme team can say why.'
  if (!item.shortlisted) return 'It goes no further in this round. Thank you for the work that you put into it.'
  return interviews
    ? 'The programme team will write to you about the interview.'
    : 'It goes on to the decision about awards. Nothing is awarded yet.'
}

/** Mean points of an application for each criterion, for the applicant. */
export const ownScores = (
  { reviews }: Pick<Candidate, 'reviews'>,
  criteria: readonly Criterion[],
): readonly { readonly criterion: string; readonly points: string; readonly most: string }[] =>
  criteria.flatMap(({ id, name, bands }) => {
    const given = reviews.flatMap(({ points }) => points[id] ?? [])
    const most = Math.max(...bands.map(({ points }) => points))
    return given.length === 0 ? [] : [{ criterion: name, points: figure(meanOf(given)), most: figure(most) }]
  })

/** What assessors wrote, by criterion, for the applicant. */
export const commentsByCriterion = (
  words: readonly WrittenWords[],
  criteria: readonly Pick<Criterion, 'id' | 'name'>[],
): readonly { readonly criterion: string; readonly comments: readonly string[] }[] =>
  criteria.flatMap(({ id, name }) => {
    const comments = words.filter(({ kind, criterionId }) => kind === 'comment' && criterionId === id)
    return comments.length === 0 ? [] : [{ criterion: name, comments: comments.map(({ text }) => text) }]
  })
