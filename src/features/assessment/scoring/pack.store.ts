import { sql } from 'kysely'
import type { FrozenApplication } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { namesOf, saidOf } from './scoring.store.ts'

/** An application that is open to somebody, with what was submitted. */
export type OpenContent = {
  readonly id: string
  readonly reference: string
  readonly leadName: string
  readonly names: readonly string[]
  readonly content: FrozenApplication
}

/**
 * Everything of a round that somebody was given and has declared no conflict with, in their order: one statement.
 *
 * @param extra only those on which they are asked for one more opinion
 */
export async function openContents(
  db: Database | Tx,
  roundId: string,
  { personId, extra }: { readonly personId: string; readonly extra: boolean },
): Promise<readonly OpenContent[]> {
  const { rows } = await sql<OpenContent>`
    select * from (
      select a.id, a.reference, o.name as "leadName", ${namesOf} as names, g.place, ${saidOf(personId)} as said,
        (select s.content from submission s where s.application_id = a.id order by s.number desc limit 1) as content
      from assignment g join application a on a.id = g.application_id join organisation o on o.id = a.lead_id
      join review v on v.application_id = a.id and v.person_id = g.person_id and not v.practice
      where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live'
        and g.person_id = ${personId}::uuid and g.ended_at is null and g.why <> 'practice'
        and (g.why = 'extra' or not ${extra}::boolean)) as pile
    where said = false and content is not null order by place, reference`.execute(db)
  return rows
}
