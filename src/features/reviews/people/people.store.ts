import { sql } from 'kysely'
import type { ReviewRole } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody of a review. */
export type ReviewPerson = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly ReviewRole[]
  /** For whom they speak, such as staff or users; '' for nobody in particular. */
  readonly speaksFor: string
  readonly credentials: string
}

/** Those who work on a review, by name. */
export async function peopleOf(db: Database | Tx, reviewId: string): Promise<readonly ReviewPerson[]> {
  const { rows } = await sql<ReviewPerson>`
    select p.id as "personId", coalesce(nullif(p.name, ''), p.email) as name, p.email, to_jsonb(m.roles) as roles,
      m.speaks_for as "speaksFor", m.credentials
    from strategic_review_person m join person p on p.id = m.person_id
    where m.review_id = ${reviewId}::uuid and cardinality(m.roles) > 0 order by 2, p.id`.execute(db)
  return rows
}

export type PersonToSet = Pick<ReviewPerson, 'personId' | 'roles' | 'speaksFor' | 'credentials'> & {
  readonly at: Date
  readonly by: string
}

/** Says what somebody is in a review. With no role they no longer work on it. */
export async function setPerson(tx: Tx, reviewId: string, person: PersonToSet): Promise<void> {
  const { personId, roles, speaksFor, credentials, at, by } = person
  await sql`
    insert into strategic_review_person (review_id, person_id, roles, speaks_for, credentials, changed_at, changed_by)
    values (${reviewId}::uuid, ${personId}::uuid,
      array(select jsonb_array_elements_text(${JSON.stringify(roles)}::jsonb)), ${speaksFor}, ${credentials}, ${at}, ${by}::uuid)
    on conflict (review_id, person_id) do update set roles = excluded.roles, speaks_for = excluded.speaks_for,
      credentials = excluded.credentials, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    tx,
  )
}
