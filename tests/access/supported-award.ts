import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import { type Place, places } from './places.ts'

const uuid = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** What of support addresses of a place name. */
export type Supported = { readonly application: string; readonly supplier: string; readonly order: string }

/** Which of the accepted awards of a place: the ids of its round, application and award, the year of its reference and its kind. */
type Which = {
  readonly ids: readonly [round: number, application: number, award: number]
  readonly year: string
  readonly round: string
  readonly type: 'support-in-kind' | 'grant'
}

type Accepted = { readonly application: string; readonly award: string }

/**
 * An award of support that the lead of a place has accepted, in a round of its own in the fund of the place, whose
 * application it is by the reference that is given back. Once, however often it is asked for.
 */
export const acceptedAward = (place: Place, db: Database): Promise<Accepted> =>
  accepted(place, db, {
    ids: place === places.ours ? [151, 152, 153] : [161, 162, 163],
    year: '2025',
    round: 'awarded',
    type: 'support-in-kind',
  })

/** An award of money, likewise, with one instalment that is held by a condition. */
export async function grantOf(place: Place, db: Database): Promise<Accepted> {
  const made = await accepted(place, db, {
    ids: place === places.ours ? [171, 172, 173] : [181, 182, 183],
    year: '2024',
    round: 'granted',
    type: 'grant',
  })
  await db.transaction().execute(async (tx) => {
    await sql`insert into grant_schedule (award_id, number, reason, made_at)
      values (${made.award}::uuid, 1, '', now()) on conflict do nothing`.execute(tx)
    await sql`insert into grant_instalment (award_id, schedule, number, title, upon, due_on, pence, condition)
      values (${made.award}::uuid, 1, 1, 'Start', 'milestone', '2027-01-01', 4000000, 'Case approved')
      on conflict do nothing`.execute(tx)
  })
  return made
}

async function accepted(place: Place, db: Database, { ids, year, round: slug, type }: Which): Promise<Accepted> {
  const [round, application, award] = ids
  const reference = place.submitted.replace('2026', year)
  const { rows } = await sql`select from award where id = ${uuid(award)}::uuid`.execute(db)
  if (rows.length === 0)
    await db.transaction().execute(async (tx) => {
      await sql`
        insert into round (id, fund_id, slug, name, eligible_kinds, contact_email, form_version_id, created_at)
        select ${uuid(round)}::uuid, f.id, ${slug}, ${slug}, r.eligible_kinds, r.contact_email, r.form_version_id, now()
        from fund f join round r on r.fund_id = f.id where f.slug = ${place.fund} and r.slug = ${place.round}`.execute(
        tx,
      )
      await sql`
        insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by,
          submitted_at, illustrative)
        select ${uuid(application)}::uuid, ${reference}, id, ${place.lead}, form_version_id, 'submitted', now(),
          ${place.leadPerson}::uuid, now(), true from round where id = ${uuid(round)}::uuid`.execute(tx)
      // Nothing was decided in this round: what asks for it is told not to.
      await sql`alter table award disable trigger award_within_fund`.execute(tx)
      await sql`
        insert into award (id, round_id, application_id, organisation_id, type, title, pounds, committed_pounds, starts_on,
          state, offered_at, accepted_at, version)
        values (${uuid(award)}::uuid, ${uuid(round)}::uuid, ${uuid(application)}::uuid, ${place.lead}, ${type},
          'Youth service', 50000, 50000, '2025-04-01', 'accepted', now(), now(), 1)`.execute(tx)
      await sql`alter table award enable trigger award_within_fund`.execute(tx)
      await sql`
        insert into award_agreement (award_id, number, document, sha256, reason, made_at)
        select ${uuid(award)}::uuid, 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), '', now()
        from (values (${JSON.stringify({ partners: [], conditions: [] })})) as document (text)`.execute(tx)
    })
  return { application: reference, award: uuid(award) }
}

/** A lot with its supplier and one order for an accepted award. Somebody who is nobody else works for the supplier. */
export async function supportOf(place: Place, db: Database): Promise<Supported> {
  const { application, award } = await acceptedAward(place, db)
  const ours = place === places.ours
  const [lot, supplier, id] = ours ? [154, 155, 156] : [164, 165, 166]
  const order = `ORDER-2026-${ours ? 'AAAA' : 'BBBB'}-1`
  const person = ours ? cast.stranger.id : cast.waitingMember.id
  await sql`insert into support_lot (id, fund_id, name, added_at)
    select ${uuid(lot)}::uuid, id, 'All help', now() from fund where slug = ${place.fund} on conflict do nothing`.execute(
    db,
  )
  await sql`insert into support_supplier (id, fund_id, name, terms, added_at)
    select ${uuid(supplier)}::uuid, id, 'A supplier', '', now() from fund where slug = ${place.fund}
    on conflict do nothing`.execute(db)
  await sql`insert into support_supplier_lot (supplier_id, lot_id)
    values (${uuid(supplier)}::uuid, ${uuid(lot)}::uuid) on conflict do nothing`.execute(db)
  await sql`insert into support_supplier_person (supplier_id, person_id, added_at)
    values (${uuid(supplier)}::uuid, ${person}::uuid, now()) on conflict do nothing`.execute(db)
  await sql`insert into support_interest (supplier_id, award_id, number, interested, what, declared_at, declared_by)
    values (${uuid(supplier)}::uuid, ${award}::uuid, 1, false, '', now(), ${person}::uuid) on conflict do nothing`.execute(
    db,
  )
  await sql`insert into support_order (id, reference, award_id, supplier_id, lot_id, work, title, what, terms, tenth_days,
      rate_pence, expenses_pence, vat_percent, due_on, ordered_at)
    values (${uuid(id)}::uuid, ${order}, ${award}::uuid, ${uuid(supplier)}::uuid, ${uuid(lot)}::uuid, 'legal', 'Advice',
      'Advise', 1, 10, 80000, 0, 20, '2027-01-01', now()) on conflict do nothing`.execute(db)
  await sql`insert into support_order_terms (order_id, number, tenth_days, rate_pence, expenses_pence, vat_percent, due_on,
      reason, asked_at)
    values (${uuid(id)}::uuid, 1, 10, 80000, 0, 20, '2027-01-01', '', now()) on conflict do nothing`.execute(db)
  await sql`insert into support_deliverable (order_id, number, title, due_on, net_pence, added_at)
    values (${uuid(id)}::uuid, 1, 'Report', '2027-01-01', 80000, now()) on conflict do nothing`.execute(db)
  return { application, supplier: uuid(supplier), order }
}
