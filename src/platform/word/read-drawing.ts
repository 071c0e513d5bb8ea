import { type ClassRule, type DrawnElement, readElements, readRules, textIn } from './read-elements.ts'

/** A place in pixels from the top left. */
export type DrawnPoint = { readonly x: number; readonly y: number }

/** How a piece of a drawing is inked; colours are six hexadecimal digits, lengths pixels. */
export type Ink = {
  readonly fill: string | undefined
  readonly line: { readonly colour: string; readonly width: number; readonly dashes: readonly number[] } | undefined
}

/** A piece of a drawing. Text stands on its point. */
export type DrawnPiece =
  | { readonly kind: 'outline'; readonly points: readonly DrawnPoint[]; readonly closed: boolean; readonly ink: Ink }
  | { readonly kind: 'circle'; readonly middle: DrawnPoint; readonly radius: number; readonly ink: Ink }
  | {
      readonly kind: 'text'
      readonly at: DrawnPoint
      readonly anchor: (typeof anchors)[number]
      readonly size: number
      readonly colour: string
      readonly text: string
    }

const anchors = ['start', 'middle', 'end'] as const

export type Drawing = { readonly width: number; readonly height: number; readonly pieces: readonly DrawnPiece[] }

/**
 * An SVG document as plain pieces, each at its place on the whole, in the order in which they lie on one another. It knows
 * what charts on paper are made of: lines, boxes, circles, paths of straight lines, text, drawings within drawings, and a
 * style sheet of classes.
 *
 * @throws {Error} where there is anything else, so that no picture is ever half drawn
 * @example readDrawing('<svg width="9" height="9"><circle r="2" fill="#0b0c0c"/></svg>').pieces.length // => 1
 */
export function readDrawing(svg: string): Drawing {
  const root = readElements(svg)
  const rules = readRules(textIn(root.children.find(({ name }) => name === 'style')))
  const [width, height] = [Number(root.attributes.get('width')), Number(root.attributes.get('height'))]
  const frame = { x: 0, y: 0, width, height, scale: 1 }
  return { width, height, pieces: root.children.flatMap((child) => piecesOf(child, frame, rules)) }
}

type Rules = readonly ClassRule[]

/** Where places and percentages count from, and how large a pixel of a drawing within is. */
type Frame = DrawnPoint & { readonly width: number; readonly height: number; readonly scale: number }

function piecesOf(element: DrawnElement, frame: Frame, rules: Rules): readonly DrawnPiece[] {
  const { name, attributes, children } = element
  if (name === 'style') return []
  if (name === 'svg') return framed(element, frame, rules)
  if (name !== 'g') return [pieceOf(element, frame, rules)]
  const [, scale] = /^scale\(([\d.]+)\)$/.exec(attributes.get('transform') ?? '') ?? []
  if (scale === undefined) throw unknown('a group that is not made larger or smaller')
  const inner = { ...frame, scale: frame.scale * Number(scale) }
  return children.flatMap((child) => piecesOf(child, inner, rules))
}

const unknown = (what: string): Error => new Error(`no picture in Word is made of ${what}`)

/** A length in pixels of the whole: percentages are of the frame, which is in those already. */
const lengthIn = (value: string | undefined, whole: number, scale: number): number =>
  value?.endsWith('%') ? (Number.parseFloat(value) / 100) * whole : Number(value ?? 0) * scale

/** What is in a drawing within a drawing; where it says that nothing stands out of it, nothing does. */
function framed({ attributes, children }: DrawnElement, frame: Frame, rules: Rules): readonly DrawnPiece[] {
  const { scale } = frame
  const width = lengthIn(attributes.get('width') ?? '100%', frame.width, scale)
  const height = lengthIn(attributes.get('height') ?? '100%', frame.height, scale)
  const [left = 0, top = 0, across] = numbersIn(attributes.get('viewBox') ?? '')
  const inner = across === undefined ? scale : width / across
  const x = frame.x + lengthIn(attributes.get('x'), frame.width, scale)
  const y = frame.y + lengthIn(attributes.get('y'), frame.height, scale)
  const within = { x: x - left * inner, y: y - top * inner, width, height, scale: inner }
  const pieces = children.flatMap((child) => piecesOf(child, within, rules))
  if (attributes.get('overflow') !== 'hidden') return pieces
  const kept = (value: number, from: number, most: number) => Math.min(from + most, Math.max(from, value))
  return pieces.map((piece) =>
    piece.kind === 'outline'
      ? { ...piece, points: piece.points.map((at) => ({ x: kept(at.x, x, width), y: kept(at.y, y, height) })) }
      : piece,
  )
}

