import { isObject } from '../canonical/index.ts'

/**
 * How far a number that is worked out again may lie from the one that was kept: one unit of the last decimal that results
 * are kept to. Programs whose logarithms differ in the last bit round to neighbours there.
 */
export const estimateTolerance = 1e-6

/** How two results compare: how many numbers were looked at, and where they first differ by more than the tolerance. */
export type Compared = {
  readonly numbers: number
  readonly first: { readonly path: string; readonly kept: string; readonly again: string } | undefined
}

/** Compares two values member by member: numbers within a tolerance, all else exactly. */
export function compareNumbers(kept: unknown, again: unknown, tolerance: number = estimateTolerance): Compared {
  let numbers = 0
  const walk = (one: unknown, other: unknown, path: string): Compared['first'] => {
    if (typeof one === 'number' && typeof other === 'number') {
      numbers += 1
      // A hair more than the tolerance, which has no exact binary form itself.
      return Math.abs(one - other) <= tolerance * (1 + 1e-9) + Math.abs(one) * Number.EPSILON
        ? undefined
        : { path, kept: String(one), again: String(other) }
    }
    const both = (Array.isArray(one) && Array.isArray(other)) || (isObject(one) && isObject(other))
    if (!both) return one === other ? undefined : { path, kept: brief(one), again: brief(other) }
    const [left, right] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>]
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const found = walk(left[key], right[key], path === '' ? key : `${path}/${key}`)
      if (found !== undefined) return found
    }
    return undefined
  }
  const first = walk(kept, again, '')
  return { numbers, first }
}

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 60)
