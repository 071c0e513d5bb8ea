import { type RawBuilder, sql } from 'kysely'
import type { MaterialContent } from '../../../core/forms/index.ts'
import type { AgreedStatement, KeptState, SignOffSlot } from '../../../core/sign-offs/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import { among } from '../../../platform/database/among.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A signature as it was given: it is never altered. */
export type Signature = AgreedStatement & {
  /** 1, 2, 3, …: of this sign-off. */
  readonly number: number
  readonly signedAt: Date
  readonly signedBy: string
  readonly name: string
  readonly jobTitle: string
  /** What the signer's page carried of what it showed: see `ShownContent`. */
  readonly shown: { readonly sha256: string; readonly parts: string }
  /** Of the whole content when it was signed. */
  readonly contentSha256: string
  /** What the signature is bound to. */
  readonly material: MaterialContent
  readonly materialSha256: string
}

/** That it is signed on the paper, or in the email, that was keyed in. */
export type PaperSignOff = {
  readonly name: string
  readonly jobTitle: string
  readonly signedOn: IsoDay
  readonly recordedBy: string
  readonly recordedByName: string
  readonly recordedAt: Date
  /** What was keyed in when it was recorded; null for what was recorded before that was kept. */
  readonly material: MaterialContent | null
  readonly materialSha256: string | null
}

/** A sign-off as it is kept. Of a partner there is none before somebody signs, declines or is reminded. */
export type SignOffRow = SignOffSlot & {
  /** Whom the lead asked; empty for a partner. */
  readonly name: string
  readonly jobTitle: string
  readonly email: string
  readonly state: KeptState
  readonly askedAt: Date
  readonly askedBy: string
  /** Why it was declined. */
  readonly reason: string
  readonly decidedAt: Date | null
  /** The signature that counts. */
  readonly signature: Signature | null
  /** Of an application that was keyed in, if it is signed there. */
  readonly paper: PaperSignOff | null
}

type SignatureJson = Omit<Signature, 'signedAt'> & { readonly signedAt: string }
type PaperJson = Omit<PaperSignOff, 'recordedAt'> & { readonly recordedAt: string }

/** The sign-offs of an application, each with the signature that counts: one statement. */
export async function signOffsOf(db: Database | Tx, applicationId: string): Promise<readonly SignOffRow[]> {
  const { rows } = await sql<
    Omit<SignOffRow, 'signature' | 'paper'> & { signature: SignatureJson | null; paper: PaperJson | null }
  >`
    select coalesce(s.kind, h.kind) as kind, coalesce(s.organisation_id, h.organisation_id) as "organisationId",
      coalesce(s.name, '') as name,
      coalesce(s.job_title, '') as "jobTitle", coalesce(s.email, '') as email, coalesce(s.state, 'asked') as state,
      coalesce(s.asked_at, h.recorded_at) as "askedAt", coalesce(s.asked_by, h.recorded_by) as "askedBy",
      coalesce(s.reason, '') as reason, s.decided_at as "decidedAt",
      case when g.number is null then null else jsonb_build_object('number', g.number, 'signedAt', g.signed_at,
        'signedBy', g.signed_by, 'name', g.name, 'jobTitle', g.job_title, 'statement', g.statement,
        'read', case when g.read_language is null then null
          else jsonb_build_object('language', g.read_language, 'statement', g.read_statement) end,
        'shown', jsonb_build_object('sha256', g.shown_sha256, 'parts', g.shown_parts),
        'contentSha256', g.content_sha256, 'material', g.material, 'materialSha256', g.material_sha256) end as signature,
      case when h.name is null then null else jsonb_build_object('name', h.name, 'jobTitle', h.job_title,
        'signedOn', h.signed_on, 'recordedBy', h.recorded_by, 'recordedAt', h.recorded_at,
        'material', h.material, 'materialSha256', h.material_sha256,
        'recordedByName', coalesce(nullif(w.name, ''), w.email)) end as paper
    from (select * from sign_off where application_id = ${applicationId}::uuid) s
    full join (select * from paper_sign_off where application_id = ${applicationId}::uuid) h using (kind, organisation_id)
    left join person w on w.id = h.recorded_by
    left join sign_off_signature g on g.application_id = s.application_id and g.kind = s.kind
      and g.organisation_id = s.organisation_id and g.number = s.signature
    order by 1, 2`.execute(db)
  return rows.map((row) => ({
    ...row,
    signature: row.signature && { ...row.signature, signedAt: new Date(row.signature.signedAt) },
    paper: row.paper && { ...row.paper, recordedAt: new Date(row.paper.recordedAt) },
  }))
}

type Key = SignOffSlot & { readonly applicationId: string }

