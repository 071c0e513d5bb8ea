type Point = { readonly x: number; readonly y: number }

/** Shapes that stand on each line. */
const shapesOfLine = 3

/**
 * Where shapes stand on a line that is drawn through points: evenly along them, and no two lines at the same places, so that
 * lines which run on one another are seen to be two.
 *
 * @param at which of the lines it is, from 0
 * @example pointsAlong([{ x: 0, y: 0 }, { x: 60, y: 6 }], 0, 1) // => x at 10, 30 and 50
 */
export function pointsAlong(points: readonly Point[], at: number, lines: number): readonly Point[] {
  const last = points.length - 1
  return Array.from({ length: shapesOfLine }, (_, shape) => {
    const place = ((shape + (at + 0.5) / lines) / shapesOfLine) * last
    return betweenPoints(points, place)
  }).filter((point) => point !== undefined)
}

function betweenPoints(points: readonly Point[], place: number): Point | undefined {
  const before = points[Math.floor(place)]
  const after = points[Math.ceil(place)]
  if (before === undefined || after === undefined) return undefined
  const share = place - Math.floor(place)
  return { x: before.x + share * (after.x - before.x), y: before.y + share * (after.y - before.y) }
}
