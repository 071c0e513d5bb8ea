import type { Expression, Span, TemplateToken } from './read-tokens.ts'

/** A piece of an `html` template, in the order of the source. */
export type Piece = Span &
  (
    | { readonly kind: 'text' }
    /** `${…}` between tags. `alone` when nothing else is on its line: then it is a component, and part of no sentence. */
    | { readonly kind: 'hole'; readonly expression: Expression; readonly alone: boolean }
    | {
        readonly kind: 'tag'
        readonly name: string
        readonly closes: boolean
        readonly expressions: readonly Expression[]
        /** The values of its attributes that people read, inside their quotes. */
        readonly said: readonly Span[]
      }
  )

type Reading = { readonly source: string; readonly template: TemplateToken; readonly pieces: Piece[] }

/** Attributes whose value is read out or shown. */
const saidAttribute = /\s(?:aria-label|aria-description|aria-roledescription|alt|title|placeholder)=$/

/**
 * What an `html` template is made of. A tag may hold expressions in its attributes; the piece then spans them.
 *
 * @throws {SyntaxError} if a tag does not end in the template: attribute values are always quoted and closed
 */
export function readHtml(source: string, template: TemplateToken): readonly Piece[] {
  const reading: Reading = { source, template, pieces: [] }
  const last = template.strings.length - 1
  let at = template.start + 1
  for (let index = 0; index <= last; ) {
    const { end } = template.strings[index] as Span
    const opens = tagAfter(source, at, end)
    const textEnd = opens ?? end
    if (textEnd > at) reading.pieces.push({ kind: 'text', start: at, end: textEnd })
    if (opens !== undefined) {
      const tag = readTag(reading, opens, index)
      reading.pieces.push(tag.piece)
      at = tag.piece.end
      index = tag.index
    } else {
      const expression = template.expressions[index]
      if (expression !== undefined) reading.pieces.push(holeOf(reading, expression))
      at = (expression?.end ?? end) + 1
      index += 1
    }
  }
  return reading.pieces
}

/** Where the next tag of a piece of text begins: `<` before a name, a slash, an exclamation mark or an expression. */
function tagAfter(source: string, from: number, end: number): number | undefined {
  for (let at = source.indexOf('<', from); at >= 0 && at < end; at = source.indexOf('<', at + 1))
    if (/[a-z/!$]/i.test(source[at + 1] ?? '')) return at
  return undefined
}

function holeOf({ source, template }: Reading, expression: Expression): Piece {
  const start = expression.start - 2
  const end = expression.end + 1
  const first = start === template.start + 1 || source[start - 1] === '\n'
  const last = end === template.end - 1 || source[end] === '\n'
  return { kind: 'hole', start, end, expression, alone: first && last }
}

/** The tag that begins at `start`, in the piece of text with this index; and the index of the piece in which it ends. */
function readTag({ source, template }: Reading, start: number, from: number): { piece: Piece; index: number } {
  const name = /^<\/?([a-z!][a-z0-9-]*|!--)/i.exec(source.slice(start, start + 40))?.[1] ?? ''
  const expressions: Expression[] = []
  const said: Span[] = []
  let index = from
  let opened: number | undefined
  for (let at = start + 1; ; at += 1) {
    if (at >= (template.strings[index] as Span).end) {
      const expression = template.expressions[index]
      if (expression === undefined) throw new SyntaxError(`no tag ends after ${source.slice(start, start + 60)}`)
      expressions.push(expression)
      index += 1
      at = expression.end
    } else if (source[at] === '"') {
      if (opened !== undefined && saidAttribute.test(source.slice(start, opened - 1)))
        said.push({ start: opened, end: at })
      opened = opened === undefined ? at + 1 : undefined
    } else if (source[at] === '>' && opened === undefined) {
      const closes = source[start + 1] === '/'
      return { piece: { kind: 'tag', start, end: at + 1, name, closes, expressions, said }, index }
    }
  }
}