const isSlot = ({ applicationId, kind, organisationId }: Key): RawBuilder<unknown> =>
  sql`application_id = ${applicationId}::uuid and kind = ${kind} and organisation_id = ${organisationId}`

/** Asks a person, or another person than before: what was signed or declined by then counts no more. */
export async function askSignOffRow(
  tx: Tx,
  row: Key & {
    readonly name: string
    readonly jobTitle: string
    readonly email: string
    readonly at: Date
    readonly personId: string
  },
): Promise<void> {
  await sql`
    insert into sign_off (application_id, kind, organisation_id, name, job_title, email, asked_at, asked_by)
    values (${row.applicationId}::uuid, ${row.kind}, ${row.organisationId}, ${row.name}, ${row.jobTitle}, ${row.email},
      ${row.at}, ${row.personId}::uuid)
    on conflict on constraint sign_off_pk do update set name = excluded.name, job_title = excluded.job_title,
      email = excluded.email, state = 'asked', asked_at = excluded.asked_at, asked_by = excluded.asked_by,
      signature = null, reason = '', decided_at = null, decided_by = null, looked_at = null, told_of = ''`.execute(tx)
}

/** Sees to it that a sign-off is kept: a partner is asked by having accepted. */
export async function ensureSignOffRow(
  tx: Tx,
  row: Key & { readonly at: Date; readonly personId: string },
): Promise<void> {
  await sql`
    insert into sign_off (application_id, kind, organisation_id, asked_at, asked_by)
    values (${row.applicationId}::uuid, ${row.kind}, ${row.organisationId}, ${row.at}, ${row.personId}::uuid)
    on conflict on constraint sign_off_pk do nothing`.execute(tx)
}

