import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { ChangeKind, PageSlug } from './guidance-parts.ts'
import type { RoundChange } from './round-change.ts'
import { toldFields } from './round-changes.messages.ts'

/** Of which kind of news a change is. */
export const kindOfChange = ({ action }: Pick<RoundChange, 'action'>): 'deadline' | 'rules' | 'content' =>
  action === 'results.published'
    ? 'content'
    : action === 'round.timetable-changed' || action === 'round.deadline-extended'
      ? 'deadline'
      : 'rules'

const formName = (field: string) => sql`(
  select f.name || ', version ' || v.number from form_version v join form f on f.id = v.form_id
  where v.id::text = e.facts->>${sql.lit(field)})`

const screenerName = (field: string) => sql`(
  select f.name || ', version ' || v.number from form_version v join form f on f.id = v.form_id
  where v.id::text = e.facts->'changes'->'screenerVersionId'->>${sql.lit(field)})`

const columns = sql`e.id, e.at, e.action,
  coalesce(e.facts->>'reason', case when e.action = 'round.form-chosen' then
    (select change_note from form_version where id::text = e.facts->>'to') end, '') as reason,
  coalesce(e.facts->>'notice', '') as notice, coalesce(e.facts->>'body', '') as body,
  coalesce((select o.name from organisation o where o.id = e.facts->>'organisationId'), '') as about,
  case when e.action = 'round.form-chosen'
    then jsonb_build_object('formVersionId', jsonb_build_object('from', ${formName('from')}, 'to', ${formName('to')}))
    when e.action in ('round.cancelled', 'results.published') then '{}'
    when e.action = 'round.rules-changed' and e.facts->'changes' ? 'screenerVersionId'
      then e.facts->'changes' || jsonb_build_object('screenerVersionId', jsonb_build_object(
        'from', ${screenerName('from')}, 'to', ${screenerName('to')}))
    else coalesce(e.facts->'changes', '{}') end as changes`

const tells = (fields: readonly string[]) =>
  sql`exists (select from jsonb_object_keys(facts->'changes') as field where field = any(${[...fields]}::text[]))`

/** The events of a round `r` and of its fund that are news, as `e`: since a time, and since the public could see it. */
const eventsOf = (since: Date | null) => sql`(
    select * from audit_event
    where object_type = 'round' and object_id = r.id::text
      and (action in ('round.timetable-changed', 'round.deadline-extended', 'round.form-chosen', 'round.cancelled',
          'round.rules-changed', 'results.published')
        -- A seal that a change of dates, money or form brings about is told with that change.
        or (action = 'round.rules-sealed' and facts->'parts' @> '["mechanics"]')
        or (action = 'round.changed' and ${tells(toldFields.round)}))
    union all
    select * from audit_event
    where object_type = 'fund' and object_id = r.fund_id::text and action = 'fund.changed' and ${tells(toldFields.fund)}
    union all
    select * from audit_event
    where object_type = 'funder' and fund_id = r.fund_id and (action in ('funder.added', 'funder.removed')
      or (action = 'funder.changed' and ${tells(toldFields.funder)}))
  ) e where e.at >= r.published_at and e.at >= coalesce(${since}::timestamptz, r.published_at)`

/**
 * The changes to a round's dates and rules since it was published, the newest first. They are read from the audit log,
 * which holds what changed and the reason that was given: there is no second account that could say otherwise.
 */
export async function roundChanges(db: Database | Tx, roundId: string): Promise<readonly RoundChange[]> {
  const { rows } = await sql<RoundChange>`
    select ${columns} from round r cross join lateral ${eventsOf(null)} and r.id = ${roundId}::uuid
    order by e.at desc, e.id desc limit 200`.execute(db)
  return rows
}

/** The changes since a time of which some subscriber has not been told, with the round of each, the oldest first. */
export async function untoldChanges(
  db: Database | Tx,
  since: Date,
): Promise<readonly (RoundChange & { readonly roundId: string })[]> {
  const { rows } = await sql<RoundChange & { readonly roundId: string }>`
    select ${columns}, r.id as "roundId" from round r cross join lateral ${eventsOf(since)}
      and exists (select from subscription s where s.round_id = r.id and s.confirmed_at <= e.at
        and s.ended_at is null
        and s.kinds && array[case when e.action in ('round.timetable-changed', 'round.deadline-extended') then 'deadline'
          when e.action = 'results.published' then 'content' else 'rules' end]
        and not exists (select from subscription_notice n
          where n.subscription_id = s.id and n.subject = 'change:' || e.id::text))
    order by e.at, e.id, r.id limit 50`.execute(db)
  return rows
}

/** A version of a page as a piece of news. */
export type PageUpdate = {
  readonly pageId: string
  readonly slug: PageSlug
  readonly number: number
  readonly title: string
  readonly summary: string
  readonly changeNote: string
  readonly changeKind: ChangeKind
  readonly publishedAt: Date
}

/** Every published version of every page of a round, the newest first, at most so many. */
export async function pageUpdates(db: Database | Tx, roundId: string, most: number): Promise<readonly PageUpdate[]> {
  const { rows } = await sql<PageUpdate>`
    select p.id as "pageId", p.slug, v.number, v.title, v.summary, v.change_note as "changeNote",
      v.change_kind as "changeKind", v.published_at as "publishedAt"
    from public_page p join public_page_version v on v.page_id = p.id
    where p.round_id = ${roundId}::uuid and v.published_at is not null
    order by v.published_at desc, p.position, v.number desc limit ${most}`.execute(db)
  return rows
}

/** The quotes that funders have approved, each by the hash of what was shown. */
export async function approvedQuotes(
  db: Database | Tx,
  fundId: string,
): Promise<readonly { readonly organisationId: string; readonly sha256: string }[]> {
  const { rows } = await sql<{ organisationId: string; sha256: string }>`
    select organisation_id as "organisationId", subject_sha256 as sha256 from funder_approval
    where fund_id = ${fundId}::uuid and subject = 'quote'`.execute(db)
  return rows
}
