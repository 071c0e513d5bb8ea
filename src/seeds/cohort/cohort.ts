import type { Award } from '../../features/decisions/index.ts'

/** The ten awards of the made-up cohort, all accepted, as the parts of its seed read them. */
export type Cohort = {
  readonly fundId: string
  readonly roundId: string
  readonly awards: readonly Award[]
  /** Who runs the programme. */
  readonly programmeId: string
  /** Today. */
  readonly at: Date
}
