/**
 * A linear program, or with `integer` one whose unknowns are whole: find the values between the bounds of the columns,
 * within the bounds of the rows, that make the objective as large as it can be.
 */
export type LinearProgram = {
  /** What each unknown adds to the objective; how many there are. */
  readonly objective: Float64Array
  readonly columnLower: Float64Array
  readonly columnUpper: Float64Array
  readonly integer: boolean
  readonly rows: readonly Row[]
}

/** Σ value × unknown, from `lower` to `upper`; infinite where there is no bound. */
export type Row = {
  readonly lower: number
  readonly upper: number
  readonly columns: readonly number[]
  readonly values: readonly number[]
}

/** The least and the most that a row can come to, between the bounds of its unknowns. */
export function rangeOf({ columns, values }: Row, lower: Float64Array, upper: Float64Array): readonly [number, number] {
  let [least, most] = [0, 0]
  columns.forEach((column, place) => {
    const value = values[place] as number
    const ends = [value * (lower[column] as number), value * (upper[column] as number)] as const
    least += Math.min(...ends)
    most += Math.max(...ends)
  })
  return [least, most]
}

/**
 * What a solver found. `infeasible`: rows that cannot hold together, though any of them left out they could. `stopped`:
 * the limit of nodes was reached; with values when some were
 * found, and how far the best there could be is from them, as a share of it (infinite without values). `reducedCosts`: by how
 * much the objective changes at least for each unit by which an unknown is moved; of programs without whole unknowns.
 * `end`: where a simplex ended that was told where to begin.
 */
export type Solved =
  | {
      readonly status: 'optimal'
      readonly values: Float64Array
      readonly reducedCosts?: Float64Array
      readonly end?: Corner & { readonly rowPrices: Float64Array }
    }
  | { readonly status: 'infeasible'; readonly rows: readonly number[] }
  | { readonly status: 'stopped'; readonly values: Float64Array | null; readonly gap: number }

/**
 * A corner at which a simplex stands: of each unknown, and of each row, 1 where it is basic, 0 where it is at its lower
 * bound and 2 at its upper.
 */
export type Corner = { readonly columns: Int32Array; readonly rows: Int32Array }

/**
 * Solves a program. Core says what is to be solved and checks what comes back; the solver is passed in. The same program
 * gives the same values: what limits it is nodes, never the clock.
 */
export type Solve = (program: LinearProgram, options?: SolveOptions) => Solved

export type SolveOptions = {
  /** How far from the best there could be an answer may be and count as optimal, as a share of it; 0 unless told. */
  readonly withinGap?: number
  /** Most nodes of the search tree of a program with whole unknowns. */
  readonly mostNodes?: number
  /** Whole values that keep every row: a search begins with them. */
  readonly start?: ArrayLike<number>
  /**
   * Where the simplex begins, of a linear program: `anywhere` unless it goes on from a corner. It is told where it ended, with
   * what each row is worth, and of answers that are the same but for a hair the better is found.
   */
  readonly from?: Corner | 'anywhere'
  /** Whether rows that cannot hold together are looked for; if not, none are given. */
  readonly explain?: boolean
}
