import { type Piece, readHtml } from './read-html.ts'
import { type Expression, meant, type Span, type TemplateToken } from './read-tokens.ts'
import type { Region, Text } from './text.ts'

/** Finds the texts in what stands between `${` and `}`: where words are read out, or else where class names and the like are. */
export type FindIn = (expression: Expression, amongWords: boolean) => readonly Text[]

/** Elements that stand within a sentence. All others end one. */
const inline = new Set(
  'a abbr b bdi br cite code data em i kbd mark output q s samp small span strong sub sup time u var wbr'.split(' '),
)
/** What is in these is a command or somebody's text, character for character. */
const keepsText = new Set(['pre', 'textarea'])
const holdsNothing = new Set(['br', 'wbr', 'img', 'input', 'hr'])
/** A template may hold attributes alone, to be put in a tag. */
const attributes = /^\s*[\w-]+="/
const caption = /class="[^"]*caption/

/**
 * The texts of an `html` template: the words between two tags that are no part of a sentence, with the markup and the
 * values among them, and the values of attributes that are read out.
 *
 * @example
 * // html`<p class="app">There are <strong>${count}</strong> bids.</p>` holds one text:
 * // 'There are <1>{1}</1> bids.'
 */
export function htmlTexts(source: string, template: TemplateToken, findIn: FindIn): readonly Text[] {
  if (attributes.test(source.slice(template.start + 1, template.end)))
    return template.expressions.flatMap((expression) => findIn(expression, false))
  const found: Text[] = []
  let sentence: Piece[] = []
  const end = (): void => {
    if (sentence.length > 0) found.push(...sentenceTexts(source, sentence, findIn))
    sentence = []
  }
  let isKept = false
  for (const piece of readHtml(source, template)) {
    if (piece.kind === 'tag' && keepsText.has(piece.name)) isKept = !piece.closes
    if (isWithin(source, piece) && !isKept) sentence.push(piece)
    else {
      end()
      found.push(...textsWithin(source, piece, findIn))
    }
  }
  end()
  return found.sort((one, other) => one.start - other.start)
}

/** Whether a piece can stand in the middle of a sentence. A caption is another sentence, whatever its element. */
function isWithin(source: string, piece: Piece): boolean {
  if (piece.kind === 'hole') return !piece.alone
  if (piece.kind === 'text') return true
  return inline.has(piece.name) && !caption.test(source.slice(piece.start, piece.end))
}

/** The texts inside a tag or an expression that is itself part of no sentence. */
function textsWithin(source: string, piece: Piece, findIn: FindIn): readonly Text[] {
  if (piece.kind === 'hole') return findIn(piece.expression, true)
  if (piece.kind === 'text') return []
  const said = piece.said.flatMap((span) => attributeText(source, span, piece.expressions, findIn) ?? [])
  const others = piece.expressions.filter(
    (expression) => !said.some(({ start, end }) => expression.start > start && expression.end < end),
  )
  return [...said, ...others.flatMap((expression) => findIn(expression, false))].sort(
    (one, other) => one.start - other.start,
  )
}

function attributeText(
  source: string,
  span: Span,
  expressions: readonly Expression[],
  findIn: FindIn,
): Text | undefined {
  const inside = expressions.filter(({ start, end }) => start > span.start && end < span.end)
  let english = ''
  let at = span.start
  for (const [index, { start, end }] of inside.entries()) {
    english += `${wordsOf(source, at, start - 2)}{${index + 1}}`
    at = end + 1
  }
  english += wordsOf(source, at, span.end)
  if (!hasWords(english)) return undefined
  const values = inside.map((expression) => regionOf(expression, findIn))
  return { ...span, kind: 'html', english, values, markup: [] }
}

const regionOf = (expression: Expression, findIn: FindIn): Region => ({
  start: expression.start,
  end: expression.end,
  texts: findIn(expression, true),
})

