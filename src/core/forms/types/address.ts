import { isObject, type Json } from '../../canonical/json.ts'
import { type Answered, memberOf } from '../answers.ts'
import type { AddressQuestion } from '../definition.ts'
import type { AddressPart, Found } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { textFindings } from './text.ts'
import { rawWords, typedLine } from './typed-text.ts'

const PARTS: readonly AddressPart[] = ['line1', 'line2', 'town', 'county', 'postcode']
const NEEDED: readonly AddressPart[] = ['line1', 'town', 'postcode']

/** Outward and inward code, with or without a space between. */
const POSTCODE = /^(GIR|[A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2}|0AA)$/i

/** Capitals and one space, as the post writes it; anything else as it was typed. @example tidyPostcode('sw1a2as') // => 'SW1A 2AS' */
export const tidyPostcode = (text: string): string => {
  const [, outward, inward] = POSTCODE.exec(text) ?? []
  return outward && inward ? `${outward} ${inward}`.toUpperCase() : text
}

type Parts = { readonly [Part in AddressPart]?: string }

const isParts = (value: Json): value is Parts =>
  isObject(value) &&
  Object.entries(value).every(([key, part]) => PARTS.some((name) => name === key) && typeof part === 'string')

const textOf = (value: Parts, part: AddressPart): string => {
  const text = memberOf(value as { readonly [name: string]: Json }, part)
  return typeof text === 'string' ? text : ''
}

function draft(_question: AddressQuestion, value: Answered): readonly Found[] {
  if (typeof value === 'string') return textFindings(value).map((finding) => ({ ...finding, input: 'line1' }))
  if (!isParts(value)) return [{ code: 'not-an-address', input: 'line1' }]
  const findings = PARTS.flatMap((part) =>
    textFindings(textOf(value, part)).map((finding) => ({ ...finding, input: part })),
  )
  if (findings.length > 0) return findings.slice(0, 1)
  const postcode = textOf(value, 'postcode').trim()
  return postcode === '' || POSTCODE.test(postcode) ? [] : [{ code: 'not-a-postcode', input: 'postcode' }]
}

export const addressKind: QuestionKind<AddressQuestion> = {
  codes: ['not-an-address', 'too-long', 'control-characters', 'not-a-postcode', 'address-part-missing'],
  firstInput: 'line1',
  draft,
  submission: (_question, value) =>
    isParts(value)
      ? NEEDED.filter((part) => textOf(value, part).trim() === '').map(
          (part) => ({ code: 'address-part-missing', part, input: part }) as const,
        )
      : [],
  read(_question, fields, name) {
    const typed = PARTS.map((part) => [part, typedLine(fields.text(`${name}-${part}`))] as const)
    const kept = typed.flatMap(([part, text]) =>
      text === undefined ? [] : [[part, part === 'postcode' ? tidyPostcode(text) : text]],
    )
    return kept.length > 0 ? Object.fromEntries(kept) : undefined
  },
  show(_question, value, name) {
    const parts: Parts = isParts(value) ? value : typeof value === 'string' ? { line1: value } : {}
    return Object.fromEntries(PARTS.map((part) => [`${name}-${part}`, textOf(parts, part)]))
  },
  words(_question, value) {
    if (isParts(value)) return PARTS.map((part) => textOf(value, part)).filter((line) => line.trim() !== '')
    return typeof value === 'string' ? value.split(/\r?\n/) : rawWords(value)
  },
}
