import { nameHider } from '../assessment/hide-names.ts'
import type { Band } from '../rules/index.ts'
import { type FeedbackItem, improveItem, strengthsItem, wholeItem } from './feedback-items.ts'
import { nameAlone } from './people-named.ts'

/** Something that was written of an application, without who wrote it. `moderation`: why a score was moderated. */
export type JudgesWords = {
  readonly kind: 'moderation' | 'comment'
  /** '': of the application as a whole. */
  readonly criterionId: string
  readonly interview: boolean
  readonly text: string
}

export type ToDraft = {
  readonly items: readonly FeedbackItem[]
  readonly words: readonly JudgesWords[]
  /** What all who judged gave for an item, put together; none where nobody gave points. */
  readonly points: ReadonlyMap<string, number>
  /** Of 100: what reaches it is a strength. */
  readonly leastPercent: number
  /** Whether the sealed rules let applicants know how they scored. */
  readonly saysScores: boolean
  /** Of everybody who judged: they are taken out. */
  readonly names: readonly string[]
}

/** What stands in the place of the name of somebody who judged. */
export const JUDGE = 'an assessor'

/**
 * Combined points in the words of their scale.
 *
 * @example bandWords(firstBands, 2.5) // => 'between Fair and Good'
 */
export function bandWords(bands: readonly Band[], points: number): string {
  const rising = [...bands].sort((one, other) => one.points - other.points)
  const low = rising.findLast((band) => band.points <= points) ?? rising[0]
  const high = rising.find((band) => band.points >= points) ?? low
  if (low === undefined || high === undefined) return ''
  return low === high ? low.name : `between ${low.name} and ${high.name}`
}

/** What was written of an item: the words of moderation first, each text once, in the order given. */
export const wordsAbout = (item: FeedbackItem, words: readonly JudgesWords[]): readonly JudgesWords[] => {
  // What sums the application up is worked out, and not written by anybody.
  if (item.criterionId === '' && item !== wholeItem) return []
  const of = words.filter(
    ({ criterionId, interview, text }) =>
      criterionId === item.criterionId && interview === item.interview && text.trim() !== '',
  )
  const once = [...new Map(of.map((each) => [each.text.trim(), each])).values()]
  return [...once.filter(({ kind }) => kind === 'moderation'), ...once.filter(({ kind }) => kind === 'comment')]
}

/**
 * The first text of every item, for a person to edit: what was written about each criterion, and which criteria are
 * strengths and which to improve. Names of those who judged are taken out.
 */
export function draftFeedback(given: ToDraft): ReadonlyMap<string, string> {
  const hide = nameHider(given.names.map(nameAlone), JUDGE)
  const summed = new Map([
    [strengthsItem.id, linesOf(given, 'strengths')],
    [improveItem.id, linesOf(given, 'improve')],
  ])
  return new Map(
    given.items.map((item) => [item.id, summed.get(item.id) ?? hide(textsOf(wordsAbout(item, given.words)))]),
  )
}

const textsOf = (words: readonly JudgesWords[]): string => words.map(({ text }) => text.trim()).join('\n\n')

type Judged = { readonly item: FeedbackItem; readonly points: number; readonly share: number }

/** A line for each criterion: those that reach the least percent, best first, or those that do not, lowest first. */
function linesOf({ items, points, leastPercent, saysScores }: ToDraft, which: 'strengths' | 'improve'): string {
  const judged = items
    .flatMap((item): readonly Judged[] => {
      const given = points.get(item.id)
      if (given === undefined || item === wholeItem) return []
      return [{ item, points: given, share: given / Math.max(...item.bands.map((band) => band.points)) }]
    })
    .sort((one, other) => other.share - one.share)
  const strong = judged.filter(({ share }) => share * 100 >= leastPercent)
  const weak = judged.filter(({ share }) => share * 100 < leastPercent).reverse()
  // Everybody has something that is best, and something to work on.
  const chosen = which === 'strengths' ? [strong, judged.slice(0, 1)] : [weak, judged.slice(-1)]
  return (chosen.find((list) => list.length > 0) ?? [])
    .map(({ item, points: given }) => (saysScores ? `${item.name}: ${bandWords(item.bands, given)}.` : `${item.name}.`))
    .join('\n')
}
