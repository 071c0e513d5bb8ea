import type { MissedThreshold, ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { shortlistOf } from '../../assessment/index.ts'
import { applicationsStanding } from './interviewing.store.ts'

/** An application on the frozen shortlist. */
export type Shortlisted = {
  readonly id: string
  readonly reference: string
  readonly lead: string
  readonly region: string
  readonly deliveryModels: readonly string[]
  readonly mean: number | null
  readonly missed: readonly MissedThreshold[]
}

/**
 * Who is on the frozen shortlist and not withdrawn since, by reference; nobody while it is not frozen, or (`told`) applicants not told of it.
 */
export async function shortlistedOf(
  db: Database | Tx,
  roundId: string,
  once: 'frozen' | 'told' = 'frozen',
): Promise<readonly Shortlisted[]> {
  const frozen = await shortlistOf(db, roundId)
  if (frozen === undefined || (once === 'told' && frozen.toldAt === null)) return []
  const document = JSON.parse(frozen.document) as ShortlistDocument
  const standing = new Set(await applicationsStanding(db, roundId))
  const candidates = new Map(document.case.candidates.map((candidate) => [candidate.reference, candidate]))
  return document.applications
    .filter(({ shortlisted }) => shortlisted)
    .flatMap(({ reference, lead, mean, missed }) => {
      const candidate = candidates.get(reference)
      if (candidate === undefined || !standing.has(candidate.id)) return []
      const { id, region, deliveryModels } = candidate
      return [{ id, reference, lead, region, deliveryModels, mean, missed }]
    })
    .sort((one, other) => (one.reference < other.reference ? -1 : 1))
}
