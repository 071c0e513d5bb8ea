import { sql } from 'kysely'
import type { Expertise } from '../../../core/assessment/index.ts'
import { noExpertise } from '../../../core/assessment/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

export type AssessorState = 'invited' | 'accepted' | 'declined' | 'ended'

/** Somebody asked to assess in a round. `loadWanted`: the most they offer to read; null for as many as everybody. */
export type Assessor = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly state: AssessorState
  readonly invitedAt: Date
  readonly answeredAt: Date | null
  readonly expertise: Expertise
  readonly loadWanted: number | null
  readonly interestsConfirmedAt: Date | null
  readonly endedReason: string
}

type Row = Omit<Assessor, 'expertise'> & { readonly expertise: Partial<Expertise> }

const whole = (row: Row): Assessor => ({ ...row, expertise: { ...noExpertise, ...row.expertise } })

const columns = sql`s.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, p.email, s.state,
  s.invited_at as "invitedAt", s.answered_at as "answeredAt", s.expertise, s.load_wanted as "loadWanted",
  s.interests_confirmed_at as "interestsConfirmedAt", s.ended_reason as "endedReason"`

/** Everybody who was asked to assess in a round, by name. */
export async function assessorsOf(db: Database | Tx, roundId: string): Promise<readonly Assessor[]> {
  const { rows } = await sql<Row>`
    select ${columns} from assessor s join person p on p.id = s.person_id
    where s.round_id = ${roundId}::uuid order by name, p.email`.execute(db)
  return rows.map(whole)
}

export async function assessorOf(db: Database | Tx, roundId: string, personId: string): Promise<Assessor | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from assessor s join person p on p.id = s.person_id
    where s.round_id = ${roundId}::uuid and s.person_id::text = ${personId}`.execute(db)
  return rows[0] && whole(rows[0])
}

/** What assessors would like to read, by reference. */
export async function bidsByPerson(
  db: Database | Tx,
  roundId: string,
): Promise<ReadonlyMap<string, Readonly<Record<string, 'yes' | 'maybe' | 'no'>>>> {
  const { rows } = await sql<{ personId: string; bids: Record<string, 'yes' | 'maybe' | 'no'> }>`
    select b.person_id as "personId", jsonb_object_agg(a.reference, b.bid) as bids
    from assessor_bid b join application a on a.id = b.application_id
    where a.round_id = ${roundId}::uuid group by b.person_id`.execute(db)
  return new Map(rows.map(({ personId, bids }) => [personId, bids]))
}

/** Asks somebody, or asks again who has declined or ended. @returns false when they are asked or have accepted already */
export async function insertAssessor(
  tx: Tx,
  row: { readonly roundId: string; readonly personId: string; readonly at: Date; readonly by: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    insert into assessor as s (round_id, person_id, state, invited_at, invited_by)
    values (${row.roundId}::uuid, ${row.personId}::uuid, 'invited', ${row.at}, ${row.by}::uuid)
    on conflict (round_id, person_id) do update set state = 'invited', invited_at = excluded.invited_at,
      invited_by = excluded.invited_by, answered_at = null, ended_at = null, ended_reason = ''
    where s.state in ('declined', 'ended') returning person_id`.execute(tx)
  return rows.length === 1
}

type Key = { readonly roundId: string; readonly personId: string }

/** Moves an assessor from one state to another. @returns false when they were not in it */
export async function moveAssessor(
  tx: Tx,
  { roundId, personId }: Key,
  move: { readonly from: AssessorState; readonly to: AssessorState; readonly at: Date; readonly reason?: string },
): Promise<boolean> {
  const { from, to, at, reason = '' } = move
  const { rows } = await sql`
    update assessor set state = ${to}, answered_at = case when ${to} = 'ended' then answered_at else ${at}::timestamptz end,
      ended_at = case when ${to} = 'ended' then ${at}::timestamptz end, ended_reason = ${reason}
    where round_id = ${roundId}::uuid and person_id = ${personId}::uuid and state = ${from} returning person_id`.execute(
    tx,
  )
  return rows.length === 1
}

export async function saveExpertise(
  tx: Tx,
  { roundId, personId }: Key,
  { expertise, loadWanted }: Pick<Assessor, 'expertise' | 'loadWanted'>,
): Promise<void> {
  await sql`
    update assessor set expertise = ${JSON.stringify(expertise)}::jsonb, load_wanted = ${loadWanted}
    where round_id = ${roundId}::uuid and person_id = ${personId}::uuid`.execute(tx)
}

