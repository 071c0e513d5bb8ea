import type { Solve } from '../solver/linear-program.ts'
import type { AssignmentCase, Cause, Pair } from './case.ts'
import { causeOf, type NameOf, type Stuck } from './explain-impossible.ts'
import { findShortage } from './find-shortage.ts'
import { buildProgram } from './program.ts'
import { stillToGive } from './still-to-give.ts'

/**
 * Why a case is impossible: a cause of which no part can be left out, and after it the whole of what is short where that is
 * more. Either what is needed cannot be given, or what must be taken is not there: where both could be met alone, both can
 * be together (Mendelsohn and Dulmage 1958), so that two cuts are enough and the solver is not asked.
 *
 * @param pairs those that may be
 */
export function causesOf(
  given: AssignmentCase,
  pairs: readonly Pair[],
  solve: Solve,
  nameOf: NameOf,
): readonly Cause[] {
  const byCut = causesByCut(given, nameOf)
  return byCut.length > 0 ? byCut : [causeOf(given, stuckByRows(given, pairs, solve), nameOf)]
}

/** The same without a solver, for a case that cuts can say all about: none where it is possible, or is not such a case. */
export function causesByCut(given: AssignmentCase, nameOf: NameOf): readonly Cause[] {
  const { earlierCauses, caps = [], fixed = [], besideFixed = false } = given
  if (earlierCauses === true || caps.length > 0 || (fixed.length > 0 && !besideFixed)) return []
  return stuckByCut(given).map((those) => causeOf(given, those, nameOf))
}

/** In the order of ids, so that the order of the case does not matter. */
function stuckByCut(given: AssignmentCase): readonly Stuck[] {
  const { applications, assessors } = given
  const { needOf, loadOf, mayRead } = stillToGive(given)
  const [rows, people] = [inOrder(applications), inOrder(assessors.map(({ id }) => id))]
  const needs = rows.map(({ id }) => needOf(id))
  const loads = people.map(({ place }) => loadOf(assessors[place] as (typeof assessors)[number]))
  const [most, least] = [loads.map(({ max }) => max), loads.map(({ min }) => min)]
  const may = (row: number, person: number): boolean => mayRead(rows[row]?.id ?? '', people[person]?.id ?? '')
  const places = (list: readonly { readonly place: number }[], those: readonly number[]) =>
    those.map((at) => list[at]?.place ?? 0).sort((one, other) => one - other)
  const stuck = (those: readonly number[], limited: readonly number[]): Stuck => ({
    applications: places(rows, those),
    assessors: places(people, limited),
  })
  const alone = needs.findIndex((need, row) => people.filter((_, person) => may(row, person)).length < need)
  if (alone >= 0) return [stuck([alone], [])]
  const needed = findShortage(needs, most, may)
  if (needed !== undefined) return unlike([needed.least, needed.whole].map(({ wants, gives }) => stuck(wants, gives)))
  const taken = findShortage(least, needs, (person, row) => may(row, person))
  if (taken === undefined) return []
  return unlike([taken.least, taken.whole].map(({ wants, gives }) => stuck(gives, wants)))
}

const inOrder = (ids: readonly string[]) =>
  ids.map((id, place) => ({ id, place })).sort((one, other) => (one.id < other.id ? -1 : 1))

const unlike = ([least, ...rest]: readonly Stuck[]): readonly Stuck[] =>
  least === undefined ? [] : [least, ...rest.filter((whole) => JSON.stringify(whole) !== JSON.stringify(least))]

/** By the solver, row by row. Looked for without wishes, which can always be left unmet. */
export function stuckByRows(given: AssignmentCase, pairs: readonly Pair[], solve: Solve): Stuck {
  const { tiers: _, ...plain } = given
  const { program, rowOf } = buildProgram(plain, pairs, 0)
  const found = solve(program, { explain: true })
  if (found.status !== 'infeasible') throw new Error('the solver contradicts itself')
  const rows = found.rows.flatMap((row) => rowOf[row] ?? [])
  const those = rows.flatMap((row) => (row !== 'wish' && 'application' in row ? [row.application] : []))
  const people = rows.flatMap((row) => (row !== 'wish' && 'assessor' in row ? [row.assessor] : []))
  const once = (places: readonly number[]) => [...new Set(places)].sort((one, other) => one - other)
  return { applications: once(those), assessors: once(people) }
}
