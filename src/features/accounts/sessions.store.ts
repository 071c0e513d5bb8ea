import { sql } from 'kysely'
import type { HeldRole, Membership, SignedIn } from '../../core/permissions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { hashToken, isToken } from '../../platform/sign-in/token.ts'

/** A session ends this long after it was last used. */
export const idleMinutes = 30
/** A session ends this long after it began, however much it is used. */
export const longestHours = 12

const idleMilliseconds = idleMinutes * 60_000

type ActorRow = {
  readonly sessionId: string
  readonly lastSeenAt: Date
  readonly personId: string
  readonly email: string
  readonly name: string
  readonly hasAuthenticator: boolean
  readonly secondStepPassed: boolean
  readonly roles: readonly HeldRole[] | null
  readonly memberships: readonly Membership[] | null
}

/**
 * Who holds this session, if it is good: with their roles and memberships, in one statement, because every request asks.
 * Once a minute a second one notes that the session is in use; in the first it would cost every request a third more.
 *
 * @param token as the cookie has it
 * @returns undefined for a session that is unknown, ended, idle for 30 minutes or older than 12 hours
 */
export async function findActor(db: Database, token: string, at: Date): Promise<SignedIn | undefined> {
  if (!isToken(token)) return undefined
  const { rows } = await sql<ActorRow>`
    select s.id as "sessionId", s.last_seen_at as "lastSeenAt", p.id as "personId", p.email, p.name,
      p.totp_secret is not null as "hasAuthenticator", s.totp_at is not null as "secondStepPassed",
      (select jsonb_agg(jsonb_build_object('role', r.role, 'fundId', r.fund_id, 'organisationId', r.organisation_id)
          order by r.assigned_at, r.id)
        from role_assignment r where r.person_id = p.id and r.ended_at is null) as roles,
      (select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'state', m.state)
          order by m.requested_at, m.organisation_id)
        from membership m where m.person_id = p.id and m.state in ('requested', 'confirmed')) as memberships
    from session s join person p on p.id = s.person_id
    where s.token_hash = ${hashToken(token)} and s.ended_at is null and s.expires_at > ${at}
      and s.last_seen_at > ${new Date(at.getTime() - idleMilliseconds)}`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  if (at.getTime() - row.lastSeenAt.getTime() >= 60_000) {
    await sql`
      update session set last_seen_at = ${at} where id = ${row.sessionId}::uuid and last_seen_at < ${at}`.execute(db)
  }
  return actorOf(row)
}

function actorOf(row: ActorRow): SignedIn {
  const { sessionId, personId, email, name } = row
  const heldRoles = row.roles ?? []
  const memberships = row.memberships ?? []
  return { kind: 'person', personId, sessionId, email, name, heldRoles, memberships, secondStep: secondStepOf(row) }
}

function secondStepOf({ roles, secondStepPassed, hasAuthenticator }: ActorRow): SignedIn['secondStep'] {
  if (roles === null) return 'not-needed'
  if (secondStepPassed) return 'passed'
  return hasAuthenticator ? 'due' : 'to-set-up'
}

/** A session as it begins. Only the hash of its token is kept. */
export type NewSession = {
  readonly id: string
  readonly token: string
  readonly personId: string
  readonly at: Date
  readonly expiresAt: Date
  /** What the browser calls itself. */
  readonly browser: string
  readonly secondStepAt: Date | null
}

export async function insertSession(tx: Database | Tx, session: NewSession): Promise<void> {
  await sql`
    insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at, browser, totp_at)
    values (${session.id}::uuid, ${hashToken(session.token)}, ${session.personId}::uuid, ${session.at}, ${session.at},
      ${session.expiresAt}, ${session.browser}, ${session.secondStepAt})`.execute(tx)
}

/** A session as its holder sees it. */
export type OpenSession = {
  readonly id: string
  readonly browser: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

/** Somebody's sessions that are still good, the last used first. */
export async function openSessions(db: Database, personId: string, at: Date): Promise<readonly OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select id, browser, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
    from session
    where person_id = ${personId}::uuid and ended_at is null and expires_at > ${at}
      and last_seen_at > ${new Date(at.getTime() - idleMilliseconds)}
    order by last_seen_at desc, id`.execute(db)
  return rows
}

/** Ends one session of this person. @returns its row as it was, undefined if it is not theirs or has ended */
export async function markSessionEnded(
  tx: Tx,
  personId: string,
  sessionId: string,
  at: Date,
): Promise<Pick<OpenSession, 'browser' | 'expiresAt'> | undefined> {
  const { rows } = await sql<Pick<OpenSession, 'browser' | 'expiresAt'>>`
    update session set ended_at = ${at}
    where id::text = ${sessionId} and person_id = ${personId}::uuid and ended_at is null
    returning browser, expires_at as "expiresAt"`.execute(tx)
  return rows[0]
}

/** Ends all sessions of this person. @returns how many there were */
export async function markAllSessionsEnded(tx: Tx, personId: string, at: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update session set ended_at = ${at} where person_id = ${personId}::uuid and ended_at is null
    returning id`.execute(tx)
  return rows.length
}

/** The authenticator of a person, as sealed, and the last step that was taken from it. */
export type StoredAuthenticator = { readonly sealedSecret: string | null; readonly lastStep: number | null }

/** The authenticator of a person, who is held until the transaction ends: codes that are tried at once are tried one by one. */
export async function lockAuthenticatorOf(tx: Tx, personId: string): Promise<StoredAuthenticator> {
  const { rows } = await sql<StoredAuthenticator>`
    select totp_secret as "sealedSecret", totp_last_step as "lastStep" from person
    where id = ${personId}::uuid for no key update`.execute(tx)
  return rows[0] ?? { sealedSecret: null, lastStep: null }
}

/** Takes a step, forward only. @returns false if it, or a later one, was taken before: by another request, just now */
export async function takeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update person set totp_last_step = ${step}::bigint
    where id = ${personId}::uuid and (totp_last_step is null or totp_last_step < ${step}::bigint) returning id`.execute(
    tx,
  )
  return rows.length === 1
}

/** Keeps a new secret with the step that proved it. @returns false if the person has one already */
export async function keepAuthenticator(
  tx: Tx,
  personId: string,
  sealedSecret: string,
  step: number,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update person set totp_secret = ${sealedSecret}, totp_last_step = ${step}::bigint
    where id = ${personId}::uuid and totp_secret is null returning id`.execute(tx)
  return rows.length === 1
}

export async function forgetAuthenticator(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update person set totp_secret = null, totp_last_step = null
    where id = ${personId}::uuid and totp_secret is not null returning id`.execute(tx)
  return rows.length === 1
}

/** Counts a wrong code against a session. */
export async function countWrongCode(tx: Tx, sessionId: string): Promise<void> {
  await sql`update session set wrong_codes = wrong_codes + 1 where id = ${sessionId}::uuid`.execute(tx)
}

/** Wrong authenticator codes in sessions of this person that began since then. */
export async function wrongCodesSince(db: Database, personId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(wrong_codes), 0)::int as count from session
    where person_id = ${personId}::uuid and created_at > ${since}`.execute(db)
  return rows[0]?.count ?? 0
}
