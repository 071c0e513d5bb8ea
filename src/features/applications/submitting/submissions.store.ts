import { type RawBuilder, sql } from 'kysely'
import type { FrozenApplication } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** `content` is all that was sent: whose it is, the questions as asked, the answers, the declaration. `sha256` is of its canonical JSON. */
export type Submission = {
  readonly id: string
  readonly applicationId: string
  /** 1, 2, 3, …: a resubmission is a new one, and the earlier ones stay. */
  readonly number: number
  /** When the request reached the server: what counts against the deadline. */
  readonly receivedAt: Date
  readonly submittedBy: string
  readonly content: FrozenApplication
  readonly sha256: string
  readonly outcome: Outcome | null
  readonly withdrawnAt: Date | null
}

export type Outcome = 'pass' | 'pass-with-caveats' | 'fail'

const submissionColumns = sql`s.id, s.application_id as "applicationId", s.number, s.received_at as "receivedAt",
  s.submitted_by as "submittedBy", s.content, s.sha256, s.outcome, s.withdrawn_at as "withdrawnAt"`

/** The submission that stands, or the latest that stood. */
export async function latestSubmission(db: Database | Tx, applicationId: string): Promise<Submission | undefined> {
  const { rows } = await sql<Submission>`
    select ${submissionColumns} from submission s
    where s.application_id = ${applicationId}::uuid order by s.number desc limit 1`.execute(db)
  return rows[0]
}

/** Adds the next submission of the application, whose row the caller holds. @returns its number */
export async function insertSubmission(
  tx: Tx,
  row: Omit<Submission, 'number' | 'withdrawnAt'>,
): Promise<{ readonly number: number }> {
  const { rows } = await sql<{ number: number }>`
    insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
    select ${row.id}::uuid, ${row.applicationId}::uuid, coalesce(max(number), 0) + 1, ${row.receivedAt}::timestamptz,
      ${row.submittedBy}::uuid, ${JSON.stringify(row.content)}::jsonb, ${row.sha256}, ${row.outcome}
    from submission where application_id = ${row.applicationId}::uuid returning number`.execute(tx)
  const inserted = rows[0]
  if (inserted === undefined) throw new Error('a submission was not written')
  return inserted
}

export async function markSubmissionWithdrawn(tx: Tx, id: string, at: Date, personId: string): Promise<void> {
  await sql`update submission set withdrawn_at = ${at}, withdrawn_by = ${personId}::uuid
    where id = ${id}::uuid`.execute(tx)
}

/** What of a round's submitted applications to list. Empty texts ask nothing. */
export type SubmittedSearch = {
  /** Words of the lead's name, or a reference. */
  readonly query: string
  readonly region: string
  readonly kind: string
  readonly outcome: string
  readonly sort: 'received' | 'authority' | 'reference'
  readonly limit: number
  readonly offset: number
}

export type SubmittedRow = {
  readonly reference: string
  readonly leadId: string
  readonly leadName: string
  readonly region: string | null
  readonly kind: string
  readonly receivedAt: Date
  readonly outcome: Outcome | null
  readonly illustrative: boolean
  readonly partners: number
  /** How it came, when it was keyed in. */
  readonly keyedFrom: 'email' | 'paper' | null
  /** Whether its applicant says that what was keyed in is not theirs. */
  readonly disowned: boolean
}

const standing = (roundId: string): RawBuilder<unknown> => sql`
  from application a
  join submission s on s.application_id = a.id and s.withdrawn_at is null
  join organisation o on o.id = a.lead_id
  where a.round_id = ${roundId}::uuid and a.state = 'submitted'`

const orders: Readonly<Record<SubmittedSearch['sort'], RawBuilder<unknown>>> = {
  received: sql`s.received_at desc, a.reference`,
  authority: sql`o.short_name, a.reference`,
  reference: sql`a.reference`,
}

function conditionsOf({ query, region, kind, outcome }: SubmittedSearch): RawBuilder<unknown> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10)
  const conditions = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    return sql` and (lower(o.name) like ${like} or lower(a.reference) like ${like})`
  })
  if (region !== '') conditions.push(sql` and o.region = ${region}`)
  if (kind !== '') conditions.push(sql` and o.kind = ${kind}`)
  if (outcome !== '') conditions.push(sql` and coalesce(s.outcome, 'none') = ${outcome}`)
  return sql.join(conditions, sql``)
}

/** One page of the submitted applications that match, and how many match in all: one statement. */
export async function searchSubmitted(
  db: Database | Tx,
  roundId: string,
  search: SubmittedSearch,
): Promise<{ readonly rows: readonly SubmittedRow[]; readonly total: number }> {
  const conditions = conditionsOf(search)
  const { rows } = await sql<{
    rows: readonly (Omit<SubmittedRow, 'receivedAt'> & { receivedAt: string })[]
    total: number
  }>`
    with found as (
      select a.reference, a.lead_id as "leadId", o.name as "leadName", o.region, o.kind, s.received_at as "receivedAt",
        s.outcome, a.illustrative, row_number() over (order by ${orders[search.sort]}) as place,
        (select k.channel from keyed_application k where k.application_id = a.id) as "keyedFrom",
        exists (select from keyed_application k where k.application_id = a.id and k.disowned_at is not null) as disowned,
        (select count(*) from application_partner p where p.application_id = a.id and p.state = 'accepted') as partners
      ${standing(roundId)} ${conditions}
    )
    select (select count(*) from found) as total, (
      select coalesce(jsonb_agg(to_jsonb(shown) order by shown.place), '[]')
      from (select * from found order by place limit ${search.limit} offset ${search.offset}) shown) as rows`.execute(
    db,
  )
  const found = rows[0] ?? { rows: [], total: 0 }
  return { total: found.total, rows: found.rows.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt) })) }
}

/** How many submitted applications of a round came to each outcome of the rules; `none` where there were no rules. */
export async function countSubmittedOutcomes(db: Database | Tx, roundId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select coalesce(s.outcome, 'none') as outcome, count(*) as count ${standing(roundId)} group by 1`.execute(db)
  return new Map(rows.map(({ outcome, count }) => [outcome, count]))
}

/** Every submitted application of a round with what was frozen, in the order of the references. */
export async function submittedContents(
  db: Database | Tx,
  roundId: string,
): Promise<
  readonly (Submission & {
    readonly reference: string
    readonly leadName: string
    readonly leadGssCode: string | null
  })[]
> {
  const { rows } = await sql<Submission & { reference: string; leadName: string; leadGssCode: string | null }>`
    select ${submissionColumns}, a.reference, o.name as "leadName", o.gss_code as "leadGssCode"
    ${standing(roundId)} order by a.reference`.execute(db)
  return rows
}
