import type { Json } from '../../canonical/json.ts'
import type { Answered } from '../answers.ts'
import type { NumberQuestion, NumberType } from '../definition.ts'
import { decimalsOf } from '../exact-sum.ts'
import { asksForYear, limitWords } from '../number-words.ts'
import type { Finding } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { textFindings } from './text.ts'
import { shownNumber, typedNumber } from './typed-number.ts'
import { rawWords, typedLine } from './typed-text.ts'

/** Pounds. More than the whole of public spending. */
const MOST_MONEY = 9_999_999_999_999

/** Longer text is not a number. */
const LONGEST = 100

/** What each type accepts, and what it says otherwise. */
const accepts: { readonly [Type in NumberType]: { readonly code: Finding['code']; fits(value: number): boolean } } = {
  'whole-number': { code: 'not-a-whole-number', fits: Number.isSafeInteger },
  number: { code: 'not-a-number', fits: Number.isFinite },
  money: { code: 'not-money', fits: (value) => Math.abs(value) <= MOST_MONEY && decimalsOf(value) <= 2 },
  percentage: { code: 'not-a-percentage', fits: Number.isFinite },
}

/** What stops a value from being a number of its type. Text that was typed is kept, so its length counts too. */
export function numberFindings(type: NumberType, value: Answered): readonly Finding[] {
  if (typeof value === 'number' && accepts[type].fits(value)) return []
  const long = typeof value === 'string' ? textFindings(value) : []
  return long.length > 0 ? long : [{ code: accepts[type].code } as Finding]
}

/** The number typed, or the text as it was typed when that is no number of its type; undefined when blank. */
export function readNumber(type: NumberType, line: string | undefined): Json | undefined {
  const value = line === undefined || line.length > LONGEST ? undefined : typedNumber(line)
  return value !== undefined && accepts[type].fits(value) ? value : line
}

function numberKind<Type extends NumberType>(
  type: Type,
): QuestionKind<Extract<NumberQuestion, { readonly type: Type }>> {
  return {
    codes: [
      ...(type === 'whole-number' ? (['year-too-early', 'year-too-late'] as const) : []),
      ...([accepts[type].code, 'too-long', 'control-characters', 'too-small', 'too-large'] as const),
    ],
    draft: (_question, value) => numberFindings(type, value),
    submission(question, value) {
      const { min, max } = question
      const [below, above] = asksForYear(question)
        ? (['year-too-early', 'year-too-late'] as const)
        : (['too-small', 'too-large'] as const)
      if (min !== undefined && Number(value) < min) return [{ code: below, limit: min }]
      return max !== undefined && Number(value) > max ? [{ code: above, limit: max }] : []
    },
    read: (_question, fields, name) => readNumber(type, typedLine(fields.text(name))),
    show: (_question, value, name) => ({ [name]: shownNumber(value, type) }),
    words: (question, value) => (typeof value === 'number' ? [withUnit(question, value)] : rawWords(value)),
  }
}

function withUnit(question: NumberQuestion, value: number): string {
  if (question.type === 'money' || question.type === 'percentage') return limitWords(value, question)
  const { prefix = '', suffix } = question
  return `${prefix}${limitWords(value, question)}${suffix === undefined ? '' : ` ${suffix}`}`
}

export const wholeNumberKind = numberKind('whole-number')
export const decimalKind = numberKind('number')
export const moneyKind = numberKind('money')
export const percentageKind = numberKind('percentage')
