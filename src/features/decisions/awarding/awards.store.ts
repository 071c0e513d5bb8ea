import { sql } from 'kysely'
import type { Agreement, SignerRole } from '../../../core/awards/index.ts'
import type { AwardType } from '../../../core/rounds/fund.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

export type AwardState = 'offered' | 'accepted' | 'declined' | 'withdrawn'

/** An award as others read it: of the agreement in force, or of the first that was offered while none is. */
export type Award = {
  readonly id: string
  readonly applicationId: string
  readonly organisationId: string
  /** Partners in the agreement. */
  readonly partnerIds: readonly string[]
  readonly title: string
  readonly type: AwardType
  /** Whole pounds. */
  readonly pounds: number
  readonly state: AwardState
  readonly offeredAt: Date
  readonly acceptedAt: Date | null
  readonly startsOn: IsoDay | null
  readonly endsOn: IsoDay | null
  readonly reference: string
  readonly roundId: string
  readonly organisation: string
  /** Of the organisation; empty where it lies in more than one. */
  readonly region: string
  /** When it was offered, put in force, changed or ended last. */
  readonly changedAt: Date
}

/** What the area keeps of an award besides. */
export type KeptAward = Award & {
  /** The most that it may cost by any agreement that is open. */
  readonly committedPounds: number
  readonly reservePlace: number | null
  readonly version: number | null
  readonly endedAt: Date | null
  readonly reason: string
}

const columns = sql`w.id, w.application_id as "applicationId", w.organisation_id as "organisationId", w.round_id as "roundId",
  a.reference, o.name as organisation, coalesce(o.region, '') as region, w.title, w.type, w.pounds, w.committed_pounds as "committedPounds", w.state,
  w.reserve_place as "reservePlace", w.offered_at as "offeredAt", w.accepted_at as "acceptedAt", w.version,
  w.starts_on as "startsOn", w.ends_on as "endsOn", w.ended_at as "endedAt", w.reason,
  greatest(w.offered_at, w.accepted_at, w.ended_at, (select max(s.signed_at) from award_signature s
    where s.award_id = w.id and s.number = w.version)) as "changedAt",
  (select coalesce(jsonb_agg(p ->> 'id'), '[]') from award_agreement g
    cross join lateral jsonb_array_elements(g.document::jsonb -> 'partners') p
    where g.award_id = w.id and g.number = coalesce(w.version, 1)) as "partnerIds"`

/** The awards of a round, those that ended among them, by when they were offered. */
export const awardsOf = async (db: Database | Tx, roundId: string): Promise<readonly KeptAward[]> =>
  await awardsOfRounds(db, [roundId])

/** Those of several rounds. */
export async function awardsOfRounds(db: Database | Tx, roundIds: readonly string[]): Promise<readonly KeptAward[]> {
  const { rows } = await sql<KeptAward>`
    select ${columns} from award w join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id
    where w.round_id = any(${[...roundIds]}::uuid[]) order by w.offered_at, a.reference`.execute(db)
  return rows
}

/** What every round of a fund has awarded, as far as it counts for the money. */
export async function awardsOfFund(
  db: Database | Tx,
  fundId: string,
): Promise<readonly Pick<KeptAward, 'id' | 'state' | 'committedPounds'>[]> {
  const { rows } = await sql<Pick<KeptAward, 'id' | 'state' | 'committedPounds'>>`
    select w.id, w.state, w.committed_pounds as "committedPounds"
    from award w join round r on r.id = w.round_id where r.fund_id = ${fundId}::uuid`.execute(db)
  return rows
}

/** The award of an application. */
export async function awardByReference(db: Database | Tx, reference: string): Promise<KeptAward | undefined> {
  const { rows } = await sql<KeptAward>`
    select ${columns} from award w join application a on a.id = w.application_id join organisation o on o.id = w.organisation_id
    where a.reference = ${reference}`.execute(db)
  return rows[0]
}

/** Who leads an application that was submitted, whether or not it has an award. */
export async function leadOf(
  db: Database | Tx,
  reference: string,
): Promise<{ readonly leadId: string; readonly roundId: string; readonly illustrative: boolean } | undefined> {
  const { rows } = await sql<{ leadId: string; roundId: string; illustrative: boolean }>`
    select a.lead_id as "leadId", a.round_id as "roundId", r.illustrative
    from application a join round r on r.id = a.round_id
    where a.reference = ${reference} and a.state = 'submitted' and a.mode = 'live'`.execute(db)
  return rows[0]
}

