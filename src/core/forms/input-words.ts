import type { FieldWords } from '../saving/field-words.ts'
import { capital } from '../text/capital.ts'
import type { MoneyTableQuestion, Question, RepeatingGroupQuestion } from './definition.ts'
import { itemNameOf } from './types/items.ts'

type Entry = readonly [name: string, words: string]

/**
 * What stands beside the inputs of questions, for `wordsOfField`.
 *
 * @example inputWords([{ type: 'long-text', id: 'why', label: 'Why change?' }]) // => new Map([['why', 'Why change?']])
 */
export const inputWords = (questions: readonly Question[]): FieldWords =>
  new Map(questions.flatMap((question): readonly Entry[] => [[question.id, question.label], ...wordsInside(question)]))

function wordsInside(question: Question): readonly Entry[] {
  if (question.type === 'repeating-group') return [itemOf(question), ...inItems(question.id, question.questions)]
  if (question.type !== 'money-table') return []
  const rows = question.rows?.map(({ label }, index): Entry => [`${question.id}-${index}`, label])
  return [...(rows ?? [itemOf(question)]), ...inItems(question.id, question.columns)]
}

const itemOf = (question: RepeatingGroupQuestion | MoneyTableQuestion): Entry => [
  `${question.id}-#`,
  capital(question.type === 'money-table' ? (question.itemName ?? 'row') : itemNameOf(question)),
]

const inItems = (list: string, asked: readonly { readonly id: string; readonly label: string }[]): readonly Entry[] =>
  asked.map(({ id, label }) => [`${list}-#-${id}`, label])
