import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A version of the anonymised text of an answer. */
export type Publication = {
  readonly version: number
  readonly title: string
  readonly question: string
  readonly advice: string
  /** What looked like a name and was let stand. */
  readonly letStand: readonly string[]
  readonly preparedAt: Date
  readonly preparedBy: string
  /** What each side said of it; null where it has not. */
  readonly council: boolean | null
  readonly expert: boolean | null
}

/** Whether both sides consent, so that it is published. */
export const isPublished = ({ council, expert }: Pick<Publication, 'council' | 'expert'>): boolean =>
  council === true && expert === true

/** What a side said of version `u` of a text. */
export const consent = (side: 'council' | 'expert') => sql`(select c.consents from expert_consent c
  where c.request_id = u.request_id and c.version = u.version and c.side = ${side})`

/** The latest version of the text about a request. */
export async function publicationOf(db: Database | Tx, requestId: string): Promise<Publication | undefined> {
  const { rows } = await sql<Publication>`
    select u.version, u.title, u.question, u.advice, u.let_stand as "letStand", u.prepared_at as "preparedAt",
      coalesce(nullif(p.name, ''), p.email) as "preparedBy", ${consent('council')} as council, ${consent('expert')} as expert
    from expert_publication u join person p on p.id = u.prepared_by
    where u.request_id = ${requestId}::uuid order by u.version desc limit 1`.execute(db)
  return rows[0]
}

export async function insertPublication(
  tx: Tx,
  requestId: string,
  text: Pick<Publication, 'title' | 'question' | 'advice' | 'letStand'> & { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into expert_publication (request_id, version, title, question, advice, let_stand, prepared_at, prepared_by)
    select ${requestId}::uuid, 1 + coalesce(max(version), 0), ${text.title}, ${text.question}, ${text.advice},
      ${JSON.stringify(text.letStand)}::jsonb, ${text.at}::timestamptz, ${text.by}::uuid
    from expert_publication where request_id = ${requestId}::uuid`.execute(tx)
}

/** @returns false when that side has said so already */
export async function insertConsent(
  tx: Tx,
  given: {
    readonly requestId: string
    readonly version: number
    readonly side: 'council' | 'expert'
    readonly consents: boolean
    readonly at: Date
    readonly by: string
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into expert_consent (request_id, version, side, consents, given_at, given_by)
    values (${given.requestId}::uuid, ${given.version}, ${given.side}, ${given.consents}, ${given.at}, ${given.by}::uuid)
    on conflict do nothing returning version`.execute(tx)
  return rows.length === 1
}

/** An answer as the other councils read it. */
export type PublishedAnswer = {
  readonly number: number
  readonly title: string
  readonly question: string
  readonly advice: string
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  readonly disciplines: readonly string[]
  readonly publishedAt: Date
}

/** What is published to the councils of a fund, the latest first: the last version of each text to which both sides consented. */
export async function publishedOf(db: Database | Tx, fundId: string): Promise<readonly PublishedAnswer[]> {
  const { rows } = await sql<PublishedAnswer>`
    select * from (
      select distinct on (q.id) q.number, u.title, u.question, u.advice, to_jsonb(q.service_areas) as "serviceAreas",
        to_jsonb(q.delivery_models) as "deliveryModels", to_jsonb(q.disciplines) as disciplines,
        (select max(c.given_at) from expert_consent c where c.request_id = u.request_id and c.version = u.version)
          as "publishedAt"
      from expert_publication u join expert_request q on q.id = u.request_id
      where q.fund_id = ${fundId}::uuid and ${consent('council')} and ${consent('expert')}
      order by q.id, u.version desc) published
    order by "publishedAt" desc, number desc`.execute(db)
  return rows
}
