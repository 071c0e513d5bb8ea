/** A piece of a program's text: `source.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number }

/** What a program is made of, as far as finding its texts needs to know. Comments and spaces are left out. */
export type Token = Span &
  (
    | { readonly kind: 'word' | 'number' | 'regex' | 'mark'; readonly text: string }
    | { readonly kind: 'string'; readonly value: string }
    | {
        readonly kind: 'template'
        /** What stands before, back and between the expressions, as it is written. One more than there are expressions. */
        readonly strings: readonly Span[]
        readonly expressions: readonly Expression[]
      }
  )

/** What stands between `${` and `}`. */
export type Expression = Span & { readonly tokens: readonly Token[] }

export type TemplateToken = Extract<Token, { readonly kind: 'template' }>

const wordStart = /[\p{L}$_#@]/u
const word = /[\p{L}\p{N}$_#@]*/uy
const number = /[0-9][\w.]*/y
const marks = /===|!==|=>|\?\?=?|\?\.|\.\.\.|&&|\|\||[=!<>]=|./suy
/** After these a slash begins a regular expression, and does not divide. */
const beforeExpression = new Set(['return', 'case', 'typeof', 'in', 'of', 'void', 'delete', 'await', 'yield', 'else'])

/**
 * The tokens of a TypeScript program. It knows strings, templates, comments and regular expressions apart, which is all
 * that rewriting texts needs; it does not check the program.
 *
 * @throws {SyntaxError} if a string, template or comment does not end
 * @example readTokens("say('Draft')").map(({ kind }) => kind) // => ['word', 'mark', 'string', 'mark']
 */
export const readTokens = (source: string): readonly Token[] => readUntil(source, 0, undefined).tokens

type Read = { readonly tokens: readonly Token[]; readonly end: number }

/** Tokens up to the end, or up to the `}` that closes an expression of a template. */
function readUntil(source: string, from: number, closing: '}' | undefined): Read {
  const tokens: Token[] = []
  let depth = 0
  let at = from
  while (at < source.length) {
    const next = pastSpace(source, at)
    if (next !== at) {
      at = next
      continue
    }
    const character = source[at] as string
    if (closing !== undefined && character === closing && depth === 0) return { tokens, end: at }
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    const token = readOne(source, at, tokens.at(-1))
    tokens.push(token)
    at = token.end
  }
  if (closing !== undefined) throw new SyntaxError('an expression of a template does not end')
  return { tokens, end: at }
}

/** Behind spaces and one comment, if there are any here. */
function pastSpace(source: string, at: number): number {
  const code = source.charCodeAt(at)
  if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff) return at + 1
  if (code !== 47) return at
  const following = source[at + 1]
  if (following === '/') return endOf(source, '\n', at, source.length)
  return following === '*' ? endOf(source, '*/', at + 2) + 2 : at
}

function endOf(source: string, mark: string, from: number, otherwise?: number): number {
  const found = source.indexOf(mark, from)
  if (found >= 0) return found
  if (otherwise !== undefined) return otherwise
  throw new SyntaxError(`there is no ${mark} after ${from}`)
}

function readOne(source: string, start: number, before: Token | undefined): Token {
  const character = source[start] as string
  if (character === "'" || character === '"') return readString(source, start, character)
  if (character === '`') return readTemplate(source, start)
  if (wordStart.test(character)) return matched('word', word, source, start)
  if (character >= '0' && character <= '9') return matched('number', number, source, start)
  if (character === '/' && beginsExpression(before)) return readRegex(source, start)
  return matched('mark', marks, source, start)
}

function matched(kind: 'word' | 'number' | 'mark', pattern: RegExp, source: string, start: number): Token {
  pattern.lastIndex = start
  const text = pattern.exec(source)?.[0] ?? ''
  return { kind, start, end: start + text.length, text }
}

function beginsExpression(before: Token | undefined): boolean {
  if (before === undefined) return true
  if (before.kind === 'word') return beforeExpression.has(before.text)
  return before.kind === 'mark' && !')]}'.includes(before.text)
}

function readRegex(source: string, start: number): Token {
  let inClass = false
  let at = start + 1
  for (; source[at] !== '/' || inClass; at += 1) {
    const character = source[at]
    if (character === undefined || character === '\n')
      throw new SyntaxError(`no regular expression ends after ${start}`)
    if (character === '\\') at += 1
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
  }
  at += 1
  while (/[a-z]/.test(source[at] ?? '')) at += 1
  return { kind: 'regex', start, end: at, text: source.slice(start, at) }
}

function readString(source: string, start: number, quote: string): Token {
  let at = start + 1
  while (source[at] !== quote) {
    if (at >= source.length) throw new SyntaxError(`no string ends after ${start}`)
    at += source[at] === '\\' ? 2 : 1
  }
  return { kind: 'string', start, end: at + 1, value: meant(source.slice(start + 1, at)) }
}

function readTemplate(source: string, start: number): Token {
  const strings: Span[] = []
  const expressions: Expression[] = []
  let from = start + 1
  let at = from
  while (source[at] !== '`') {
    if (at >= source.length) throw new SyntaxError(`no template ends after ${start}`)
    if (source.startsWith('${', at)) {
      strings.push({ start: from, end: at })
      const { tokens, end } = readUntil(source, at + 2, '}')
      expressions.push({ start: at + 2, end, tokens })
      from = end + 1
      at = from
    } else at += source[at] === '\\' ? 2 : 1
  }
  strings.push({ start: from, end: at })
  return { kind: 'template', start, end: at + 1, strings, expressions }
}

const escaped = /\\(u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|\r?\n|.)/gis
const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' }

/**
 * What a string or a piece of a template means: its escapes undone.
 *
 * @example meant('it\\u2019s') // => 'it’s'
 */
export const meant = (written: string): string =>
  written.includes('\\')
    ? written.replace(escaped, (_, all: string, braced?: string, four?: string, two?: string) => {
        const code = braced ?? four ?? two
        if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
        return all.endsWith('\n') ? '' : (named[all] ?? all)
      })
    : written
