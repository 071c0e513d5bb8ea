import type { Answered } from '../answers.ts'
import { countWords } from '../count-words.ts'
import type { TextQuestion, TextType } from '../definition.ts'
import { MOST_CHARACTERS } from '../limits.ts'
import type { Finding, ProblemCode } from '../problem.ts'
import type { QuestionKind } from './question-kind.ts'
import { asTyped, rawWords, typedLine, typedLines } from './typed-text.ts'

const TEXT_CODES = ['not-text', 'too-long', 'control-characters'] as const
const LENGTH_CODES = ['too-long', 'too-short', 'too-many-words', 'too-few-words'] as const

/** What makes any text unfit to keep. Length comes first: nothing else looks at a text that is far too long. */
export function textFindings(value: Answered): readonly Finding[] {
  if (typeof value !== 'string') return [{ code: 'not-text' }]
  if (value.length > MOST_CHARACTERS) return [{ code: 'too-long', characters: value.length, limit: MOST_CHARACTERS }]
  if (/[^\P{Cc}\t\n\r]/u.test(value) || !value.isWellFormed()) return [{ code: 'control-characters' }]
  return []
}

function lengthFindings({ min, max, minWords, maxWords }: TextQuestion, value: string): readonly Finding[] {
  const findings: Finding[] = []
  const characters = value.length
  if (max !== undefined && characters > max) findings.push({ code: 'too-long', characters, limit: max })
  if (min !== undefined && characters < min) findings.push({ code: 'too-short', characters, limit: min })
  if (maxWords === undefined && minWords === undefined) return findings
  const words = countWords(value)
  if (maxWords !== undefined && words > maxWords) findings.push({ code: 'too-many-words', words, limit: maxWords })
  if (minWords !== undefined && words < minWords) findings.push({ code: 'too-few-words', words, limit: minWords })
  return findings
}

type Format = { readonly code: ProblemCode & `not-a${string}`; readonly fits: (text: string) => boolean }

function textKind<Type extends TextType>(
  format?: Format,
): QuestionKind<Extract<TextQuestion, { readonly type: Type }>> {
  return {
    codes: [...new Set([...TEXT_CODES, ...LENGTH_CODES, ...(format ? [format.code] : [])])],
    draft(_question, value) {
      const findings = textFindings(value)
      if (findings.length > 0 || !format || format.fits(String(value).trim())) return findings
      return [{ code: format.code } as Finding]
    },
    submission: (question, value) => lengthFindings(question, String(value)),
    read: (question, fields, name) =>
      question.type === 'long-text' ? typedLines(fields.text(name)) : typedLine(fields.text(name)),
    show: (_question, value, name) => ({ [name]: asTyped(value) }),
    words: (_question, value) => rawWords(value).flatMap((text) => text.split(/\r?\n/)),
  }
}

const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59})$/iu

function isEmail(text: string): boolean {
  if (text.length > 320) return false
  const [local = '', domain = '', ...rest] = text.split('@')
  return (
    rest.length === 0 && /^[^\s<>()[\]\\,;:"]{1,64}$/.test(local) && !/^\.|\.\.|\.$/.test(local) && DOMAIN.test(domain)
  )
}

/** Digits as people write them, with an extension if there is one. */
function isPhone(text: string): boolean {
  if (text.length > 50) return false
  const number = text.replace(/\s*(?:ext(?:ension)?\.?|x)\s*\d{1,6}$/i, '').replace(/[\s().\-\u2010-\u2015]/g, '')
  return /^(?:\+\d{7,15}|\d{10,15})$/.test(number)
}

function isUrl(text: string): boolean {
  if (text.length > 2_000) return false
  const host = /^https?:\/\/([^\s/?#@:]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(text)?.[1]
  return host !== undefined && DOMAIN.test(host)
}

export const shortTextKind = textKind<'short-text'>()
export const longTextKind = textKind<'long-text'>()
export const emailKind = textKind<'email'>({ code: 'not-an-email', fits: isEmail })
export const phoneKind = textKind<'phone'>({ code: 'not-a-phone', fits: isPhone })
export const urlKind = textKind<'url'>({ code: 'not-a-url', fits: isUrl })
