import type { Database } from '../../platform/database/database.ts'

/**
 * Applications of rounds, by round: started and not sent, and sent. The area of applications, which comes later, counts
 * them; the app passes its answer in.
 */
export type CountApplications = (
  db: Database,
  roundIds: readonly string[],
) => Promise<ReadonlyMap<string, { readonly drafts: number; readonly submitted: number }>>

/** Where nobody counts applications. */
export const nobodyCounts: CountApplications = async () => new Map()