/** Adds a signature, which from now on is the one that counts. The caller holds the application. @returns its number */
export async function insertSignature(tx: Tx, key: Key, signature: Omit<Signature, 'number'>): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into sign_off_signature (application_id, kind, organisation_id, number, signed_at, signed_by, name, job_title,
      statement, read_statement, read_language, shown_sha256, shown_parts, content_sha256, material, material_sha256)
    select ${key.applicationId}::uuid, ${key.kind}, ${key.organisationId}, coalesce(max(number), 0) + 1,
      ${signature.signedAt}::timestamptz, ${signature.signedBy}::uuid, ${signature.name}, ${signature.jobTitle},
      ${signature.statement}, ${signature.read?.statement ?? null}, ${signature.read?.language ?? null}, ${signature.shown.sha256}, ${signature.shown.parts}, ${signature.contentSha256},
      ${JSON.stringify(signature.material)}::jsonb, ${signature.materialSha256}
    from sign_off_signature where ${isSlot(key)} returning number`.execute(tx)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('a signature was not written')
  await sql`
    update sign_off set state = 'signed', signature = ${number}, reason = '', decided_at = ${signature.signedAt},
      decided_by = ${signature.signedBy}::uuid, looked_at = null, told_of = '' where ${isSlot(key)}`.execute(tx)
  return number
}

/** A signature given before stays, and counts no more. */
export async function markDeclined(
  tx: Tx,
  key: Key,
  declined: { readonly reason: string; readonly at: Date; readonly personId: string },
): Promise<void> {
  await sql`
    update sign_off set state = 'declined', signature = null, reason = ${declined.reason}, decided_at = ${declined.at},
      decided_by = ${declined.personId}::uuid where ${isSlot(key)}`.execute(tx)
}

/** Counts one more message to the signer on that UK day. @returns false when there have been as many as may be */
export async function countMessage(tx: Tx, key: Key, on: IsoDay, most: number): Promise<boolean> {
  const { rows } = await sql`
    update sign_off set told_on = ${on}::date, told = case when told_on = ${on}::date then told + 1 else 1 end
    where ${isSlot(key)} and (told_on is distinct from ${on}::date or told < ${most}) returning told`.execute(tx)
  return rows.length === 1
}

/** Applications with a signature, not submitted, that were changed since it was last looked at, and not since `until`. */
export async function changedSinceSigned(
  db: Database,
  until: Date,
): Promise<readonly { readonly reference: string; readonly changedAt: Date }[]> {
  const { rows } = await sql<{ reference: string; changedAt: Date }>`
    select a.reference, changed.at as "changedAt"
    from application a, lateral (
      select greatest(
        (select max(w.saved_at) from answer w where w.application_id = a.id),
        (select max(p.decided_at) from application_partner p where p.application_id = a.id)) as at) as changed
    where a.state <> 'submitted' and changed.at <= ${until} and exists (
        select from sign_off s where s.application_id = a.id and s.state = 'signed'
          and (changed.at > s.looked_at or (s.looked_at is null and changed.at >= s.decided_at)))
    order by changed.at, a.id limit 200`.execute(db)
  return rows
}

/** Notes that the signed sign-offs of an application were compared with what it was at that time. */
export async function markLookedAt(tx: Tx, applicationId: string, at: Date): Promise<void> {
  await sql`update sign_off set looked_at = ${at} where application_id = ${applicationId}::uuid and state = 'signed'
    `.execute(tx)
}

/** A partner that leaves takes its signature with it; what was signed stays on record. */
export async function clearPartnerSignOff(tx: Tx, applicationId: string, organisationId: string): Promise<void> {
  await sql`
    update sign_off set state = 'asked', signature = null, reason = ''
    where ${isSlot({ applicationId, kind: 'partner', organisationId })}`.execute(tx)
  await deletePaperSignOff(tx, { applicationId, kind: 'partner', organisationId })
}

/** Records that it is signed on what was keyed in; recorded again, the last one counts. The caller holds the application. */
export async function upsertPaperSignOff(
  tx: Tx,
  { applicationId, kind, organisationId }: Key,
  paper: Omit<PaperSignOff, 'recordedByName'>,
): Promise<void> {
  await sql`
    insert into paper_sign_off (application_id, kind, organisation_id, name, job_title, signed_on, recorded_by, recorded_at,
      material, material_sha256)
    values (${applicationId}::uuid, ${kind}, ${organisationId}, ${paper.name}, ${paper.jobTitle}, ${paper.signedOn}::date,
      ${paper.recordedBy}::uuid, ${paper.recordedAt}, ${JSON.stringify(paper.material)}::jsonb, ${paper.materialSha256})
    on conflict on constraint paper_sign_off_pk do update set name = excluded.name, job_title = excluded.job_title,
      signed_on = excluded.signed_on, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
      material = excluded.material, material_sha256 = excluded.material_sha256`.execute(tx)
}

/** @returns false if none was recorded */
export async function deletePaperSignOff(tx: Tx, key: Key): Promise<boolean> {
  const { rows } = await sql`delete from paper_sign_off where ${isSlot(key)} returning kind`.execute(tx)
  return rows.length > 0
}

/** Notes that the signature holds again, as when a sum was put back. */
export async function clearToldOf(tx: Tx, key: Key): Promise<void> {
  await sql`update sign_off set told_of = '' where ${isSlot(key)} and told_of <> ''`.execute(tx)
}

/** Notes of which content the signer has been told that it is not what they signed. @returns false if they had been */
export async function markToldOf(tx: Tx, key: Key, materialSha256: string): Promise<boolean> {
  const { rows } = await sql`
    update sign_off set told_of = ${materialSha256} where ${isSlot(key)} and told_of <> ${materialSha256}
    returning kind`.execute(tx)
  return rows.length === 1
}

/** An application that a person is asked to sign, or was told to sign again. */
export type AskedOf = SignOffSlot & { readonly reference: string; readonly fund: string }

/**
 * The sign-offs that wait for a person while there is time: those they are asked for by their address, and those of the
 * partners they act for that have accepted.
 *
 * @param email in lower case
 */
export async function askedOf(
  db: Database,
  {
    email,
    organisationIds,
    at,
  }: { readonly email: string; readonly organisationIds: readonly string[]; readonly at: Date },
): Promise<readonly AskedOf[]> {
  const { rows } = await sql<AskedOf>`
    select a.reference, t.kind, t.organisation_id as "organisationId", f.name as fund
    from (
      select s.application_id, s.kind, s.organisation_id, s.state, s.told_of, s.asked_at
      from sign_off s where s.email = ${email} and s.email <> ''
      union all
      select p.application_id, 'partner', p.organisation_id, coalesce(s.state, 'asked'), coalesce(s.told_of, ''), p.asked_at
      from application_partner p left join sign_off s on s.application_id = p.application_id and s.kind = 'partner'
        and s.organisation_id = p.organisation_id
      where p.state = 'accepted' and p.organisation_id in ${among(organisationIds)}
    ) as t
    join application a on a.id = t.application_id join round r on r.id = a.round_id join fund f on f.id = r.fund_id
    where a.state <> 'submitted' and (t.state = 'asked' or (t.state = 'signed' and t.told_of <> ''))
      and t.kind = any (r.sign_offs) and r.cancelled_at is null
      and not exists (select from paper_sign_off h where h.application_id = a.id and h.kind = t.kind
        and h.organisation_id = t.organisation_id)
      and (exists (select from keyed_application k where k.application_id = a.id) or coalesce(greatest(r.deadline_at, (
        select max(x.deadline_at) from deadline_extension x where x.round_id = r.id
          and (x.application_id is null or x.application_id = a.id))), 'infinity') >= ${at})
    order by t.asked_at desc, a.reference limit 50`.execute(db)
  return rows
}
