import { sql } from 'kysely'
import type { Claimed, NewRequest, Outcome, RequestKind, RequestProgress } from '../../../core/requests/index.ts'
import type { IsoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { extensionsOf, type KeptExtension } from './extensions.store.ts'
import { type QuestionBack, questionsBack } from './questions.store.ts'

/** A request as lists show it. */
export type ListedRequest = RequestProgress & {
  readonly id: string
  readonly number: number
  readonly kind: RequestKind
  readonly receivedOn: IsoDay
  readonly from: string
  readonly text: string
  readonly applications: readonly string[]
  readonly decision: boolean
  readonly ownerId: string
  readonly owner: string
  /** Since when more time is taken, as the law allows it; null where none is. */
  readonly extendedOn: IsoDay | null
  /** What was answered; null before. */
  readonly outcome: Outcome | null
  readonly published: boolean
}

/** The last day to answer: begun anew where a question back was answered, and extended where it was since. */
const dueOn = sql`coalesce(e.due_on, u.due_on, q.due_on)`

const columns = sql`q.id, q.number, q.kind, q.received_on as "receivedOn", ${dueOn} as "dueOn", q.from_whom as "from",
  q.asked as text, to_jsonb(q.applications) as applications, q.of_decision as decision, q.owner_id as "ownerId",
  coalesce(nullif(o.name, ''), o.email) as owner, coalesce(d.number, 0) as drafts, c.number is not null as cleared,
  w.answered_on as "answeredOn", case when w.request_id is not null then d.outcome end as outcome,
  e.extended_on as "extendedOn", u.waits_since as "waitsSince", exists (select from request_disclosure p where p.request_id = q.id) as published`

const joined = sql`information_request q join person o on o.id = q.owner_id
  left join lateral (select number, outcome from request_draft where request_id = q.id order by number desc limit 1) d on true
  left join request_clearance c on c.request_id = q.id and c.number = d.number
  left join request_answer w on w.request_id = q.id
  left join lateral (select max(a.due_on) as due_on, max(b.asked_on) filter (where a.number is null) as waits_since,
      count(a.number) as heard
    from request_question b left join request_question_answer a on a.request_id = b.request_id and a.number = b.number
    where b.request_id = q.id) u on true
  left join lateral (select extended_on, due_on from request_extension where request_id = q.id and heard = u.heard
    order by number desc limit 1) e on true`

/** How a list is narrowed: by words, a kind, and where requests stand. Each is '' where it does not count. */
export type RequestSearch = {
  readonly query: string
  readonly kind: string
  readonly state: string
}

export const searchStates = ['open', 'late', 'answered', 'published'] as const

const matching = (roundId: string, { query, kind, state }: RequestSearch, today: IsoDay) => sql`
  q.round_id = ${roundId}::uuid
  and (${query} = '' or position(lower(${query}) in lower(q.asked || ' ' || q.from_whom)) > 0
    or upper(${query}) = any(q.applications))
  and (${kind} = '' or q.kind = ${kind})
  and case ${state}
    when 'open' then w.request_id is null
    when 'late' then w.request_id is null and u.waits_since is null and ${dueOn} < ${today}
    when 'answered' then w.request_id is not null
    when 'published' then exists (select from request_disclosure p where p.request_id = q.id)
    else true end`

type Part = { readonly from: number; readonly rows: number }

/** Requests of a round, those to answer first by when they are due, then the newest. */
export async function requestsOf(
  db: Database,
  roundId: string,
  search: RequestSearch,
  today: IsoDay,
  { from, rows: most }: Part,
): Promise<readonly ListedRequest[]> {
  const { rows } = await sql<ListedRequest>`
    select ${columns} from ${joined} where ${matching(roundId, search, today)}
    order by w.request_id is not null, case when w.request_id is null then ${dueOn} end, q.number desc
    limit ${most} offset ${from}`.execute(db)
  return rows
}

/** How many there are of them, and how many of all that the round has are open and late. */
export async function countRequests(
  db: Database,
  roundId: string,
  search: RequestSearch,
  today: IsoDay,
): Promise<{ readonly matching: number; readonly all: number; readonly open: number; readonly late: number }> {
  const { rows } = await sql<{ matching: number; all: number; open: number; late: number }>`
    select (select count(*) from ${joined} where ${matching(roundId, search, today)}) as matching, count(*) as "all",
      count(*) filter (where w.request_id is null) as open,
      count(*) filter (where w.request_id is null and u.waits_since is null and ${dueOn} < ${today}) as late
    from ${joined} where q.round_id = ${roundId}::uuid`.execute(db)
  return rows[0] ?? { matching: 0, all: 0, open: 0, late: 0 }
}

/** What everybody is told of the requests of a round under the laws on information: how many, and how they were dealt with. */
export type PublicCounts = Readonly<Record<'received' | 'answered' | 'inTime' | 'extended' | 'withheld', number>>

export async function publicCounts(db: Database, roundId: string): Promise<PublicCounts> {
  const { rows } = await sql<PublicCounts>`
    select count(*) as received, count(w.request_id) as answered,
      count(w.request_id) filter (where w.answered_on <= ${dueOn}) as "inTime",
      count(*) filter (where exists (select from request_extension x where x.request_id = q.id)) as extended,
      count(w.request_id) filter (where d.outcome in ('told-in-part', 'refused')) as withheld
    from ${joined} where q.round_id = ${roundId}::uuid and q.kind in ('foi', 'eir')`.execute(db)
  return rows[0] ?? { received: 0, answered: 0, inTime: 0, extended: 0, withheld: 0 }
}

export type KeptDraft = {
  readonly number: number
  readonly outcome: Outcome
  readonly answer: string
  readonly claimed: readonly Claimed[]
  readonly savedAt: Date
  readonly savedBy: string
  readonly savedByName: string
  readonly clearedByName: string | null
  readonly clearedAt: Date | null
}

export type Disclosure = {
  readonly number: number
  readonly asked: string
  readonly answer: string
  readonly publishedAt: Date
}

/** A request with every draft and everything that was published of it, the first first. */
export type KeptRequest = ListedRequest & {
  readonly draftsKept: readonly KeptDraft[]
  readonly disclosures: readonly Disclosure[]
  readonly questions: readonly QuestionBack[]
  readonly extensions: readonly KeptExtension[]
}

/** One of the requests of a round. */
export async function requestByNumber(
  db: Database | Tx,
  roundId: string,
  number: number,
): Promise<KeptRequest | undefined> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_000_000_000) return undefined
  const { rows } = await sql<ListedRequest>`
    select ${columns} from ${joined} where q.round_id = ${roundId}::uuid and q.number = ${number}`.execute(db)
  const [request] = rows
  if (request === undefined) return undefined
  const { rows: draftsKept } = await sql<KeptDraft>`
    select d.number, d.outcome, d.answer, d.claimed, d.saved_at as "savedAt", d.saved_by as "savedBy",
      coalesce(nullif(s.name, ''), s.email) as "savedByName", coalesce(nullif(y.name, ''), y.email) as "clearedByName",
      c.cleared_at as "clearedAt"
    from request_draft d join person s on s.id = d.saved_by
      left join request_clearance c on c.request_id = d.request_id and c.number = d.number
      left join person y on y.id = c.cleared_by
    where d.request_id = ${request.id}::uuid order by d.number`.execute(db)
  const { rows: disclosures } = await sql<Disclosure>`
    select number, asked, answer, published_at as "publishedAt" from request_disclosure
    where request_id = ${request.id}::uuid order by number`.execute(db)
  const questions = await questionsBack(db, request.id)
  return { ...request, draftsKept, disclosures, questions, extensions: await extensionsOf(db, request.id) }
}

