import { sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { eventRowsFrom } from '../audit/index.ts'
import type { RoundPath } from '../funds/index.ts'

/** What the event is called that says who read scores which others gave. */
export const scoresSeen = 'scores.seen'

/** What such an event is about: the scores of a round, or of one application of it. */
export const seenObject = (roundId: string, reference?: string): string =>
  reference === undefined ? `seen/${roundId}` : `seen/${roundId}/${reference}`

export type Reading = {
  readonly path: RoundPath
  /** The application whose scores they are; undefined for a page of many. */
  readonly reference: string | undefined
  readonly page: string
  /** Whether they are shown before scoring has closed. */
  readonly early: boolean
  readonly personId: string | null
  readonly at: Date
}

/** Notes who read scores, in one statement. Before scoring has closed there are none to be read, but with a reason. */
export async function noteReading(db: Database, reading: Reading): Promise<void> {
  const { path, reference, page, early, personId, at } = reading
  const event = { action: scoresSeen, actorId: personId, objectType: 'scores', at, facts: { page } }
  await eventRowsFrom(
    event,
    sql`select f.id as fund_id, 'seen/' || r.id || ${reference === undefined ? '' : `/${reference}`} as object_id
      from round r join fund f on f.id = r.fund_id left join assessment s on s.round_id = r.id
      where f.slug = ${path.fundSlug} and r.slug = ${path.roundSlug} and (${early}::boolean or s.closed_at is not null)`,
  ).execute(db)
}
