import { type BoxedProgram, boxed, widened } from './boxed-program.ts'
import { openSimplex } from './dual-simplex.ts'
import type { LinearProgram, Solved } from './linear-program.ts'
import { sharedStep } from './shared-step.ts'

export type SearchOptions = {
  /** Where the search ends undecided. */
  readonly mostNodes: number
  /** Only what is worth more is looked for: what is known already. */
  readonly above?: number | undefined
}

/** How far from a whole number a value of the relaxation is still one. */
const whole = 1e-6

/**
 * Finds the best whole values of a small program with finite bounds: branches on what the linear program leaves undecided,
 * and leaves out what its prices rule out. Rows are looked at again, with the values that are found, before they count.
 *
 * @returns `infeasible` when nothing is worth more than `above`; `stopped` after so many nodes
 * @see Land and Doig 1960; docs/sources.md#portfolio
 */
export function branchAndBound(program: LinearProgram, { mostNodes, above }: SearchOptions): Solved {
  const box = boxed(program)
  if (box === undefined) return { status: 'infeasible', rows: [] }
  const more = moreThan(program.objective)
  const relax = openSimplex(box)
  const bounds = holdBounds(box)
  let nodes = 0
  let best: Float64Array | undefined
  let enough = above === undefined ? -Number.MAX_VALUE : more(above)

  const visit = (): void => {
    if (nodes >= mostNodes) return
    nodes += 1
    const relaxed = relax(enough)
    if (relaxed === undefined || relaxed.height < enough) return
    const { height, slopes, values } = relaxed
    const mark = bounds.mark()
    const undecided = branchAt(box, values)
    if (undecided < 0) take(values.map(Math.round))
    for (let column = 0; column < box.columns; column += 1)
      if (height - Math.abs(slopes[column] as number) < enough) bounds.hold(column, (slopes[column] as number) > 0)
    const column = undecided >= 0 && bounds.isOpen(undecided) ? undecided : bounds.anyOpen()
    if (column >= 0) branch(column, values[column] as number, height)
    else take(box.low.slice(0, box.columns))
    bounds.undo(mark)
  }

  /** Takes what is worth more than what there was, if it keeps to everything. */
  const take = (values: Float64Array): void => {
    const worth = worthOf(program, values)
    if (worth < enough || !keepsTo(program, values)) return
    best = values
    enough = more(worth)
  }

  const branch = (column: number, value: number, height: number): void => {
    const [low, high] = [box.low[column] as number, box.high[column] as number]
    const split = Math.max(low, Math.min(Math.floor(value + whole), high - 1))
    const upFirst = value - split >= 0.5
    for (const up of [upFirst, !upFirst]) {
      if (height < enough) return
      const mark = bounds.mark()
      bounds.set(column, up ? split + 1 : low, up ? high : split)
      visit()
      bounds.undo(mark)
    }
  }

  visit()
  if (nodes >= mostNodes) return { status: 'stopped', values: best ?? null, gap: Number.POSITIVE_INFINITY }
  return best === undefined ? { status: 'infeasible', rows: [] } : { status: 'optimal', values: best }
}

/** What a value must reach to be more than another: a whole step more where all are whole. */
function moreThan(objective: Float64Array): (worth: number) => number {
  const isWhole = objective.every(Number.isSafeInteger)
  const step = isWhole ? sharedStep([...objective]) : 0
  return (worth) =>
    isWhole ? worth + step - Math.min(step / 2, 1e-6 * step + 1e-11 * Math.abs(worth)) : widened(worth, 1)
}

/** Bounds of columns that are narrowed on the way down and put back on the way up. */
function holdBounds({ columns, low, high }: BoxedProgram) {
  const trail: (readonly [column: number, low: number, high: number])[] = []
  const set = (column: number, least: number, most: number): void => {
    trail.push([column, low[column] as number, high[column] as number])
    low[column] = least
    high[column] = most
  }
  return {
    set,
    mark: (): number => trail.length,
    hold: (column: number, atMost: boolean): void => {
      if (low[column] === high[column]) return
      const end = (atMost ? high[column] : low[column]) as number
      set(column, end, end)
    },
    undo: (mark: number): void => {
      for (const [column, least, most] of trail.splice(mark).reverse()) {
        low[column] = least
        high[column] = most
      }
    },
    isOpen: (column: number): boolean => low[column] !== high[column],
    /** A column that is not decided; −1 when all are. */
    anyOpen: (): number => {
      for (let column = 0; column < columns; column += 1) if (low[column] !== high[column]) return column
      return -1
    },
  }
}

/** The column that is furthest from whole; of those, the one that is worth most. −1 when all are whole. */
function branchAt({ columns, objective }: BoxedProgram, values: Float64Array): number {
  let [found, furthest] = [-1, whole]
  for (let column = 0; column < columns; column += 1) {
    const value = values[column] as number
    const off = Math.abs(value - Math.round(value))
    const further = off > furthest + whole
    const asFar =
      found >= 0 &&
      off > furthest - whole &&
      Math.abs(objective[column] as number) > Math.abs(objective[found] as number)
    if (further || asFar) [found, furthest] = [column, off]
  }
  return found
}

const worthOf = ({ objective }: LinearProgram, values: Float64Array): number =>
  objective.reduce((sum, each, column) => sum + each * (values[column] as number), 0)

/** Whether values keep to everything, in plain counting. */
const keepsTo = ({ columnLower, columnUpper, rows }: LinearProgram, values: Float64Array): boolean =>
  values.every(
    (value, column) => value >= (columnLower[column] as number) && value <= (columnUpper[column] as number),
  ) &&
  rows.every(({ columns, values: by, lower, upper }) => {
    const sum = columns.reduce((total, column, at) => total + (by[at] as number) * (values[column] as number), 0)
    return sum >= widened(lower, -1) && sum <= widened(upper, 1)
  })
