import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody of the panel of a round. `saidAt`: when they last said of every half-day whether they can come; null: not yet. */
export type PanelMember = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly chair: boolean
  /** Service areas and delivery models that they know. */
  readonly expertise: readonly string[]
  readonly mostSessions: number | null
  /** When they can come: see `halfDayOf`. */
  readonly halfDays: readonly string[]
  readonly saidAt: Date | null
  /** When they last said that their interests are all there; null: not yet. */
  readonly interestsConfirmedAt: Date | null
}

/** Who sits on the panel, by name; without those whose part has ended. */
export async function panelOf(db: Database | Tx, roundId: string): Promise<readonly PanelMember[]> {
  const { rows } = await sql<PanelMember>`
    select m.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, p.email, m.chair, m.expertise,
      m.most_sessions as "mostSessions", m.half_days as "halfDays", m.said_at as "saidAt",
      m.interests_confirmed_at as "interestsConfirmedAt"
    from panel_member m join person p on p.id = m.person_id
    where m.round_id = ${roundId}::uuid and m.ended_at is null order by 2, 1`.execute(db)
  return rows
}

/** Puts somebody on the panel, also again. */
export async function insertPanelMember(
  tx: Tx,
  member: {
    readonly roundId: string
    readonly personId: string
    readonly chair: boolean
    readonly at: Date
    readonly by: string | null
  },
): Promise<void> {
  const { roundId, personId, chair, at, by } = member
  await sql`
    insert into panel_member (round_id, person_id, chair, added_at, added_by)
    values (${roundId}::uuid, ${personId}::uuid, ${chair}, ${at}, ${by}::uuid)
    on conflict (round_id, person_id) do update set chair = excluded.chair, ended_at = null`.execute(tx)
}

/** What was said of one member: all of it at once. */
export type SaidOfMember = Pick<PanelMember, 'chair' | 'expertise' | 'mostSessions' | 'halfDays'>

export async function updatePanelMember(
  tx: Tx,
  key: { readonly roundId: string; readonly personId: string },
  said: SaidOfMember & { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    update panel_member set chair = ${said.chair}, expertise = ${[...said.expertise]}::text[],
      most_sessions = ${said.mostSessions}, half_days = ${[...said.halfDays]}::text[], said_at = ${said.at},
      said_by = ${said.by}::uuid
    where round_id = ${key.roundId}::uuid and person_id = ${key.personId}::uuid`.execute(tx)
}

export async function endPanelMember(tx: Tx, roundId: string, personId: string, at: Date): Promise<void> {
  await sql`
    update panel_member set ended_at = ${at}
    where round_id = ${roundId}::uuid and person_id = ${personId}::uuid and ended_at is null`.execute(tx)
}

export async function markPanelInterestsConfirmed(
  tx: Tx,
  { roundId, personId, at }: { readonly roundId: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  await sql`
    update panel_member set interests_confirmed_at = ${at}
    where round_id = ${roundId}::uuid and person_id = ${personId}::uuid`.execute(tx)
}

/** Has members say again when they can come: what they said before stays. @returns those who had said it */
export async function askPanelAgain(
  tx: Tx,
  roundId: string,
): Promise<readonly Pick<PanelMember, 'personId' | 'email'>[]> {
  const { rows } = await sql<Pick<PanelMember, 'personId' | 'email'>>`
    update panel_member m set said_at = null from person p
    where m.round_id = ${roundId}::uuid and m.ended_at is null and m.said_at is not null and p.id = m.person_id
    returning m.person_id as "personId", p.email`.execute(tx)
  return rows
}

/** The rounds on whose panel somebody is. */
export async function roundsOnPanel(tx: Tx, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select round_id as id from panel_member where person_id = ${personId}::uuid and ended_at is null
    order by round_id`.execute(tx)
  return rows.map(({ id }) => id)
}
