import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

export const channels = ['email', 'paper'] as const
export type Channel = (typeof channels)[number]

/** An application that came by email or on paper, and that the programme team keys in for its authority. */
export type KeyedApplication = {
  readonly applicationId: string
  readonly channel: Channel
  /** When the email or paper reached the programme team: what counts against the deadline. */
  readonly receivedAt: Date
  readonly keyedBy: string
  readonly keyedByName: string
  readonly keyedAt: Date
  readonly applicantName: string
  readonly applicantEmail: string
  /** When the applicant was asked whether it is theirs. */
  readonly toldAt: Date | null
  readonly confirmedAt: Date | null
  /** The applicant says that it is not theirs. */
  readonly disownedAt: Date | null
  /** What is not as they wrote it; '' where nobody has said. */
  readonly disownedBecause: string
}

const columns = sql`k.application_id as "applicationId", k.channel, k.received_at as "receivedAt", k.keyed_by as "keyedBy",
  coalesce(nullif(p.name, ''), p.email) as "keyedByName", k.keyed_at as "keyedAt", k.applicant_name as "applicantName",
  k.applicant_email as "applicantEmail", k.told_at as "toldAt", k.confirmed_at as "confirmedAt",
  k.disowned_at as "disownedAt", k.disowned_because as "disownedBecause"`

/** How an application was keyed in; undefined for one that its authority wrote here. */
export async function keyedApplication(
  db: Database | Tx,
  applicationId: string,
): Promise<KeyedApplication | undefined> {
  const { rows } = await sql<KeyedApplication>`
    select ${columns} from keyed_application k join person p on p.id = k.keyed_by
    where k.application_id = ${applicationId}::uuid`.execute(db)
  return rows[0]
}

/** Where a keyed application stands, by its reference. */
export type KeyedPlace = KeyedApplication & {
  readonly reference: string
  readonly leadId: string
  readonly leadName: string
  readonly state: string
  readonly fundId: string
  readonly fundSlug: string
  readonly fundName: string
  readonly roundSlug: string
  readonly roundName: string
  readonly illustrative: boolean
}

const places = sql`select ${columns}, a.reference, a.lead_id as "leadId", o.name as "leadName", a.state,
    r.fund_id as "fundId", f.slug as "fundSlug", f.name as "fundName", r.slug as "roundSlug", r.name as "roundName",
    a.illustrative
  from keyed_application k join person p on p.id = k.keyed_by join application a on a.id = k.application_id
  join organisation o on o.id = a.lead_id join round r on r.id = a.round_id
  join fund f on f.id = r.fund_id`

export async function keyedByReference(db: Database | Tx, reference: string): Promise<KeyedPlace | undefined> {
  const { rows } = await sql<KeyedPlace>`${places} where a.reference = ${reference}`.execute(db)
  return rows[0]
}

/** The one whose applicant was sent this link; it is held until the transaction ends. */
export async function keyedByToken(db: Database | Tx, tokenHash: string): Promise<KeyedPlace | undefined> {
  const { rows } = await sql<KeyedPlace>`${places} where k.token_hash = ${tokenHash} for update of k`.execute(db)
  return rows[0]
}

/** Every keyed application of a round, the newest first. */
export async function keyedOfRound(db: Database | Tx, roundId: string): Promise<readonly KeyedPlace[]> {
  const { rows } = await sql<KeyedPlace>`
    ${places} where a.round_id = ${roundId}::uuid order by k.keyed_at desc, a.reference limit 500`.execute(db)
  return rows
}

type NewKeyed = Pick<
  KeyedApplication,
  'applicationId' | 'channel' | 'receivedAt' | 'keyedBy' | 'keyedAt' | 'applicantName' | 'applicantEmail'
>

export async function insertKeyed(tx: Tx, row: NewKeyed): Promise<void> {
  await sql`
    insert into keyed_application (application_id, channel, received_at, keyed_by, keyed_at, applicant_name, applicant_email)
    values (${row.applicationId}::uuid, ${row.channel}, ${row.receivedAt}, ${row.keyedBy}::uuid, ${row.keyedAt},
      ${row.applicantName}, ${row.applicantEmail})`.execute(tx)
}

/** Notes that the applicant is asked, with the hash of the only link that answers. */
export async function markTold(tx: Tx, applicationId: string, tokenHash: string, at: Date): Promise<void> {
  await sql`
    update keyed_application set told_at = ${at}, token_hash = ${tokenHash}, disowned_at = null, disowned_because = ''
    where application_id = ${applicationId}::uuid and confirmed_at is null`.execute(tx)
}

/** Keeps the applicant's answer. @param because what is not as they wrote it; undefined when all of it is */
export async function markAnswered(
  tx: Tx,
  applicationId: string,
  because: string | undefined,
  at: Date,
): Promise<void> {
  const theirs = because === undefined
  await sql`
    update keyed_application set confirmed_at = ${theirs ? at : null}::timestamptz,
      disowned_at = ${theirs ? null : at}::timestamptz, disowned_because = ${because ?? ''}
    where application_id = ${applicationId}::uuid`.execute(tx)
}

/** Whether somebody is confirmed as one of a body's own people. */
export async function worksFor(db: Database | Tx, personId: string, organisationId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from membership where person_id = ${personId}::uuid and organisation_id = ${organisationId}
      and state = 'confirmed'`.execute(db)
  return rows.length > 0
}

/** Which of these people are, or were, of the programme team of a fund. */
export async function ofTeam(
  db: Database | Tx,
  fundId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from role_assignment where fund_id = ${fundId}::uuid and role = 'programme-team'
      and person_id = any(${[...personIds]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
