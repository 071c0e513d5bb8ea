import type * as Docx from 'docx'
import type * as Shapes from 'docx/shapes'
import { type DrawnPiece, type DrawnPoint, type Ink, readDrawing } from './read-drawing.ts'
import { writable } from './writable.ts'

/** How wide a picture is on the page, in pixels: the text of an A4 page between its margins. */
const wide = 600

const pointsInPixel = 0.75

/** Of a line of Arial, in its size: how high it stands over the foot of its letters, and how high it is. */
const [ascent, lineHeight] = [0.905, 1.15]

type Libraries = { readonly docx: typeof Docx; readonly shapes: typeof Shapes }
type Picture = { readonly title: string; readonly alternative: string; readonly svg: string }
type Shape = Shapes.IShapeGroupChildOptions

/**
 * A picture as shapes of Word’s own: sharp at every size, with text that can be read and changed, and without an image that
 * some readers do not know. What it shows is said to those who do not see it.
 */
export function drawPicture({ docx, shapes }: Libraries, { title, alternative, svg }: Picture): Docx.ParagraphChild {
  const { width, height, pieces } = readDrawing(svg)
  const scale = wide / width
  const sheet: Shape = {
    type: 'rectangle',
    transformation: boxOf([origin, { x: width, y: height }], scale),
    line: 'none',
  }
  return new shapes.ShapeGroupRun({
    altText: { name: writable(title), title: writable(title), description: writable(alternative) },
    children: [sheet, ...pieces.map((piece) => shapeOf(docx, piece, scale, width))],
  })
}

const origin: DrawnPoint = { x: 0, y: 0 }

function shapeOf(docx: typeof Docx, piece: DrawnPiece, scale: number, width: number): Shape {
  switch (piece.kind) {
    case 'circle': {
      const { middle, radius, ink } = piece
      const corner = (by: number): DrawnPoint => ({ x: middle.x + by, y: middle.y + by })
      return { type: 'ellipse', transformation: boxOf([corner(-radius), corner(radius)], scale), ...inked(ink, scale) }
    }
    case 'outline':
      return outlineOf(piece, scale)
    case 'text':
      return textOf(docx, piece, scale, width)
  }
}

function boxOf(points: readonly DrawnPoint[], scale: number) {
  const [across, down] = [points.map(({ x }) => x * scale), points.map(({ y }) => y * scale)]
  const [left, top] = [Math.min(...across), Math.min(...down)]
  return { offset: { left, top }, width: Math.max(...across) - left, height: Math.max(...down) - top }
}

function outlineOf({ points, closed, ink }: Extract<DrawnPiece, { kind: 'outline' }>, scale: number): Shape {
  const transformation = boxOf(points, scale)
  if (points.length === 2 || transformation.width === 0 || transformation.height === 0)
    return {
      type: 'line',
      transformation: { ...transformation, ...(rises(points) && { flip: { vertical: true } }) },
      ...inked(ink, scale),
    }
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'} ${x} ${y}`).join(' ')
  return {
    type: 'custom',
    path: closed ? `${path} Z` : path,
    transformation,
    ...inked(closed ? ink : { ...ink, fill: undefined }, scale),
  }
}

/** Whether a line goes up from left to right. */
function rises(points: readonly DrawnPoint[]): boolean {
  const [from = origin, to = origin] = [points[0], points.at(-1)]
  return (to.x - from.x) * (to.y - from.y) < 0
}

const inked = ({ fill, line }: Ink, scale: number) => ({
  fill: fill ?? 'none',
  line:
    line === undefined
      ? 'none'
      : {
          color: line.colour,
          width: line.width * scale * pointsInPixel,
          ...(line.dashes.length > 0 && { dash: dashOf(line.dashes, line.width) }),
        },
})

/** Dashes and gaps in widths of the line: a pattern of an odd length is gone through twice, as in SVG. */
function dashOf(
  dashes: readonly number[],
  width: number,
): readonly { readonly length: number; readonly gap: number }[] {
  const whole = dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes]
  return whole.flatMap((length, at) =>
    at % 2 === 0 ? [{ length: length / width, gap: (whole[at + 1] ?? length) / width }] : [],
  )
}

/** A line of text in a box without edges. It is never broken: it may be longer than its box. */
function textOf(docx: typeof Docx, piece: Extract<DrawnPiece, { kind: 'text' }>, scale: number, width: number): Shape {
  const { at, anchor, size, colour, text } = piece
  const half = Math.max(1, Math.min(at.x, width - at.x))
  const [left, right] = {
    start: [at.x, Math.max(width, at.x + 1)],
    middle: [at.x - half, at.x + half],
    end: [Math.min(0, at.x - 1), at.x],
  }[anchor] as [number, number]
  const top = at.y - ascent * size
  const alignment = {
    start: docx.AlignmentType.LEFT,
    middle: docx.AlignmentType.CENTER,
    end: docx.AlignmentType.RIGHT,
  }[anchor]
  const halfPoints = Math.round(size * scale * pointsInPixel * 2)
  return {
    type: 'rectangle',
    transformation: boxOf(
      [
        { x: left, y: top },
        { x: right, y: top + lineHeight * size },
      ],
      scale,
    ),
    fill: 'none',
    line: 'none',
    textOptions: { verticalAlignment: 'top', margins: { top: 0, right: 0, bottom: 0, left: 0 }, wrap: false },
    children: [
      new docx.Paragraph({
        alignment,
        spacing: { before: 0, after: 0, line: 240 },
        children: [new docx.TextRun({ text: writable(text), size: halfPoints, color: colour })],
      }),
    ],
  }
}
