import type { Border } from './borders.ts'

/** What a file of borders changes: it says of all bodies that are not made up who is beside whom. */
export type BorderComparison = {
  readonly added: readonly Border[]
  /** No longer beside one another. */
  readonly removed: readonly Border[]
  /** In both. */
  readonly kept: number
}

/** What taking in `theirs` in place of `ours` adds and takes away. */
export function compareBorders(ours: readonly Border[], theirs: readonly Border[]): BorderComparison {
  const key = ({ one, other }: Border): string => `${one} ${other}`
  const [had, has] = [ours, theirs].map((borders) => new Set(borders.map(key))) as [Set<string>, Set<string>]
  const added = theirs.filter((border) => !had.has(key(border)))
  return { added, removed: ours.filter((border) => !has.has(key(border))), kept: theirs.length - added.length }
}