/** One sentence, or what is around one whose markup does not close. */
function sentenceTexts(source: string, pieces: readonly Piece[], findIn: FindIn): readonly Text[] {
  const partners = pairUp(pieces)
  const broken = pieces.findIndex((piece, index) => isOpenEnded(piece) && !partners.has(index))
  if (broken >= 0)
    return [
      ...sentenceTexts(source, pieces.slice(0, broken), findIn),
      ...textsWithin(source, pieces[broken] as Piece, findIn),
      ...sentenceTexts(source, pieces.slice(broken + 1), findIn),
    ]
  const [from, to] = trim(source, pieces, partners)
  const outside = [...pieces.slice(0, from), ...pieces.slice(to)].flatMap((piece) => textsWithin(source, piece, findIn))
  const kept = pieces.slice(from, to)
  const text = kept.length > 0 ? textOf(source, kept, findIn) : undefined
  return text === undefined
    ? [...outside, ...kept.flatMap((piece) => textsWithin(source, piece, findIn))]
    : [...outside, text]
}

const isOpenEnded = (piece: Piece): boolean => piece.kind === 'tag' && !holdsNothing.has(piece.name)

/** The index of the tag that each tag closes or is closed by. */
function pairUp(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const open: number[] = []
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'tag' || !isOpenEnded(piece)) continue
    if (!piece.closes) open.push(index)
    else {
      const opener = open.pop()
      if (opener === undefined) return partners
      partners.set(opener, index).set(index, opener)
    }
  }
  return partners
}

/** Leaves out what is around all the words: spaces, an element that holds the whole, and elements without words at the ends. */
function trim(
  source: string,
  pieces: readonly Piece[],
  partners: ReadonlyMap<number, number>,
): readonly [number, number] {
  let from = 0
  let to = pieces.length
  const wordless = (start: number, end: number): boolean =>
    pieces.slice(start, end).every((piece) => piece.kind === 'tag' || isBlank(source, piece))
  for (let changed = true; changed && from < to; ) {
    changed = true
    const closes = partners.get(from)
    const opens = partners.get(to - 1)
    if (closes === to - 1) [from, to] = [from + 1, to - 1]
    else if (isBlank(source, pieces[from])) from += 1
    else if (isBlank(source, pieces[to - 1])) to -= 1
    else if (closes !== undefined && closes < to && wordless(from, closes)) from = closes + 1
    else if (opens !== undefined && opens >= from && wordless(opens, to - 1)) to = opens
    else changed = false
  }
  return [from, to]
}

const isBlank = (source: string, piece: Piece | undefined): boolean =>
  piece === undefined ||
  (piece.kind === 'text' && source.slice(piece.start, piece.end).trim() === '') ||
  (piece.kind === 'tag' && holdsNothing.has(piece.name))

function textOf(source: string, pieces: readonly Piece[], findIn: FindIn): Text | undefined {
  const values: Region[] = []
  const markup: { open: Region; close: Span | undefined }[] = []
  const open: number[] = []
  let english = ''
  for (const piece of pieces) {
    if (piece.kind === 'text') english += wordsOf(source, piece.start, piece.end)
    else if (piece.kind === 'hole') english += `{${values.push(regionOf(piece.expression, findIn))}}`
    else if (piece.closes) {
      const number = open.pop() as number
      markup[number - 1] = { ...(markup[number - 1] as { open: Region }), close: piece }
      english += `</${number}>`
    } else {
      const region = { start: piece.start, end: piece.end, texts: textsWithin(source, piece, findIn) }
      const number = markup.push({ open: region, close: undefined })
      if (isOpenEnded(piece)) open.push(number)
      english += isOpenEnded(piece) ? `<${number}>` : `<${number}/>`
    }
  }
  if (!hasWords(english)) return undefined
  const first = (pieces[0] as Piece).start
  const last = (pieces.at(-1) as Piece).end
  const before = english.length - english.trimStart().length
  const written = source.slice(first, last)
  const span = { start: first + (before > 0 ? spaceBefore(written) : 0), end: last - spaceAfter(written) }
  return { ...span, kind: 'html', english: english.trim(), values, markup }
}

const spaceBefore = (written: string): number => written.length - written.trimStart().length
const spaceAfter = (written: string): number => written.length - written.trimEnd().length

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** What HTML says, with one space for any; a no-break space is a character of its own. */
const wordsOf = (source: string, start: number, end: number): string =>
  meant(source.slice(start, end))
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)

/** Whether there is anything to translate: two letters side by side, apart from values and markup. */
export const hasWords = (english: string): boolean => /\p{L}{2}/u.test(english.replace(/[{<][^}>]*[}>]/g, ' '))
