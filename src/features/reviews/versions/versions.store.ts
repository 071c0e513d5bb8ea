import { sql } from 'kysely'
import type { ReviewRecord } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A frozen version, without what it holds. */
export type Version = {
  readonly number: number
  readonly why: string
  readonly sha256: string
  readonly frozenAt: Date
  readonly frozenBy: string
}

const columns = sql`v.number, v.why, v.sha256, v.frozen_at as "frozenAt", coalesce(nullif(p.name, ''), p.email) as "frozenBy"`

/** The last first. */
export async function frozenVersions(db: Database, reviewId: string): Promise<readonly Version[]> {
  const { rows } = await sql<Version>`
    select ${columns} from strategic_review_version v join person p on p.id = v.frozen_by
    where v.review_id = ${reviewId}::uuid order by v.number desc`.execute(db)
  return rows
}

/** One version with what it holds. */
export async function frozenVersion(
  db: Database | Tx,
  reviewId: string,
  number: number,
): Promise<(Version & { readonly record: ReviewRecord }) | undefined> {
  const { rows } = await sql<Version & { readonly record: ReviewRecord }>`
    select ${columns}, v.record from strategic_review_version v join person p on p.id = v.frozen_by
    where v.review_id = ${reviewId}::uuid and v.number = ${number}`.execute(db)
  return rows[0]
}

type NewVersion = {
  readonly reviewId: string
  readonly why: string
  /** Its canonical text. */
  readonly record: string
  readonly sha256: string
  readonly at: Date
  readonly by: string
}

/** @returns its number, the next of this review */
export async function insertFrozen(tx: Tx, { reviewId, why, record, sha256, at, by }: NewVersion): Promise<number> {
  const { rows } = await sql<{ readonly number: number }>`
    insert into strategic_review_version (review_id, number, why, record, sha256, frozen_at, frozen_by)
    select ${reviewId}::uuid, 1 + coalesce(max(number), 0), ${why}, ${record}::jsonb, ${sha256}, ${at}, ${by}::uuid
    from strategic_review_version where review_id = ${reviewId}::uuid
    returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

export type SignOff = {
  readonly personId: string
  readonly name: string
  readonly capacity: string
  readonly statement: string
  readonly signedAt: Date
}

export async function signOffsOf(db: Database, reviewId: string, number: number): Promise<readonly SignOff[]> {
  const { rows } = await sql<SignOff>`
    select s.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, s.capacity, s.statement, s.signed_at as "signedAt"
    from strategic_review_sign_off s join person p on p.id = s.person_id
    where s.review_id = ${reviewId}::uuid and s.number = ${number} order by s.signed_at, p.id`.execute(db)
  return rows
}

type NewSignOff = Pick<SignOff, 'personId' | 'capacity' | 'statement'> & {
  readonly reviewId: string
  readonly number: number
  readonly at: Date
}

/** @returns false where this person has signed this version off before */
export async function insertSignOff(tx: Tx, signed: NewSignOff): Promise<boolean> {
  const { reviewId, number, personId, capacity, statement, at } = signed
  const { rows } = await sql`
    insert into strategic_review_sign_off (review_id, number, person_id, capacity, statement, signed_at)
    values (${reviewId}::uuid, ${number}, ${personId}::uuid, ${capacity}, ${statement}, ${at})
    on conflict do nothing returning number`.execute(tx)
  return rows.length === 1
}
