import { isObject, type Json, type JsonObject } from '../canonical/json.ts'
import { type Answered, memberOf } from './answers.ts'
import type { MoneyTableQuestion, Question } from './definition.ts'
import { exactSum } from './exact-sum.ts'

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** The items of a list answer that have the shape of an item. */
export const itemsOf = (value: Json | undefined): readonly JsonObject[] =>
  (Array.isArray(value) ? value : []).filter((item: Json): item is JsonObject => isObject(item))

/** Pounds in all money cells of a table; undefined when there are none. */
export function tableTotal(question: MoneyTableQuestion, value: Json): number | undefined {
  const columns = question.columns.filter(({ type = 'money' }) => type === 'money')
  return sumOrNone(itemsOf(value).flatMap((item) => columns.map((column) => memberOf(item, column.id))))
}

/** What an answer adds to a sum: itself if it is a number, its total if it is a money table, otherwise undefined. */
export function totalOf(question: Question, value: Answered): number | undefined {
  if (question.type === 'money-table') return tableTotal(question, value)
  return isNumber(value) ? value : undefined
}

/** The sum of what is a number; undefined when nothing is. */
export function sumOrNone(values: readonly (Json | undefined)[]): number | undefined {
  const numbers = values.filter(isNumber)
  return numbers.length > 0 ? exactSum(numbers) : undefined
}