/** The partners of an application that have accepted. */
export async function partnersOf(
  db: Database | Tx,
  applicationId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from application_partner p join organisation o on o.id = p.organisation_id
    where p.application_id = ${applicationId}::uuid and p.state = 'accepted' order by o.name`.execute(db)
  return rows
}

export type NewAward = Pick<
  Award,
  'id' | 'applicationId' | 'organisationId' | 'title' | 'type' | 'pounds' | 'startsOn'
> & {
  readonly roundId: string
  readonly reservePlace: number | null
  readonly at: Date
  readonly by: string | null
}

/** @returns false when the application has one already */
export async function insertAward(tx: Tx, award: NewAward): Promise<boolean> {
  const { id, roundId, applicationId, organisationId, type, title, pounds, startsOn, reservePlace, at, by } = award
  const { rows } = await sql`
    insert into award (id, round_id, application_id, organisation_id, type, title, pounds, committed_pounds, starts_on,
      reserve_place, offered_at, offered_by)
    values (${id}::uuid, ${roundId}::uuid, ${applicationId}::uuid, ${organisationId}, ${type}, ${title}, ${pounds}, ${pounds},
      ${startsOn}::date, ${reservePlace}, ${at}, ${by}::uuid)
    on conflict on constraint award_is_one_for_each_application do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** An agreement as it was offered. */
export type KeptAgreement = {
  readonly number: number
  readonly document: Agreement
  readonly sha256: string
  readonly reason: string
  readonly madeAt: Date
  readonly signatures: readonly Signature[]
  /** That a council which had accepted declined these terms, and why; null where it has not. */
  readonly declined: { readonly reason: string; readonly at: Date } | null
}

export type Signature = {
  readonly role: SignerRole
  readonly name: string
  readonly jobTitle: string
  readonly signedBy: string
  readonly signedAt: Date
}

type AgreementRow = Omit<KeptAgreement, 'document' | 'signatures' | 'declined'> & {
  readonly declinedAt: Date | null
  readonly declinedFor: string | null
  readonly document: string
  readonly signatures: readonly (Omit<Signature, 'signedAt'> & { readonly signedAt: string })[]
}

/** The agreements of an award with what was signed of each, the latest first. */
export async function agreementsOf(db: Database | Tx, awardId: string): Promise<readonly KeptAgreement[]> {
  const { rows } = await sql<AgreementRow>`
    select g.number, g.document, g.sha256, g.reason, g.made_at as "madeAt", d.declined_at as "declinedAt",
      d.reason as "declinedFor",
      (select coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'name', s.name, 'jobTitle', s.job_title,
        'signedBy', s.signed_by, 'signedAt', s.signed_at) order by s.signed_at, s.role), '[]')
        from award_signature s where s.award_id = g.award_id and s.number = g.number) as signatures
    from award_agreement g left join award_terms_declined d on d.award_id = g.award_id and d.number = g.number
    where g.award_id = ${awardId}::uuid order by g.number desc`.execute(db)
  return rows.map(({ declinedAt, declinedFor, ...row }) => ({
    ...row,
    declined: declinedAt === null ? null : { at: declinedAt, reason: declinedFor ?? '' },
    document: JSON.parse(row.document),
    signatures: row.signatures.map((signature) => ({ ...signature, signedAt: new Date(signature.signedAt) })),
  }))
}

export async function insertAgreement(
  tx: Tx,
  awardId: string,
  agreement: {
    readonly number: number
    readonly text: string
    readonly sha256: string
    readonly reason: string
    readonly at: Date
    readonly by: string | null
  },
): Promise<void> {
  const { number, text, sha256, reason, at, by } = agreement
  await sql`
    insert into award_agreement (award_id, number, document, sha256, reason, made_at, made_by)
    values (${awardId}::uuid, ${number}, ${text}, ${sha256}, ${reason}, ${at}, ${by}::uuid)`.execute(tx)
}

/** Keeps that the council declines changed terms. */
export async function insertTermsDeclined(
  tx: Tx,
  awardId: string,
  {
    number,
    reason,
    at,
    by,
  }: { readonly number: number; readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into award_terms_declined (award_id, number, reason, declined_at, declined_by)
    values (${awardId}::uuid, ${number}, ${reason}, ${at}, ${by}::uuid)`.execute(tx)
}

/** What an award may cost by the agreements that are open. */
export async function updateCommitted(tx: Tx, awardId: string, pounds: number): Promise<void> {
  await sql`update award set committed_pounds = ${pounds} where id = ${awardId}::uuid`.execute(tx)
}

/** Puts an agreement in force. */
export async function markAccepted(
  tx: Tx,
  awardId: string,
  { number, document }: KeptAgreement,
  at: Date,
): Promise<void> {
  const { title, pounds, startsOn, endsOn } = document
  await sql`
    update award set state = 'accepted', accepted_at = coalesce(accepted_at, ${at}), version = ${number}, title = ${title},
      pounds = ${pounds}, committed_pounds = ${pounds}, starts_on = ${startsOn}::date, ends_on = ${endsOn}::date
    where id = ${awardId}::uuid`.execute(tx)
}

/** Ends an award. */
export async function markEnded(
  tx: Tx,
  awardId: string,
  {
    state,
    reason,
    at,
    by,
  }: { readonly state: 'declined' | 'withdrawn'; readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update award set state = ${state}, reason = ${reason}, ended_at = ${at}, ended_by = ${by}::uuid
    where id = ${awardId}::uuid`.execute(tx)
}

/** Holds an award until the transaction ends; its fund before, as all do that offer or change one. */
export async function lockAward(tx: Tx, reference: string): Promise<void> {
  await sql`
    select f.id from fund f join round r on r.fund_id = f.id join application a on a.round_id = r.id
    where a.reference = ${reference} for no key update of f`.execute(tx)
  await sql`
    select w.id from award w join application a on a.id = w.application_id where a.reference = ${reference}
    for update of w`.execute(tx)
}
