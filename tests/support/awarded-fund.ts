import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'

const uuid = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** What was made, by id. */
export type AwardedFund = {
  readonly fundId: string
  readonly awards: readonly string[]
  /** References of their applications. */
  readonly applications: readonly string[]
  readonly supplierId: string
  readonly lotId: string
  readonly personId: string
}

/** How the fund is: whole pounds. */
export type AwardedSize = {
  readonly awards: number
  readonly pounds: number
  readonly budgetPounds: number
  readonly vat: 'included' | 'excluded' | 'not-stated'
  readonly type?: 'support-in-kind' | 'grant'
}

/** A fund with accepted awards, and a supplier with a lot that has declared no interest in any of them. */
export async function awardedFund(
  db: Database,
  { awards, pounds, budgetPounds, vat, type }: AwardedSize,
): Promise<AwardedFund> {
  const [fundId, roundId, formId, versionId, personId, supplierId, lotId] = [1, 2, 3, 4, 5, 6, 7].map(uuid) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const kind = type ?? 'support-in-kind'
  await sql`insert into organisation (id, name, short_name, kind, illustrative)
    select 'X-' || n, 'Council ' || n, 'Council ' || n, 'district', true from generate_series(1, ${awards}::int) n`.execute(
    db,
  )
  await sql`insert into person (id, email, created_at) values (${personId}::uuid, 'somebody@supplier.example', now())`.execute(
    db,
  )
  await sql`insert into fund (id, slug, name, award_type, budget_pounds, places, cap_pounds, vat, illustrative, created_at)
    values (${fundId}::uuid, 'a-fund', 'A fund', ${kind}, ${budgetPounds}, 20, ${pounds}, ${vat}, true, now())`.execute(
    db,
  )
  await sql`insert into form (id, fund_id, name, purpose, created_at) values (${formId}::uuid, ${fundId}::uuid, 'Form', 'expression-of-interest', now())`.execute(
    db,
  )
  await sql`insert into form_version (id, form_id, number, definition, sha256, saved_at)
    values (${versionId}::uuid, ${formId}::uuid, 1, '{}', 'x', now())`.execute(db)
  await sql`insert into round (id, fund_id, slug, name, eligible_kinds, form_version_id, created_at)
    values (${roundId}::uuid, ${fundId}::uuid, 'a-round', 'A round', array['district'], ${versionId}::uuid, now())`.execute(
    db,
  )
  await sql`alter table award disable trigger award_within_fund`.execute(db)
  const made = Array.from({ length: awards }, (_, index) => ({
    id: uuid(200 + index),
    application: uuid(100 + index),
    reference: `AWARD-${index + 1}`,
    organisation: `X-${index + 1}`,
  }))
  for (const { id, application, reference, organisation } of made) {
    await sql`insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by, submitted_at)
      values (${application}::uuid, ${reference}, ${roundId}::uuid, ${organisation}, ${versionId}::uuid, 'submitted', now(),
        ${personId}::uuid, now())`.execute(db)
    await sql`insert into award (id, round_id, application_id, organisation_id, type, title, pounds, committed_pounds, state,
        offered_at, accepted_at, version)
      values (${id}::uuid, ${roundId}::uuid, ${application}::uuid, ${organisation}, ${kind}, 'A service', ${pounds}, ${pounds},
        'accepted', now(), now(), 1)`.execute(db)
  }
  await sql`alter table award enable trigger award_within_fund`.execute(db)
  await sql`insert into support_lot (id, fund_id, name, added_at) values (${lotId}::uuid, ${fundId}::uuid, 'All', now())`.execute(
    db,
  )
  await sql`insert into support_supplier (id, fund_id, name, terms, added_at)
    values (${supplierId}::uuid, ${fundId}::uuid, 'A supplier', '', now())`.execute(db)
  await sql`insert into support_supplier_lot (supplier_id, lot_id) values (${supplierId}::uuid, ${lotId}::uuid)`.execute(
    db,
  )
  await sql`insert into support_interest (supplier_id, award_id, number, interested, what, declared_at, declared_by)
    select ${supplierId}::uuid, id, 1, false, '', now(), ${personId}::uuid from award`.execute(db)
  const [ids, applications] = [made.map(({ id }) => id), made.map(({ reference }) => reference)]
  return { fundId, awards: ids, applications, supplierId, lotId, personId }
}
