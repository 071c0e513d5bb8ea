import { compareMethods } from '../../../core/mcda/index.ts'
import {
  causeWords,
  methodsFinding,
  methodWords,
  type ReviewWeighing,
  type WeighedReview,
} from '../../../core/reviews/index.ts'
import { namesOf } from './describe-weighed.ts'
import type { MethodsModel } from './pages/methods.ts'
import { pointsText, quoted } from './weighed.messages.ts'

/** What other methods make of a round, beside what it comes to. */
export function describeMethods(weighing: ReviewWeighing, { given, result }: WeighedReview): MethodsModel {
  const nameOf = namesOf(weighing)
  const results = compareMethods(given)
  const leaders = result.ranking[0] ?? []
  return {
    finding: methodsFinding(results, leaders, nameOf),
    methods: results.map((each) => {
      const { name, scaling, rule } = methodWords[each.method]
      return { name, scaling, rule, first: quoted(each.ranking[0] ?? [], nameOf), why: causeWords(each) }
    }),
    options: given.options.map((option, at) => ({
      title: nameOf(option),
      sum: { place: placeIn(result.ranking, option), score: pointsText(result.totals[at] ?? 0) },
      others: results.map(({ ranking, scores }) => ({
        place: placeIn(ranking, option),
        score: scoreText(scores[at] ?? 0),
      })),
    })),
  }
}

/** Two decimals, of which nothing is not less than nothing. */
const scoreText = (score: number): string => (Math.round(score * 100) / 100 || 0).toFixed(2)

/** From 1; options that are level share it. */
function placeIn(ranking: readonly (readonly string[])[], option: string): number {
  const group = ranking.findIndex((each) => each.includes(option))
  return 1 + ranking.slice(0, group).reduce((count, each) => count + each.length, 0)
}