type Settings = ReadonlyMap<string, string>

function pieceOf(element: DrawnElement, frame: Frame, rules: Rules): DrawnPiece {
  const { name, attributes } = element
  const classes = (attributes.get('class') ?? '').split(' ')
  const applying = rules.filter((rule) => rule.classes.some((each) => classes.includes(each)))
  const set: Settings = new Map([...attributes, ...applying.flatMap((rule) => rule.set)])
  if (name === 'text') return textOf(element, frame, set)
  if (name === 'circle')
    return {
      kind: 'circle',
      middle: pointOf(attributes, frame, 'cx', 'cy'),
      radius: Number(attributes.get('r')) * frame.scale,
      ink: inkOf(set, frame.scale),
    }
  const closed = name !== 'line' && name !== 'polyline'
  return { kind: 'outline', points: pointsOf(element, frame), closed, ink: inkOf(set, frame.scale) }
}

const pointOf = (attributes: Settings, frame: Frame, across: string, down: string): DrawnPoint => ({
  x: frame.x + lengthIn(attributes.get(across), frame.width, frame.scale),
  y: frame.y + lengthIn(attributes.get(down), frame.height, frame.scale),
})

function pointsOf({ name, attributes }: DrawnElement, frame: Frame): readonly DrawnPoint[] {
  switch (name) {
    case 'line':
      return [pointOf(attributes, frame, 'x1', 'y1'), pointOf(attributes, frame, 'x2', 'y2')]
    case 'rect': {
      const from = pointOf(attributes, frame, 'x', 'y')
      const right = from.x + lengthIn(attributes.get('width'), frame.width, frame.scale)
      const bottom = from.y + lengthIn(attributes.get('height'), frame.height, frame.scale)
      return [from, { x: right, y: from.y }, { x: right, y: bottom }, { x: from.x, y: bottom }]
    }
    case 'polyline':
    case 'polygon':
      return pairsIn(attributes.get('points') ?? '', frame)
    case 'path':
      return cornersOf(attributes.get('d') ?? '', frame)
    default:
      throw unknown(name)
  }
}

function textOf(element: DrawnElement, frame: Frame, set: Settings): DrawnPiece {
  const at = pointOf(element.attributes, frame, 'x', 'y')
  return {
    kind: 'text',
    at: { ...at, x: at.x + lengthIn(element.attributes.get('dx'), frame.width, frame.scale) },
    anchor: anchors.find((each) => each === element.attributes.get('text-anchor')) ?? 'start',
    size: Number.parseFloat(set.get('font-size') ?? '16') * frame.scale,
    colour: colourOf(set.get('fill')) ?? '000000',
    text: textIn(element),
  }
}

const colourOf = (value: string | undefined): string | undefined =>
  value === undefined || value === 'none' ? undefined : value.replace('#', '')

function inkOf(set: Settings, scale: number): Ink {
  const colour = colourOf(set.get('stroke'))
  const width = Number.parseFloat(set.get('stroke-width') ?? '1') * scale
  const dashes = numbersIn(set.get('stroke-dasharray') ?? '').map((length) => length * scale)
  return {
    fill: colourOf(set.get('fill') ?? '#000000'),
    line: colour === undefined ? undefined : { colour, width, dashes },
  }
}

const numbersIn = (text: string): readonly number[] => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)

function pairsIn(points: string, { x, y, scale }: Frame): readonly DrawnPoint[] {
  const numbers = numbersIn(points)
  return Array.from({ length: numbers.length / 2 }, (_, at) => ({
    x: x + (numbers[at * 2] ?? 0) * scale,
    y: y + (numbers[at * 2 + 1] ?? 0) * scale,
  }))
}

/** The corners of a path of straight lines that ends where it began. */
function cornersOf(path: string, frame: Frame): readonly DrawnPoint[] {
  if (/[^MLHVZ\d\s.,-]/.test(path)) throw unknown(`the path ${path}`)
  const corners: DrawnPoint[] = []
  for (const [, command, text = ''] of path.matchAll(/([MLHV])([^MLHVZ]*)/g)) {
    const last = corners.at(-1) ?? frame
    const [first = 0] = numbersIn(text)
    if (command === 'H') corners.push({ x: frame.x + first * frame.scale, y: last.y })
    else if (command === 'V') corners.push({ x: last.x, y: frame.y + first * frame.scale })
    else corners.push(...pairsIn(text, frame))
  }
  return corners
}
