import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody who writes an application, or has sent one in. */
export type Writer = {
  readonly personId: string
  readonly email: string
  readonly reference: string
  readonly submitted: boolean
}

/** What later areas know and sealing asks; the app passes their answers in. */
export type SealingSeams = {
  /** Whether anybody has scored an application of a round. The area of assessment, when there is one, answers. */
  readonly hasScores: (db: Database | Tx, roundId: string) => Promise<boolean>
  /** Who writes applications of a round or has sent one in, each with each of theirs. The area of applications answers. */
  readonly writersOf: (db: Database | Tx, roundId: string) => Promise<readonly Writer[]>
}

/** Where nobody scores, and nobody writes. */
export const nobodyYet: SealingSeams = { hasScores: async () => false, writersOf: async () => [] }
