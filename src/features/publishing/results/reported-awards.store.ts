import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** An award of a round that was decided elsewhere, as somebody else published it, or several of which only the number is known. */
export type ReportedAward = {
  readonly roundId: string
  /** Null where nobody is named. */
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly region: string
    readonly gssCode: string | null
  } | null
  readonly project: string
  /** How many awards it stands for. */
  readonly awards: number
  readonly sourceTitle: string
  readonly sourceUrl: string
}

/** Those of these rounds: one statement. */
export async function reportedAwards(
  db: Database | Tx,
  roundIds: readonly string[],
): Promise<readonly ReportedAward[]> {
  const { rows } = await sql<ReportedAward>`
    select a.round_id as "roundId", a.project, a.awards, a.source_title as "sourceTitle", a.source_url as "sourceUrl",
      case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind,
        'region', coalesce(o.region, ''), 'gssCode', o.gss_code) end as organisation
    from reported_award a left join organisation o on o.id = a.organisation_id
    where a.round_id = any(${[...roundIds]}::uuid[]) order by a.round_id, a.position`.execute(db)
  return rows
}

export type NewReportedAward = Omit<ReportedAward, 'organisation'> & {
  readonly id: string
  readonly organisationId: string | null
  readonly position: number
}

export async function insertReportedAward(tx: Tx, award: NewReportedAward): Promise<void> {
  const { id, roundId, position, organisationId, project, awards, sourceTitle, sourceUrl } = award
  await sql`
    insert into reported_award (id, round_id, position, organisation_id, project, awards, source_title, source_url)
    values (${id}::uuid, ${roundId}::uuid, ${position}, ${organisationId}, ${project}, ${awards}, ${sourceTitle},
      ${sourceUrl})`.execute(tx)
}