export async function markInterestsConfirmed(tx: Tx, { roundId, personId }: Key, at: Date): Promise<void> {
  await sql`
    update assessor set interests_confirmed_at = ${at}
    where round_id = ${roundId}::uuid and person_id = ${personId}::uuid`.execute(tx)
}

export async function saveBids(
  tx: Tx,
  personId: string,
  bids: readonly { readonly applicationId: string; readonly bid: 'yes' | 'maybe' | 'no' }[],
  at: Date,
): Promise<void> {
  await sql`
    insert into assessor_bid (application_id, person_id, bid, bid_at)
    select "applicationId", ${personId}::uuid, bid, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(bids)}::jsonb) as row ("applicationId" uuid, bid text)
    on conflict (application_id, person_id) do update set bid = excluded.bid, bid_at = excluded.bid_at`.execute(tx)
}

/** The role that somebody holds as an assessor of a fund, if they do. */
export async function assessorRoleOf(tx: Tx, fundId: string, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from role_assignment where fund_id = ${fundId}::uuid and person_id = ${personId}::uuid
      and role = 'assessor' and ended_at is null`.execute(tx)
  return rows[0]?.id
}

/** Whether somebody assesses in another round of the fund: then the role stays. */
export async function assessesElsewhere(tx: Tx, fundId: string, { roundId, personId }: Key): Promise<boolean> {
  const { rows } = await sql`
    select from assessor s join round r on r.id = s.round_id
    where r.fund_id = ${fundId}::uuid and s.person_id = ${personId}::uuid and s.state = 'accepted'
      and s.round_id <> ${roundId}::uuid`.execute(tx)
  return rows.length > 0
}

/** A round whose invitation to assess waits for an answer (`invited`), or whose interests are not confirmed (`accepted`). */
export type AssessorToAnswer = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  readonly state: 'invited' | 'accepted'
}

/** The rounds in which something is asked of somebody before they are given anything: until the shortlist is frozen. */
export async function roundsAskedToAssess(db: Database | Tx, personId: string): Promise<readonly AssessorToAnswer[]> {
  const { rows } = await sql<AssessorToAnswer>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName", s.state
    from assessor s join round r on r.id = s.round_id join fund f on f.id = r.fund_id
    where s.person_id = ${personId}::uuid and not exists (select from shortlist l where l.round_id = r.id)
      and (s.state = 'invited' or (s.state = 'accepted' and s.interests_confirmed_at is null))
    order by s.invited_at, r.id`.execute(db)
  return rows
}

/** A round whose assessors say by title what they would like to read, before anybody is given anything. */
export type BiddingRound = {
  readonly fund: string
  readonly fundName: string
  readonly round: string
  readonly roundName: string
  /** Of how many applications this person has said it. */
  readonly said: number
}

/** The rounds of some funds in which this person can say what they would like to read: one statement. */
export async function biddingRounds(
  db: Database | Tx,
  personId: string,
  fundIds: readonly string[],
): Promise<readonly BiddingRound[]> {
  if (fundIds.length === 0) return []
  const { rows } = await sql<BiddingRound>`
    select f.slug as fund, f.name as "fundName", r.slug as round, r.name as "roundName",
      (select count(*) from assessor_bid b join application a on a.id = b.application_id
        where a.round_id = r.id and b.person_id = s.person_id) as said
    from assessor s join round r on r.id = s.round_id join fund f on f.id = r.fund_id
    where s.person_id = ${personId}::uuid and s.state = 'accepted' and r.fund_id = any(${fundIds}::uuid[])
      and (select (d.document::jsonb #>> '{mechanics,assignment,bidding}')::boolean from sealed_rules d
        where d.round_id = r.id order by d.version desc limit 1)
      and not exists (select from assessment m where m.round_id = r.id and m.opened_at is not null)
      and not exists (select from assignment g join application a on a.id = g.application_id
        where a.round_id = r.id and g.person_id = s.person_id and g.ended_at is null)
      and exists (select from application a join application_sift i on i.application_id = a.id
        where a.round_id = r.id and a.state = 'submitted' and a.mode = 'live' and i.eligibility = 'eligible'
          and i.scope = 'in-scope')
    order by f.name, r.name, r.id`.execute(db)
  return rows
}
