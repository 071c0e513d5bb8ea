import { sql } from 'kysely'
import { type Depth, mayIn, type ReviewRole } from '../../core/reviews/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

export type Review = {
  readonly id: string
  readonly reference: string
  readonly organisationId: string
  /** The council, by its name. */
  readonly council: string
  readonly title: string
  readonly depth: Depth
  readonly illustrative: boolean
  readonly startedAt: Date
  /** The application whose award pays for it; null where it stands alone. */
  readonly application: string | null
  /** What the person who asks is in it. */
  readonly roles: readonly ReviewRole[]
}

const columns = sql`r.id, r.reference, r.organisation_id as "organisationId", o.name as council, r.title, r.depth,
  r.illustrative, r.started_at as "startedAt", a.reference as application, to_jsonb(p.roles) as roles`

const joined = sql`strategic_review r join organisation o on o.id = r.organisation_id
  left join application a on a.id = r.application_id join strategic_review_person p on p.review_id = r.id`

/** Whether the person who asked for it writes it. */
export const mayWriteIn = ({ roles }: Pick<Review, 'roles'>): boolean => mayIn(roles, 'write')

/** A review as one of its people sees it; undefined for others. */
export async function reviewFor(db: Database | Tx, reference: string, personId: string): Promise<Review | undefined> {
  const { rows } = await sql<Review>`
    select ${columns} from ${joined}
    where r.reference = ${reference} and p.person_id = ${personId}::uuid and cardinality(p.roles) > 0`.execute(db)
  return rows[0]
}

/** The reviews on which somebody works, the newest first. */
export async function reviewsOf(db: Database | Tx, personId: string): Promise<readonly Review[]> {
  const { rows } = await sql<Review>`
    select ${columns} from ${joined}
    where p.person_id = ${personId}::uuid and cardinality(p.roles) > 0
    order by r.started_at desc, r.reference`.execute(db)
  return rows
}

export async function lockReview(tx: Tx, reference: string): Promise<void> {
  await sql`select from strategic_review where reference = ${reference} for update`.execute(tx)
}

export type NewReview = Pick<Review, 'id' | 'reference' | 'organisationId' | 'title' | 'depth' | 'illustrative'> & {
  readonly application: string | null
  readonly at: Date
  readonly by: string
}

export async function insertReview(tx: Tx, review: NewReview): Promise<void> {
  const { id, reference, organisationId, application, title, depth, illustrative, at, by } = review
  await sql`
    insert into strategic_review (id, reference, organisation_id, application_id, title, depth, illustrative, started_at, started_by)
    values (${id}::uuid, ${reference}, ${organisationId}, (select id from application where reference = ${application}),
      ${title}, ${depth}, ${illustrative}, ${at}, ${by}::uuid)`.execute(tx)
}

export async function updateReview(
  tx: Tx,
  id: string,
  { title, depth }: Pick<Review, 'title' | 'depth'>,
): Promise<void> {
  await sql`update strategic_review set title = ${title}, depth = ${depth} where id = ${id}::uuid`.execute(tx)
}
