import { sql } from 'kysely'
import type { Invitation, InvitationCount, InvitationResponse } from '../../core/rounds/invitation.ts'
import type { Contact } from '../../core/rounds/read-contacts.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

const columns = sql`i.organisation_id as "organisationId", o.gss_code as "gssCode", o.name, o.kind, o.region, i.email,
  i.invited_at as "invitedAt", i.sent_at as "sentAt", i.reminded_at as "remindedAt", i.response,
  i.responded_at as "respondedAt"`

/** Everyone who was invited to a round, by name: one statement. */
export async function invitationsOf(db: Database | Tx, roundId: string): Promise<readonly Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation i join organisation o on o.id = i.organisation_id
    where i.round_id = ${roundId}::uuid order by o.name, o.id`.execute(db)
  return rows
}

/** The counts of several rounds, by round; a round that invited nobody is not there. */
export async function invitationCountsOf(
  db: Database | Tx,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, InvitationCount>> {
  const { rows } = await sql<InvitationCount & { roundId: string }>`
    select round_id as "roundId", count(*) as invited,
      count(*) filter (where response = 'interested') as interested,
      count(*) filter (where response = 'not-this-time') as "notThisTime",
      count(*) filter (where response = 'none') as "noAnswer"
    from invitation where round_id = any(${[...roundIds]}::uuid[]) group by round_id`.execute(db)
  return new Map(rows.map(({ roundId, ...count }) => [roundId, count]))
}

/** Invites those that are not invited yet, with the addresses that are known. @returns how many that were */
export async function insertInvitations(
  tx: Tx,
  roundId: string,
  contacts: readonly Contact[],
  by: { readonly personId: string | null; readonly at: Date },
): Promise<number> {
  const { rows } = await sql`
    insert into invitation (round_id, organisation_id, email, invited_at, invited_by)
    select ${roundId}::uuid, c."organisationId", c.email, ${by.at}, ${by.personId}::uuid
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as c ("organisationId" text, email text)
    on conflict (round_id, organisation_id) do nothing returning organisation_id`.execute(tx)
  return rows.length
}

/** Sets addresses of bodies that are invited. A new address gets a message of its own. @returns how many changed */
export async function updateContacts(tx: Tx, roundId: string, contacts: readonly Contact[]): Promise<number> {
  const { rows } = await sql`
    update invitation i set email = c.email, sent_at = null
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as c ("organisationId" text, email text)
    where i.round_id = ${roundId}::uuid and i.organisation_id = c."organisationId" and i.email <> c.email
    returning i.organisation_id`.execute(tx)
  return rows.length
}

/** An invitation whose message is to be written. */
export type ToSend = { readonly organisationId: string; readonly name: string; readonly email: string }

/** Those with an address to which nothing has gone yet; held until the transaction ends, so that none is sent twice. */
export async function lockUnsent(tx: Tx, roundId: string, most: number): Promise<readonly ToSend[]> {
  const { rows } = await sql<ToSend>`
    select i.organisation_id as "organisationId", o.name, i.email
    from invitation i join organisation o on o.id = i.organisation_id
    where i.round_id = ${roundId}::uuid and i.sent_at is null and i.email <> '' and i.response = 'none'
    order by i.organisation_id limit ${most} for update of i skip locked`.execute(tx)
  return rows
}

/** Those that were sent one before `askedAt`, have not answered and have not been reminded since. */
export async function lockUnanswered(tx: Tx, roundId: string, askedAt: Date, most: number): Promise<readonly ToSend[]> {
  const { rows } = await sql<ToSend>`
    select i.organisation_id as "organisationId", o.name, i.email
    from invitation i join organisation o on o.id = i.organisation_id
    where i.round_id = ${roundId}::uuid and i.sent_at <= ${askedAt} and i.email <> '' and i.response = 'none'
      and (i.reminded_at is null or i.reminded_at < ${askedAt})
    order by i.organisation_id limit ${most} for update of i skip locked`.execute(tx)
  return rows
}

/** @param tokens the hash of each body's token, by the body's id */
export async function markWritten(
  tx: Tx,
  roundId: string,
  tokens: readonly { readonly organisationId: string; readonly tokenHash: string }[],
  written: { readonly at: Date; readonly reminder: boolean },
): Promise<void> {
  const { at, reminder } = written
  await sql`
    update invitation i set token_hash = t."tokenHash",
      sent_at = case when ${reminder} then i.sent_at else ${at} end,
      reminded_at = case when ${reminder} then ${at} else i.reminded_at end
    from jsonb_to_recordset(${JSON.stringify(tokens)}::jsonb) as t ("organisationId" text, "tokenHash" text)
    where i.round_id = ${roundId}::uuid and i.organisation_id = t."organisationId"`.execute(tx)
}

/** What the holder of a token is asked. */
export type InvitationByToken = {
  readonly roundId: string
  readonly organisationId: string
  readonly organisationName: string
  readonly response: InvitationResponse
}

export async function invitationByToken(db: Database | Tx, tokenHash: string): Promise<InvitationByToken | undefined> {
  const { rows } = await sql<InvitationByToken>`
    select i.round_id as "roundId", i.organisation_id as "organisationId", o.name as "organisationName", i.response
    from invitation i join organisation o on o.id = i.organisation_id where i.token_hash = ${tokenHash}`.execute(db)
  return rows[0]
}

export async function updateResponse(
  tx: Tx,
  invitation: Pick<InvitationByToken, 'roundId' | 'organisationId'>,
  response: InvitationResponse,
  at: Date,
): Promise<void> {
  await sql`
    update invitation set response = ${response}, responded_at = ${at}
    where round_id = ${invitation.roundId}::uuid and organisation_id = ${invitation.organisationId}`.execute(tx)
}