/** Holds a request: whatever else is done about it waits until the transaction ends. */
export async function lockRequest(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from information_request where id = ${id}::uuid for update`.execute(tx)
}

/** Logs a request. The caller holds the round, so that no other takes its number. @returns its number */
export async function insertRequest(
  tx: Tx,
  request: NewRequest & { readonly id: string; readonly roundId: string; readonly at: Date; readonly by: string },
): Promise<number> {
  const { id, roundId, kind, receivedOn, dueOn, from, text, applications, decision, at, by } = request
  const { rows } = await sql<{ number: number }>`
    insert into information_request (id, round_id, number, kind, received_on, due_on, from_whom, asked, applications,
      of_decision, owner_id, logged_at, logged_by)
    select ${id}::uuid, ${roundId}::uuid, coalesce(max(number), 0) + 1, ${kind}, ${receivedOn}, ${dueOn}, ${from}, ${text},
      ${[...applications]}::text[], ${decision}, ${by}::uuid, ${at}, ${by}::uuid
    from information_request where round_id = ${roundId}::uuid returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

export async function updateOwner(tx: Tx, id: string, personId: string): Promise<void> {
  await sql`update information_request set owner_id = ${personId}::uuid where id = ${id}::uuid`.execute(tx)
}

/** References of the applications of a round that were submitted. */
export async function referencesOf(db: Database | Tx, roundId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ reference: string }>`
    select reference from application where round_id = ${roundId}::uuid and state <> 'draft' and mode = 'live'`.execute(
    db,
  )
  return new Set(rows.map(({ reference }) => reference))
}
