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

/**
 * What a solver found. `infeasible`: rows that cannot hold together, though any of them left out they could. `stopped`:
 * the limit of nodes was reached; with values when some were
 * found, and how far the best there could be is from them, as a share of it (infinite without values). `reducedCosts`: by how
 * much the objective changes at least for each unit by which an unknown is moved; of programs without whole unknowns.
 */
export type Solved =
  | { readonly status: 'optimal'; readonly values: Float64Array; readonly reducedCosts?: Float64Array }
  | { readonly status: 'infeasible'; readonly rows: readonly number[] }
  | { readonly status: 'stopped'; readonly values: Float64Array | null; readonly gap: number }

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
  /** Whether rows that cannot hold together are looked for; if not, none are given. */
  readonly explain?: boolean
}
