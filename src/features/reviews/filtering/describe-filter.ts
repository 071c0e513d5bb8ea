import {
  categoryWords,
  type FilterProblem,
  factorWords,
  filterCategories,
  filterProblems,
  type RatedChoice,
  type ReviewRecord,
  ratedChoicesOf,
  shortlistOf,
  shortlistWarnings,
} from '../../../core/reviews/index.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { addEntryPath, entryPath, sheetPath } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import {
  filterProblemText,
  notRated,
  ratingWords,
  shortlistRoleWords,
  shortlistWarningText,
} from './filtering.messages.ts'
import type { CategoryModel, ChoiceModel, FilterModel } from './pages/filter.ts'

const filterSheet = 'filter'

/** The filter of a review, with what is still in its way and the shortlist that it gives. */
export function describeFilter(review: Review, record: ReviewRecord, writes: boolean): FilterModel {
  const { reference } = review
  const choices = ratedChoicesOf(record)
  const shortlist = shortlistOf(record)
  const categories = filterCategories.flatMap((category) => {
    const own = choices.filter((choice) => choice.category === category)
    return own.length === 0 ? [] : categoryOf(reference, category, own)
  })
  const titleOf = (id: string): string => choices.find((choice) => choice.id === id)?.title ?? ''
  return {
    illustrative: review.illustrative,
    breadcrumbs: reviewCrumbs(review),
    problems: filterProblems(choices).map((problem) => ({
      text: filterProblemText(problem, titleOf),
      href: writes ? hrefOf(reference, problem) : undefined,
    })),
    categories,
    matrix: matrixOf(categories),
    shortlist: shortlist.map(({ title, model, role }) => ({
      title,
      model: model.name,
      role: role === null ? 'Another option' : shortlistRoleWords[role],
    })),
    warnings: shortlistWarnings(shortlist).map(shortlistWarningText),
    writes,
    optionsHref: sheetPath(reference, 'options'),
    choicesHref: sheetPath(reference, 'choices'),
  }
}

const hrefOf = (reference: string, problem: FilterProblem): string => {
  if ('choice' in problem) return entryPath(reference, filterSheet, problem.choice)
  return problem.code === 'no-business-as-usual' && problem.category !== 'delivery'
    ? addEntryPath(reference, 'choices')
    : `#${problem.category}`
}

/** What became of the choices at a glance. Nothing is said of those not rated once all are. */
function matrixOf(categories: readonly CategoryModel[]): FilterModel['matrix'] {
  const all = categories.flatMap(({ choices }) => choices.map(({ rating }) => rating.text))
  const ratings = [...Object.values(ratingWords), ...(all.includes(notRated.text) ? [notRated] : [])]
  return {
    ratings,
    rows: categories.map(({ name, choices }) => ({
      name,
      cells: ratings.map(({ text }) => choices.filter(({ rating }) => rating.text === text).map(({ title }) => title)),
    })),
  }
}

const categoryOf = (
  reference: string,
  category: RatedChoice['category'],
  choices: readonly RatedChoice[],
): CategoryModel => ({
  id: category,
  ...categoryWords[category],
  choices: choices.map((choice) => choiceOf(reference, choice)),
})

const choiceOf = (reference: string, { id, title, rating, fails, reason }: RatedChoice): ChoiceModel => ({
  href: entryPath(reference, filterSheet, id),
  title,
  rating: rating === null ? notRated : ratingWords[rating],
  isRated: rating !== null,
  fails: fails.map((factor) => factorWords[factor].name),
  reason,
})
