import { sql } from 'kysely'
import type { NewResource } from '../../../core/network/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** `returned`: not published, with a note. `members`: for the network. `public`: for everybody. */
export type ResourceState = 'in-review' | 'returned' | 'members' | 'public'

/** A resource as it is kept. */
export type Resource = NewResource & {
  readonly id: string
  readonly fundId: string
  readonly illustrative: boolean
  readonly state: ResourceState
  readonly sentAt: Date
  readonly sentBy: string
  readonly senderEmail: string
  readonly reviewNote: string
}

const columns = sql`r.id, r.fund_id as "fundId", r.kind, r.title, r.summary, r.text, r.author, r.licence,
  r.source_url as "sourceUrl", r.illustrative, r.state, r.sent_at as "sentAt", r.sent_by as "sentBy",
  p.email as "senderEmail", r.review_note as "reviewNote"`

/** The resources of a fund, by title. */
export async function resourcesOf(db: Database | Tx, fundId: string): Promise<readonly Resource[]> {
  const { rows } = await sql<Resource>`
    select ${columns} from network_resource r join person p on p.id = r.sent_by
    where r.fund_id = ${fundId}::uuid order by lower(r.title), r.id`.execute(db)
  return rows
}

export async function resourceById(db: Database | Tx, id: string): Promise<Resource | undefined> {
  const { rows } = await sql<Resource>`
    select ${columns} from network_resource r join person p on p.id = r.sent_by where r.id::text = ${id}`.execute(db)
  return rows[0]
}

export async function insertResource(
  tx: Tx,
  resource: NewResource & {
    readonly id: string
    readonly fundId: string
    readonly illustrative: boolean
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { id, fundId, kind, title, summary, text, author, licence, sourceUrl, illustrative, at, by } = resource
  await sql`
    insert into network_resource (id, fund_id, kind, title, summary, text, author, licence, source_url, illustrative, sent_at,
      sent_by)
    values (${id}::uuid, ${fundId}::uuid, ${kind}, ${title}, ${summary}, ${text}, ${author}, ${licence}, ${sourceUrl},
      ${illustrative}, ${at}, ${by}::uuid)`.execute(tx)
}

/** Moves a resource on from the state in which it was seen. @returns false if somebody did so before */
export async function saveResourceState(
  tx: Tx,
  of: {
    readonly id: string
    readonly was: ResourceState
    readonly state: ResourceState
    readonly note: string
    readonly at: Date
    readonly by: string
  },
): Promise<boolean> {
  const { rows } = await sql`
    update network_resource set state = ${of.state}, review_note = ${of.note}, reviewed_at = ${of.at}, reviewed_by = ${of.by}::uuid
    where id = ${of.id}::uuid and state = ${of.was} returning id`.execute(tx)
  return rows.length === 1
}
