import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** What is done about somebody or their post. */
export const measureKinds = ['hidden', 'restored', 'warned', 'removed', 'readmitted'] as const
export type MeasureKind = (typeof measureKinds)[number]

/** What was done, why, and what became of the appeal. */
export type Measure = {
  readonly id: string
  readonly fundId: string
  readonly kind: MeasureKind
  readonly personId: string
  readonly person: string
  readonly email: string
  readonly postId: string | null
  readonly threadTitle: string
  readonly reason: string
  readonly takenAt: Date
  readonly takenBy: string
  /** '' for none. */
  readonly appeal: string
  readonly appealedAt: Date | null
  readonly answer: string
  readonly answeredAt: Date | null
}

const columns = sql`m.id, m.fund_id as "fundId", m.kind, m.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as person,
  p.email, m.post_id as "postId", coalesce(t.title, '') as "threadTitle", m.reason, m.taken_at as "takenAt", m.taken_by as "takenBy",
  m.appeal, m.appealed_at as "appealedAt", m.answer, m.answered_at as "answeredAt"`

const tables = sql`network_measure m join person p on p.id = m.person_id left join network_post o on o.id = m.post_id
  left join network_thread t on t.id = o.thread_id`

/** What was done in the network of a fund, the latest first. */
export async function measuresOf(db: Database | Tx, fundId: string): Promise<readonly Measure[]> {
  const { rows } = await sql<Measure>`
    select ${columns} from ${tables} where m.fund_id = ${fundId}::uuid order by m.taken_at desc, m.id`.execute(db)
  return rows
}

/** A measure with the fund in whose network it was taken. */
export type OwnMeasure = Measure & { readonly fund: string; readonly fundName: string; readonly postHidden: boolean }

/**
 * What was done about a person or their posts, in every network, the latest first. One statement.
 *
 * @param since those that were taken, appealed against or answered since
 */
export async function measuresAbout(db: Database, personId: string, since: Date): Promise<readonly OwnMeasure[]> {
  const { rows } = await sql<OwnMeasure>`
    select ${columns}, f.slug as fund, f.name as "fundName", o.hidden_at is not null as "postHidden"
    from ${tables} join fund f on f.id = m.fund_id
    where m.person_id = ${personId}::uuid and greatest(m.taken_at, m.appealed_at, m.answered_at) >= ${since}
    order by m.taken_at desc, m.id`.execute(db)
  return rows
}

/** What was last done about the posts of a person in a thread, by the id of the post. One statement. */
export async function measuresOnPosts(
  db: Database,
  { threadId, personId }: { readonly threadId: string; readonly personId: string },
): Promise<ReadonlyMap<string, Measure>> {
  const { rows } = await sql<Measure>`
    select ${columns} from ${tables} where o.thread_id = ${threadId}::uuid and m.person_id = ${personId}::uuid
    order by m.taken_at, m.id`.execute(db)
  return new Map(rows.map((measure) => [measure.postId ?? '', measure]))
}

export async function measureById(db: Database | Tx, id: string): Promise<Measure | undefined> {
  const { rows } = await sql<Measure>`select ${columns} from ${tables} where m.id::text = ${id}`.execute(db)
  return rows[0]
}

export async function insertMeasure(
  tx: Tx,
  measure: Pick<Measure, 'id' | 'fundId' | 'kind' | 'personId' | 'postId' | 'reason'> & {
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { id, fundId, kind, personId, postId, reason, at, by } = measure
  await sql`
    insert into network_measure (id, fund_id, kind, person_id, post_id, reason, taken_at, taken_by)
    values (${id}::uuid, ${fundId}::uuid, ${kind}, ${personId}::uuid, ${postId}::uuid, ${reason}, ${at}, ${by}::uuid)`.execute(
    tx,
  )
}

/** @returns false when there is an appeal already */
export async function saveAppeal(tx: Tx, id: string, appeal: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update network_measure set appeal = ${appeal}, appealed_at = ${at} where id = ${id}::uuid and appealed_at is null returning id`.execute(
    tx,
  )
  return rows.length === 1
}

export async function saveAppealAnswer(tx: Tx, id: string, answer: string, at: Date, by: string): Promise<boolean> {
  const { rows } = await sql`
    update network_measure set answer = ${answer}, answered_at = ${at}, answered_by = ${by}::uuid
    where id = ${id}::uuid and appealed_at is not null and answered_at is null returning id`.execute(tx)
  return rows.length === 1
}

/** Takes somebody out of a network, or lets them in again. */
export async function saveRemoval(
  tx: Tx,
  of: { readonly fundId: string; readonly personId: string; readonly removed: boolean },
): Promise<void> {
  if (of.removed)
    await sql`insert into network_removal (fund_id, person_id) values (${of.fundId}::uuid, ${of.personId}::uuid) on conflict do nothing`.execute(
      tx,
    )
  else
    await sql`delete from network_removal where fund_id = ${of.fundId}::uuid and person_id = ${of.personId}::uuid`.execute(
      tx,
    )
}
