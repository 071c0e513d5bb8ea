import type { LinearProgram, Solve } from '../solver/linear-program.ts'
import { type Values, worthOf } from './sitting-program.ts'

/** What is looked for, in what steps it counts, and what counting says that it cannot pass. */
export type Goal = { readonly program: LinearProgram; readonly step: number; readonly most: number }

/** Values that keep every rule, and how far the best there could be is from them, as a share of it; 0 when they are the best. */
export type Stage = { readonly values: Values; readonly gap: number }

/** How long a search may be, in nodes, and how near to the best is near enough. */
export type Effort = { readonly mostNodes: number; readonly withinGap: number }

const rounding = 1e-6

/**
 * Values that are no worse than those there are, and how near they come: as counting shows, else as the linear program does,
 * else as a search finds.
 */
export function improve({ program, step, most }: Goal, values: Values, solve: Solve, effort: Effort): Stage {
  const { mostNodes, withinGap } = effort
  // What decides between equals is less than a step.
  const inSteps = (worth: number): number => Math.floor(worth / step + rounding) * step
  const worth = inSteps(worthOf(program, values))
  const counted = gapTo(worth, most)
  if (counted <= withinGap) return { values, gap: counted }
  const relaxed = solve({ ...program, integer: false })
  const ceiling = relaxed.status === 'optimal' ? inSteps(worthOf(program, relaxed.values)) : most
  const gap = gapTo(worth, Math.min(most, ceiling))
  if (gap <= withinGap || mostNodes === 0) return { values, gap }
  const found = solve(program, { mostNodes, withinGap, start: values })
  // What there was keeps every rule, so that there is always something.
  if (found.status === 'infeasible') throw new Error('the solver finds no timetable where there is one')
  if (found.status === 'optimal') return { values: found.values, gap: 0 }
  if (found.values === null || inSteps(worthOf(program, found.values)) < worth) return { values, gap }
  return { values: found.values, gap: found.gap }
}

/** How far a worth is from the most that it could be, as a share of it. */
function gapTo(worth: number, most: number): number {
  if (worth >= most) return 0
  return worth === 0 ? Number.POSITIVE_INFINITY : (most - worth) / Math.abs(worth)
}
