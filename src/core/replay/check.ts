import type { Sha256 } from '../canonical/index.ts'
import type { Solve } from '../solver/linear-program.ts'

/** What was looked at, and whether it is the same. `sequence`: of the event that says so, where there is one. */
export type Check = {
  readonly part: string
  /** Not false where `text` says that something is not checked. */
  readonly same: boolean
  readonly text: string
  readonly sequence: number | null
}

/** What a replay needs: hashes, and a solver for assignments. */
export type Tools = { readonly sha256: Sha256; readonly solve: Solve }

export const check = (
  part: string,
  same: boolean,
  words: string,
  broken: string,
  sequence: number | null = null,
): Check => ({ part, same, text: same ? words : broken, sequence })

/** Said of what cannot be looked at here: nothing is broken by it, and its words claim nothing. */
export const notChecked = (part: string, text: string): Check => ({ part, same: true, text, sequence: null })

/** A check of something that may be of any shape at all: what cannot be read is not the same. */
export function tried(part: string, checks: () => readonly Check[]): readonly Check[] {
  try {
    return checks()
  } catch (error) {
    return [check(part, false, '', `the ${part} cannot be read: ${error instanceof Error ? error.message : 'a fault'}`)]
  }
}
