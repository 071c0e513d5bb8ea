import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { ChangeKind, PageSlug } from './guidance-parts.ts'

/** A date of a round that was changed while the public could see it. Values are as the log keeps them: ISO times and days. */
export type TimetableChange = {
  readonly id: string
  readonly at: Date
  readonly reason: string
  readonly changes: Readonly<Record<string, { readonly from: string | null; readonly to: string | null }>>
}

/**
 * The changes to a round's timetable since it was published, the newest first. They are read from the audit log, which
 * holds what changed and the reason that was given: there is no second account that could say otherwise.
 */
export async function timetableChanges(db: Database | Tx, roundId: string): Promise<readonly TimetableChange[]> {
  const { rows } = await sql<TimetableChange>`
    select e.id, e.at, e.facts->>'reason' as reason, e.facts->'changes' as changes
    from audit_event e join round r on r.id = ${roundId}::uuid
    where e.object_type = 'round' and e.object_id = ${roundId} and e.action = 'round.timetable-changed'
      and e.at >= r.published_at
    order by e.at desc, e.id desc limit 200`.execute(db)
  return rows
}

/** A timetable change with the round it is of: those since a time, the oldest first. */
export async function timetableChangesSince(
  db: Database | Tx,
  since: Date,
): Promise<readonly (TimetableChange & { readonly roundId: string })[]> {
  const { rows } = await sql<TimetableChange & { readonly roundId: string }>`
    select e.id, e.at, e.facts->>'reason' as reason, e.facts->'changes' as changes, e.object_id as "roundId"
    from audit_event e join round r on r.id::text = e.object_id
    where e.object_type = 'round' and e.action = 'round.timetable-changed' and e.at >= ${since}
      and e.at >= r.published_at
      and exists (select from subscription s where s.round_id = r.id and s.confirmed_at <= e.at
        and s.ended_at is null and s.kinds && array['deadline']
        and not exists (select from subscription_notice n
          where n.subscription_id = s.id and n.subject = 'timetable:' || e.id::text))
    order by e.at, e.id limit 50`.execute(db)
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
