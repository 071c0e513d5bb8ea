import { htmlTexts } from './html-texts.ts'
import { isProse } from './is-prose.ts'
import { type Expression, meant, readTokens, type Token } from './read-tokens.ts'
import type { Region, Text } from './text.ts'

/**
 * The texts of a program that people read, in the order of the source: what stands in `html` templates, and the strings
 * and templates that are prose. Those that are compared, name something, are thrown or are SQL are not texts.
 *
 * @throws {SyntaxError} if it is no TypeScript that `readTokens` can read
 * @example findTexts("const title = 'Your work'")[0]?.english // => 'Your work'
 */
export const findTexts = (source: string): Region => ({
  start: 0,
  end: source.length,
  texts: within(source, readTokens(source), false),
})

/** The texts among some tokens. Directly in a sentence, a word in small letters is a text too. */
function within(source: string, tokens: readonly Token[], inSentence: boolean): readonly Text[] {
  const found: Text[] = []
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'mark') depth += '([{'.includes(token.text) ? 1 : ')]}'.includes(token.text) ? -1 : 0
    if (token.kind !== 'string' && token.kind !== 'template') continue
    const place = { source, tokens, index, isResult: inSentence && depth === 0 && isResult(tokens, index) }
    found.push(...(token.kind === 'string' ? stringTexts(token, place) : templateTexts(token, place)))
  }
  return found
}

type Place = {
  readonly source: string
  readonly tokens: readonly Token[]
  readonly index: number
  readonly isResult: boolean
}

const markOf = (token: Token | undefined): string | undefined =>
  token?.kind === 'mark' || token?.kind === 'word' ? token.text : undefined

const givesResult = new Set([undefined, '?', ':', '&&', '||', '??', '=>'])

/** Whether a token is what an expression comes to: it is all of it, or a branch of it. */
const isResult = (tokens: readonly Token[], index: number): boolean =>
  givesResult.has(markOf(tokens[index - 1])) && (tokens[index + 1] === undefined || markOf(tokens[index + 1]) === ':')

function stringTexts(token: Extract<Token, { kind: 'string' }>, place: Place): readonly Text[] {
  const { start, end, value } = token
  if (isForProgram(place) || !isProse(value, isAmongWords(place))) return []
  return [{ start, end, english: value, kind: 'string', values: [], markup: [] }]
}

function templateTexts(token: Extract<Token, { kind: 'template' }>, place: Place): readonly Text[] {
  const { source, tokens, index } = place
  const tag = tagOf(tokens, index)
  if (tag === 'html') {
    const texts = htmlTexts(source, token, (expression, amongWords) => within(source, expression.tokens, amongWords))
    const counted = countedName(tokens, index)
    return texts.map((text) => countOf(source, text, counted))
  }
  const parts = token.strings.map(({ start, end }) => meant(source.slice(start, end)))
  const english = parts.reduce((text, part, part1) => `${text}{${part1}}${part}`)
  if (tag !== undefined || isForProgram(place) || !isProse(english, isAmongWords(place)))
    return token.expressions.flatMap((expression) => within(source, expression.tokens, false))
  const values = token.expressions.map((expression) => regionOf(source, expression))
  const { start, end } = token
  const text: Text = { start, end, english, kind: 'template', values, markup: [] }
  return [countOf(source, text, countedName(tokens, index))]
}

const regionOf = (source: string, expression: Expression): Region => ({
  start: expression.start,
  end: expression.end,
  texts: within(source, expression.tokens, true),
})

/** The tag of a template: the word that it touches. */
function tagOf(tokens: readonly Token[], index: number): string | undefined {
  const before = tokens[index - 1]
  if (before === undefined || before.end !== tokens[index]?.start) return undefined
  return before.kind === 'word' ? before.text : markOf(before) === '>' ? 'typed' : undefined
}

const compares = new Set(['===', '!==', '==', '!='])
const names = new Set(['from', 'import', 'case', 'in', 'as', 'satisfies', 'super'])
/** What is called with a text that nobody reads: a field to look up, a fault to throw. */
const takesCodes = new Set(
  'get has set delete includes startsWith endsWith split join indexOf replace replaceAll notFound Symbol test raw param setIsolationLevel'.split(
    ' ',
  ),
)

/** Whether a string stands where programs put names and codes. */
function isForProgram({ tokens, index }: Place): boolean {
  const before = markOf(tokens[index - 1])
  const after = markOf(tokens[index + 1])
  if (compares.has(before ?? '') || compares.has(after ?? '') || names.has(before ?? '')) return true
  if (after === ':' && (before === '{' || before === ',')) return true
  if (after === '.' && markOf(tokens[index + 2]) === 'split') return true
  if (before === '[' && after === ']' && isValue(tokens[index - 2])) return true
  if (before !== '(') return false
  return takesCodes.has(markOf(tokens[index - 2]) ?? '') || markOf(tokens[index - 3]) === 'new'
}

const isValue = (token: Token | undefined): boolean =>
  token?.kind === 'word' ? token.text !== 'return' : [')', ']'].includes(markOf(token) ?? '')

/** What our components and pages call the texts that they are given. */
const optionsForWords = new Set(
  'text title label hint legend caption summaryText visuallyHiddenText heading titleText words what'.split(' '),
)

/** Whether a text stands where only texts do, so that one in small letters is a text as well. */
function isAmongWords({ tokens, index, isResult }: Place): boolean {
  if (isResult) return true
  if (markOf(tokens[index - 1]) === '=' && markOf(tokens[index - 2]) === 'textContent') return true
  return markOf(tokens[index - 1]) === ':' && optionsForWords.has(markOf(tokens[index - 2]) ?? '')
}

/** What is counted where there is a text for one and this is the text for all others: `count` in `count === 1 ? … : …`. */
function countedName(tokens: readonly Token[], index: number): string | undefined {
  const isTagged = tagOf(tokens, index) !== undefined
  const colon = isTagged ? index - 2 : index - 1
  if (markOf(tokens[colon]) !== ':') return undefined
  const one = markOf(tokens[colon - 2]) === 'html' ? colon - 2 : colon - 1
  if (markOf(tokens[one - 1]) !== '?' || markOf(tokens[one - 3]) !== '===') return undefined
  const number = tokens[one - 2]
  return number?.kind === 'number' && number.text === '1' ? markOf(tokens[one - 4]) : undefined
}

function countOf(source: string, text: Text, counted: string | undefined): Text {
  if (counted === undefined) return text
  const isCounted = new RegExp(`\\b${counted}\\b`)
  const index = text.values.findIndex(({ start, end }) => isCounted.test(source.slice(start, end)))
  return index < 0 ? text : { ...text, counts: index + 1 }
}
