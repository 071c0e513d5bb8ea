import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type WrongCodes, wrongCodesFor } from './count-wrong-codes.ts'

/** The link and the code are good for so long. */
export const requestMinutes = 30
/** After so many wrong codes the code of a request is no longer taken. */
export const mostWrongCodes = 5

/** A request to sign in as it is kept: nothing in it signs anybody in. */
export type NewSignInRequest = {
  readonly id: string
  readonly email: string
  readonly tokenHash: string
  readonly codeHash: string
  readonly browserHash: string
  readonly ipHash: string
  readonly returnTo: string | null
  readonly at: Date
  readonly expiresAt: Date
}

/** What was asked and guessed lately. */
export type Lately = {
  readonly forEmail: number
  readonly fromIp: number
  readonly oldestForEmail: Date | null
  /** Those of the address in a day. */
  readonly wrong: readonly WrongCodes[]
}

const wrongOf = (email: ReturnType<typeof sql>, at: Date) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('askedAt', w.created_at, 'wrongCodes', w.wrong_codes)), '[]')
  from sign_in_request w where w.email = ${email} and w.wrong_codes > 0
    and w.created_at > ${new Date(at.getTime() - wrongCodesFor)}) as wrong`

/**
 * How many were made since then for one address, and from one place; and the wrong codes of the address. Holds the
 * address until the transaction ends.
 */
export async function countRequests(
  tx: Tx,
  request: Pick<NewSignInRequest, 'email' | 'ipHash' | 'at'>,
  since: Date,
): Promise<Lately> {
  const { email, ipHash, at } = request
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${email}`}, 0))`.execute(tx)
  const { rows } = await sql<Lately>`
    select ${wrongOf(sql`${email}`, at)},
      (select count(*) from sign_in_request where email = ${email} and created_at > ${since}) as "forEmail",
      (select min(created_at) from sign_in_request where email = ${email} and created_at > ${since})
        as "oldestForEmail",
      (select count(*) from sign_in_request where ip_hash = ${ipHash} and created_at > ${since}) as "fromIp"`.execute(
    tx,
  )
  return rows[0] ?? { forEmail: 0, fromIp: 0, oldestForEmail: null, wrong: [] }
}

export async function insertRequest(tx: Tx, request: NewSignInRequest): Promise<void> {
  await sql`
    insert into sign_in_request
      (id, email, token_hash, code_hash, browser_hash, ip_hash, return_to, created_at, expires_at)
    values (${request.id}::uuid, ${request.email}, ${request.tokenHash}, ${request.codeHash}, ${request.browserHash},
      ${request.ipHash}, ${request.returnTo}, ${request.at}, ${request.expiresAt})`.execute(tx)
}

/** What a link leads to. */
export type RequestOfLink = {
  readonly id: string
  readonly email: string
  readonly returnTo: string | null
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

const linkColumns = sql`id, email, return_to as "returnTo", expires_at as "expiresAt", used_at as "usedAt"`

export async function requestByToken(db: Database, tokenHash: string): Promise<RequestOfLink | undefined> {
  const { rows } = await sql<RequestOfLink>`
    select ${linkColumns} from sign_in_request where token_hash = ${tokenHash}`.execute(db)
  return rows[0]
}

/** Uses a request up, once: of two at the same moment, one gets it. */
export async function useRequest(
  tx: Tx,
  id: string,
  at: Date,
): Promise<Pick<RequestOfLink, 'email' | 'returnTo'> | undefined> {
  const { rows } = await sql<RequestOfLink>`
    update sign_in_request set used_at = ${at}
    where id = ${id}::uuid and used_at is null and expires_at > ${at} returning ${linkColumns}`.execute(tx)
  return rows[0]
}

/** A request as the page that waits for its code shows it. */
export type NewestRequest = Pick<RequestOfLink, 'email' | 'returnTo'> & Pick<Lately, 'wrong'>

/** The newest request of a browser that is still good: whom the page names. */
export async function newestRequestOf(db: Database, browserHash: string, at: Date): Promise<NewestRequest | undefined> {
  const { rows } = await sql<NewestRequest>`
    select r.email, r.return_to as "returnTo", ${wrongOf(sql`r.email`, at)} from sign_in_request r
    where browser_hash = ${browserHash} and used_at is null and expires_at > ${at}
    order by created_at desc, id desc limit 1`.execute(db)
  return rows[0]
}

/** A request of the address whose codes are typed. */
export type CodeToMatch = WrongCodes & {
  readonly id: string
  readonly codeHash: string
  /** Whether its code may still be typed in this browser. */
  readonly good: boolean
}

/**
 * The requests of a day for the address that a browser asked for last: those whose codes may be typed here, and those
 * for which wrong ones were. They are locked, in whatever browser: guesses made at once are counted one by one.
 * A second code does not put the first out of use: mails overtake each other.
 */
export async function lockRequestsOf(tx: Tx, browserHash: string, at: Date): Promise<readonly CodeToMatch[]> {
  const { rows } = await sql<CodeToMatch>`
    select id, code_hash as "codeHash", wrong_codes as "wrongCodes", created_at as "askedAt",
      browser_hash = ${browserHash} and used_at is null and expires_at > ${at} as good
    from sign_in_request
    where email = (select email from sign_in_request where browser_hash = ${browserHash} and used_at is null
        and expires_at > ${at} order by created_at desc, id desc limit 1)
      and created_at > ${new Date(at.getTime() - wrongCodesFor)}
      and (wrong_codes > 0 or (used_at is null and expires_at > ${at}))
    order by id for update`.execute(tx)
  return rows
}

export async function countWrongGuess(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update sign_in_request set wrong_codes = wrong_codes + 1
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(tx)
}
