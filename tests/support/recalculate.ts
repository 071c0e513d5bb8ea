import { strFromU8, unzipSync } from 'fflate'

type Value = number | string

/** A workbook as another program would work it out: what its cells say that a formula comes to is not looked at. */
export type Recalculated = {
  /** @example valueOf('Results', 'C2') */
  readonly valueOf: (sheet: string, cell: string) => Value
  /** The rows of a sheet, worked out, its headings first. */
  readonly rows: (sheet: string) => readonly (readonly Value[])[]
  /** How many cells are formulas. */
  readonly formulas: number
  /** Another value in a cell, as if somebody had typed it. */
  readonly withValue: (sheet: string, cell: string, value: number) => Recalculated
}

type Cell = { readonly value: Value } | { readonly formula: string }
type Cells = ReadonlyMap<string, Cell>

/** Reads a workbook of Excel from its bytes and works its formulas out: + - * / ^, SUM, SUMIFS and SUMPRODUCT. */
export const recalculate = (bytes: Uint8Array): Recalculated => worked(cellsOf(bytes))

function worked(cells: Cells): Recalculated {
  const known = new Map<string, Value>()
  const valueAt = (key: string): Value => {
    const before = known.get(key)
    if (before !== undefined) return before
    const cell = cells.get(key)
    const value = cell === undefined ? '' : 'value' in cell ? cell.value : evaluate(cell.formula, sheetOf(key), valueAt)
    known.set(key, value)
    return value
  }
  return {
    valueOf: (sheet, cell) => valueAt(`${sheet}!${cell}`),
    rows: (sheet) => rowsOf(cells, sheet).map((row) => row.map((cell) => valueAt(`${sheet}!${cell}`))),
    formulas: [...cells.values()].filter((cell) => 'formula' in cell).length,
    withValue: (sheet, cell, value) => worked(new Map([...cells, [`${sheet}!${cell}`, { value }]])),
  }
}

const sheetOf = (key: string): string => key.slice(0, key.indexOf('!'))

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

function cellsOf(bytes: Uint8Array): Cells {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  )
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('')),
  )
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) =>
    unescaped(name),
  )
  const cells = new Map<string, Cell>()
  names.forEach((name, at) => {
    const page = files[`xl/worksheets/sheet${at + 1}.xml`] ?? ''
    for (const [, attributes = '', content = ''] of page.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const [, place = ''] = /r="([A-Z]+\d+)"/.exec(attributes) ?? []
      const formula = /<f>(.*?)<\/f>/s.exec(content)?.[1]
      const value = /<v>(.*?)<\/v>/s.exec(content)?.[1]
      if (formula !== undefined) cells.set(`${name}!${place}`, { formula: unescaped(formula) })
      else if (value !== undefined)
        cells.set(`${name}!${place}`, {
          value: /t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : Number(value),
        })
    }
  })
  return cells
}

function rowsOf(cells: Cells, sheet: string): readonly (readonly string[])[] {
  const rows = new Map<number, string[]>()
  for (const key of cells.keys()) {
    if (sheetOf(key) !== sheet) continue
    const place = key.slice(sheet.length + 1)
    const row = Number(/\d+/.exec(place)?.[0])
    rows.set(row, [...(rows.get(row) ?? []), place])
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, places]) => places)
}

const tokenPattern =
  /\s*(?:(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|((?:\w+!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)|([A-Z]+)(?=\()|([-+*/^(),]))/y

/** What a formula comes to. A range is a list of values; everything else is one. */
function evaluate(formula: string, sheet: string, valueAt: (key: string) => Value): number {
  const tokens = tokensOf(formula)
  let at = 0
  const next = (): string | undefined => tokens[at]
  const take = (): string => tokens[at++] ?? fail(formula)
  const numberOf = (values: readonly Value[]): number => {
    const [value] = values
    return values.length === 1 && typeof value !== 'string'
      ? (value ?? fail(formula))
      : value === ''
        ? 0
        : fail(formula)
  }
  const binary =
    (
      operators: readonly string[],
      below: () => readonly Value[],
      work: (a: number, b: number, operator: string) => number,
    ) =>
    (): readonly Value[] => {
      let left = below()
      while (operators.includes(next() ?? '')) {
        const operator = take()
        left = [work(numberOf(left), numberOf(below()), operator)]
      }
      return left
    }
  const atom = (): readonly Value[] => {
    const token = take()
    if (token === '-') return [-numberOf(atom())]
    if (token === '(') {
      const inside = sum()
      if (take() !== ')') fail(formula)
      return inside
    }
    if (/^[A-Z]+$/.test(token)) return [call(token, argumentsOf())]
    return /[A-Z]/.test(token) && !/^\d/.test(token) ? keysOf(token, sheet).map(valueAt) : [Number(token)]
  }
  const argumentsOf = (): readonly (readonly Value[])[] => {
    const given: (readonly Value[])[] = []
    if (take() !== '(') fail(formula)
    do given.push(sum())
    while (take() === ',')
    return given
  }
  const power = binary(['^'], atom, (a, b) => a ** b)
  const product = binary(['*', '/'], power, (a, b, operator) => (operator === '*' ? a * b : a / b))
  const sum = binary(['+', '-'], product, (a, b, operator) => (operator === '+' ? a + b : a - b))
  const result = numberOf(sum())
  return next() === undefined ? result : fail(formula)
}

function tokensOf(formula: string): readonly string[] {
  const tokens: string[] = []
  tokenPattern.lastIndex = 0
  for (let match = tokenPattern.exec(formula); match !== null; match = tokenPattern.exec(formula)) {
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
    if (tokenPattern.lastIndex === formula.length) return tokens
  }
  return fail(formula)
}

const fail = (formula: string): never => {
  throw new Error(`cannot work out ${formula}`)
}

const amount = (value: Value | undefined): number => (typeof value === 'number' ? value : 0)

/** Functions as Excel has them: text and blanks count for nothing. */
function call(name: string, given: readonly (readonly Value[])[]): number {
  const [first = [], ...others] = given
  if (name === 'SUM') return given.flat().reduce<number>((total, value) => total + amount(value), 0)
  if (name === 'SUMPRODUCT')
    return first.reduce<number>(
      (total, value, at) => total + others.reduce((product, other) => product * amount(other[at]), amount(value)),
      0,
    )
  if (name !== 'SUMIFS') return fail(name)
  const meets = (at: number): boolean =>
    others.every((range, place) => place % 2 === 1 || range[at] === others[place + 1]?.[0])
  return first.reduce<number>((total, value, at) => total + (meets(at) ? amount(value) : 0), 0)
}

function keysOf(reference: string, here: string): readonly string[] {
  const bare = reference.replaceAll('$', '')
  const sheet = bare.includes('!') ? sheetOf(bare) : here
  const [from = '', to = from] = bare.slice(bare.indexOf('!') + 1).split(':')
  const [left, top] = placeOf(from)
  const [right, bottom] = placeOf(to)
  const keys: string[] = []
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) keys.push(`${sheet}!${lettersOf(column)}${row}`)
  return keys
}

const placeOf = (cell: string): readonly [number, number] => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  return [[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), Number(row)]
}

const lettersOf = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : `${lettersOf(Math.floor((column - 1) / 26))}${lettersOf(((column - 1) % 26) + 1)}`
