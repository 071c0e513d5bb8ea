import { comparableGroups, scoreTable } from '../calibration/index.ts'
import type { IdPair } from './case.ts'

/** Two assessors, and how well they can be compared: as if both had read so many of the same applications and no others. */
export type Link = {
  readonly between: readonly [string, string]
  readonly asMany: number
  /** How many they do have in common. */
  readonly common: number
}

/** How well the assessors of an assignment can be compared with one another. */
export type Linkage = {
  /** Groups that no application links. With more than one, assessors of two groups cannot be compared at all. */
  readonly groups: number
  /** What any two are worth on average: as if both had read so many of the same applications; 0 with several groups. */
  readonly asMany: number
  /** The two who can be compared least; undefined with several groups. */
  readonly weakest: Link | undefined
}

/**
 * How well applications link those who read them. By least squares the difference in strictness of two assessors has a
 * variance of the noise of one score times the resistance between them, where each application with k readers joins every
 * two of them by a conductance of 1 / k; two who read the same m applications and no others have a resistance of 2 / m.
 *
 * @returns undefined where there are not two assessors to be compared
 * @see docs/sources.md#assignment
 * @example linkageOf([['E1', 'A'], ['E1', 'B'], ['E2', 'A'], ['E2', 'B']])?.asMany // => 2
 */
export function linkageOf(pairs: readonly IdPair[]): Linkage | undefined {
  const table = scoreTable(pairs.map(([application, assessor]) => [application, assessor, 0]))
  const people = table.assessors
  if (people.length < 2) return undefined
  const groups = comparableGroups(table).length
  if (groups > 1) return { groups, asMany: 0, weakest: undefined }
  const readers = readersOf(pairs, new Map(people.map((id, place) => [id, place])))
  const inverse = inverseOf(laplacian(readers, people.length))
  let [sum, most, weakest] = [0, 0, [0, 1] as readonly [number, number]]
  for (let one = 0; one < people.length; one += 1) {
    for (let other = one + 1; other < people.length; other += 1) {
      const resistance = resistanceOf(inverse, one, other)
      sum += resistance
      // A hair more, so that rounding does not choose between equals.
      if (resistance > most + 1e-9) [most, weakest] = [resistance, [one, other]]
    }
  }
  const [one, other] = weakest
  const common = readers.filter((those) => those.includes(one) && those.includes(other)).length
  return {
    groups,
    asMany: (people.length * (people.length - 1)) / sum,
    weakest: { between: [people[one] ?? '', people[other] ?? ''], asMany: 2 / most, common },
  }
}

/** For each application, the places of those who read it. */
function readersOf(pairs: readonly IdPair[], placeOf: ReadonlyMap<string, number>): readonly (readonly number[])[] {
  const readers = new Map<string, number[]>()
  for (const [application, assessor] of pairs) {
    const those = readers.get(application) ?? []
    those.push(placeOf.get(assessor) ?? 0)
    readers.set(application, those)
  }
  return [...readers.values()]
}

type Matrix = readonly Float64Array[]

/** The Laplacian of the conductances, with 1 / n added to each entry, so that it can be inverted: no difference sees it. */
function laplacian(readers: readonly (readonly number[])[], size: number): Matrix {
  const rows = Array.from({ length: size }, () => new Float64Array(size).fill(1 / size))
  for (const those of readers) {
    const share = 1 / those.length
    for (const one of those) {
      const row = rows[one] as Float64Array
      row[one] = (row[one] as number) + 1
      for (const other of those) row[other] = (row[other] as number) - share
    }
  }
  return rows
}

/** By Gauss and Jordan, in place and without pivots: the matrix is symmetric and positive definite. */
function inverseOf(rows: Matrix): Matrix {
  for (let at = 0; at < rows.length; at += 1) {
    const pivotRow = rows[at] as Float64Array
    const pivot = pivotRow[at] as number
    pivotRow[at] = 1
    for (let column = 0; column < rows.length; column += 1) pivotRow[column] = (pivotRow[column] as number) / pivot
    for (const row of rows) {
      if (row === pivotRow) continue
      const factor = row[at] as number
      row[at] = 0
      for (let column = 0; column < rows.length; column += 1)
        row[column] = (row[column] as number) - factor * (pivotRow[column] as number)
    }
  }
  return rows
}

const resistanceOf = (inverse: Matrix, one: number, other: number): number =>
  (inverse[one]?.[one] ?? 0) + (inverse[other]?.[other] ?? 0) - 2 * (inverse[one]?.[other] ?? 0)
