import { isObject, type Json } from '../../canonical/json.ts'
import { dayInWords, isIsoDay } from '../../time/day.ts'
import { readTypedDay } from '../../time/typed-day.ts'
import { type Answered, memberOf } from '../answers.ts'
import type { DateQuestion } from '../definition.ts'
import type { PostedFields } from '../posted-fields.ts'
import type { DatePart, Finding, Found } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { textFindings } from './text.ts'
import { rawWords, typedLine } from './typed-text.ts'

const PARTS: readonly DatePart[] = ['day', 'month', 'year']

/** The three inputs as they were typed. */
type TypedDate = { readonly [Part in DatePart]: string }

const isTyped = (value: Json): value is TypedDate =>
  isObject(value) && PARTS.every((part) => typeof value[part] === 'string') && Object.keys(value).length === 3

function typedFindings(typed: TypedDate): readonly Finding[] {
  const long = PARTS.flatMap((part) => textFindings(typed[part]))
  if (long.length > 0) return long.slice(0, 1)
  const missing = PARTS.filter((part) => typed[part].trim() === '')
  if (missing.length > 0) return [{ code: 'date-incomplete', missing }]
  return [{ code: /^\d{1,3}$/.test(typed.year) ? 'date-short-year' : 'not-a-date' }]
}

/** The input to go to: the first that is missing, or the year, or the day. */
function atInput(finding: Finding): Found {
  if (finding.code === 'date-incomplete') return { ...finding, input: finding.missing[0] ?? 'day' }
  return { ...finding, input: finding.code === 'date-short-year' ? 'year' : 'day' }
}

function draft(_question: DateQuestion, value: Answered): readonly Found[] {
  if (typeof value === 'string' && isIsoDay(value)) return []
  const findings = isTyped(value) ? typedFindings(value) : typeof value === 'string' ? textFindings(value) : []
  return (findings.length > 0 ? findings : [{ code: 'not-a-date' } as const]).map(atInput)
}

function submission({ min, max }: DateQuestion, value: Answered): readonly Found[] {
  const day = String(value)
  if (min !== undefined && day < min) return [{ code: 'date-too-early', limit: min, input: 'day' }]
  return max !== undefined && day > max ? [{ code: 'date-too-late', limit: max, input: 'day' }] : []
}

function read(_question: DateQuestion, fields: PostedFields, name: string): Json | undefined {
  const [day, month, year] = PARTS.map((part) => typedLine(fields.text(`${name}-${part}`)) ?? '')
  const typed: TypedDate = { day: day ?? '', month: month ?? '', year: year ?? '' }
  return PARTS.some((part) => typed[part] !== '') ? (readTypedDay(typed) ?? typed) : undefined
}

function shownParts(value: Answered): TypedDate {
  if (typeof value === 'string' && isIsoDay(value)) {
    const [year = '', month, day] = value.split('-')
    return { day: String(Number(day)), month: String(Number(month)), year }
  }
  const part = (name: DatePart) => (isObject(value) ? memberOf(value as TypedDate, name) : '')
  const [day, month, year] = PARTS.map((name) => part(name)).map((text) => (typeof text === 'string' ? text : ''))
  return { day: day ?? '', month: month ?? '', year: year ?? '' }
}

export const dateKind: QuestionKind<DateQuestion> = {
  codes: [
    'not-a-date',
    'date-incomplete',
    'date-short-year',
    'too-long',
    'control-characters',
    'date-too-early',
    'date-too-late',
  ],
  firstInput: 'day',
  draft,
  submission,
  read,
  show(_question, value, name) {
    const parts = shownParts(value)
    return Object.fromEntries(PARTS.map((part) => [`${name}-${part}`, parts[part]]))
  },
  words(_question, value) {
    if (typeof value === 'string' && isIsoDay(value)) return [dayInWords(value)]
    return isTyped(value)
      ? [
          PARTS.map((part) => value[part])
            .join(' ')
            .trim(),
        ]
      : rawWords(value)
  },
}
