import { isObject } from '../../canonical/index.ts'
import { type Answers, answerOf } from '../../forms/index.ts'
import type { Unfit } from '../../sheets/index.ts'
import { moneyKinds } from '../benefit-kinds.ts'
import { type FinancialYear, financialYearWords, yearId } from '../financial-year.ts'
import { textOf } from '../read-answers.ts'

/**
 * What is wrong with the forecast of a benefit: a year whose figures are not in their order, or without the central one
 * that is counted. A low or high that is left out is as sure as the central figure.
 */
export function unfitForecast(years: readonly FinancialYear[], content: Answers): readonly Unfit[] {
  const question = moneyKinds.some((kind) => kind === textOf(content, 'kind')) ? 'pounds' : 'figures'
  const table = answerOf(content, question)
  return (Array.isArray(table) ? table : []).flatMap((item) => {
    const row = isObject(item) ? years.findIndex((year) => yearId(year) === item.row) : -1
    const year = years[row]
    if (!isObject(item) || year === undefined) return []
    const [low, central, high] = [item.low, item.central, item.high].map((cell) =>
      typeof cell === 'number' ? cell : undefined,
    )
    const at = (column: string, words: string): readonly Unfit[] => [
      { question, field: `${question}-${row}-${column}`, text: `${financialYearWords(year)}: ${words}` },
    ]
    if (central === undefined)
      return low === undefined && high === undefined
        ? []
        : at('central', 'enter the central figure too, or leave the whole year blank')
    if (low !== undefined && low > central) return at('low', 'the low figure must be the central one or less')
    return high !== undefined && high < central ? at('high', 'the high figure must be the central one or more') : []
  })
}
