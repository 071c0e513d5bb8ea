import { answerOf } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import { type FilterCategory, filterCategories, type RatedChoice, successFactors } from '../framework-filter.ts'
import { businessAsUsualOf, optionsOf, textIn } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'

type Choice = Pick<RatedChoice, 'id' | 'category' | 'title' | 'businessAsUsual'>

/** All that is chosen between, category by category: the longlist is what is chosen between in delivery. */
export function choicesOf(record: ReviewRecord): readonly Choice[] {
  const all = [...deliveryChoices(record), ...otherChoices(record)]
  return filterCategories.flatMap((category) => all.filter((choice) => choice.category === category))
}

function deliveryChoices(record: ReviewRecord): readonly Choice[] {
  const options = optionsOf(record)
  const usual = businessAsUsualOf(options)?.id
  return options.map(({ id, title }) => ({ id, title, category: 'delivery', businessAsUsual: id === usual }))
}

const otherChoices = (record: ReviewRecord): readonly Choice[] =>
  entriesOf(record, 'choices').flatMap(({ id, content }) => {
    const category = filterCategories.find((each) => each === answerOf(content, 'category'))
    if (category === undefined) return []
    const businessAsUsual = answerOf(content, 'today') === true
    return { id, category, title: textIn(content, 'title'), businessAsUsual }
  })

/** The same, each with how it was rated and why; not rated yet where nothing was written of it. */
export const ratedChoicesOf = (record: ReviewRecord): readonly RatedChoice[] =>
  choicesOf(record).map((choice) => ({ ...choice, ...ratingOf(record, choice.id) }))

function ratingOf(record: ReviewRecord, choice: string): Pick<RatedChoice, 'fails' | 'rating' | 'reason'> {
  const content = entriesOf(record, 'filter').find(({ id }) => id === choice)?.content ?? {}
  const fails = answerOf(content, 'fails')
  const rating = answerOf(content, 'rating')
  return {
    fails: Array.isArray(fails) ? successFactors.filter((factor) => fails.includes(factor)) : [],
    rating: rating === 'red' || rating === 'amber' || rating === 'green' ? rating : null,
    reason: textIn(content, 'reason'),
  }
}

/** The choices of one category that are carried forward, of which each option is made up. */
export const carriedForward = (choices: readonly RatedChoice[], category: FilterCategory): readonly RatedChoice[] =>
  choices.filter((choice) => choice.category === category && choice.rating !== null && choice.rating !== 'red')
