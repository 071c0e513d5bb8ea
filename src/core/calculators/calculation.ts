import type { Json, Sha256, ShapeProblem } from '../canonical/index.ts'
import type { Solve } from '../solver/linear-program.ts'

/** What a calculator answers: its output, or what does not fit about its input, with JSON pointers into it. */
export type Calculation =
  | { readonly ok: true; readonly output: Json }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] }

/** Works something out from parsed JSON. The same input gives the same output. */
export type Calculator = (input: unknown) => Calculation

/** The same, with a solver and a hash that are passed in. */
export type SolverCalculator = (input: unknown, solve: Solve, sha256: Sha256) => Calculation
