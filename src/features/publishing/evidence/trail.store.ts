import { type RawBuilder, sql } from 'kysely'
import type { SealedEvent } from '../../../core/audit/chain.ts'
import type { Json } from '../../../core/canonical/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { seenObject } from '../../assessment/index.ts'

/** What of an application is told of before it was submitted: nothing that its applicants wrote. */
const toldOfApplications = [
  'application.submitted',
  'application.withdrawn',
  'application.refused-late',
  'application.keyed-in',
  'application.sifted',
  'application.answers-asked',
  'application.answers-clarified',
  'application.answers-request-closed',
]

type OfRound = { readonly id: string; readonly fundId: string }

/** The names under which the log knows applications, and what there is of each. */
const namesOf = (which: RawBuilder<unknown>) => sql`
  select a.id::text as id from application a where ${which}
  union select a.reference from application a where ${which}
  union select v.id::text from review v join application a on a.id = v.application_id where ${which}
  union select g.id::text from assignment g join application a on a.id = g.application_id where ${which}
  union select w.id::text from award w join application a on a.id = w.application_id where ${which}`

const sentIn = ({ id }: OfRound) => sql`a.round_id = ${id}::uuid and a.mode = 'live' and a.state <> 'draft'`

const ofThings = sql`split_part(e.object_id, '/', 1) in (select id from thing)
  and (e.action not like 'application.%' or e.action = any(${toldOfApplications}::text[]))`

/** Of a whole round: itself, its work, its applications, and who read scores. */
const ofWholeRound = (round: OfRound) => ({
  things: sql`select ${round.id}::text as id
    union select r.id::text from assessment_run r where r.round_id = ${round.id}::uuid
    union ${namesOf(sentIn(round))}`,
  where: sql`e.fund_id = ${round.fundId}::uuid
    and (${ofThings} or e.object_id = ${seenObject(round.id)} or e.object_id like ${`${seenObject(round.id)}/%`})`,
})

/** Of one application. */
const ofOneApplication = (round: OfRound, reference: string) => ({
  things: namesOf(sql`${sentIn(round)} and a.reference = ${reference}`),
  where: sql`e.fund_id = ${round.fundId}::uuid and (${ofThings} or e.object_id = ${seenObject(round.id, reference)})`,
})

/** What happened, with who did it. `hash` is null until the event is sealed. */
export type TrailEvent = {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly by: string | null
  readonly about: string
  readonly facts: Json
  readonly sequence: number | null
  readonly hash: string | null
}

/** What happened in a round, or to one application of it, the first first: one statement. */
export async function trailOf(
  db: Database,
  round: OfRound,
  { reference, from, rows: most }: { readonly reference?: string; readonly from: number; readonly rows: number },
): Promise<{ readonly total: number; readonly events: readonly TrailEvent[] }> {
  const { things, where } = reference === undefined ? ofWholeRound(round) : ofOneApplication(round, reference)
  const { rows } = await sql<TrailEvent & { readonly total: number }>`
    with thing as (${things}), found as (
      select e.id, e.at, e.action, e.actor_id, e.object_id, e.facts, e.sequence, e.hash from audit_event e where ${where})
    select e.id, e.at, e.action, coalesce(nullif(p.name, ''), p.email) as "by", e.object_id as about, e.facts, e.sequence,
      e.hash, (select count(*) from found) as total
    from found e left join person p on p.id = e.actor_id
    order by e.at, e.id offset ${from}::integer limit ${most}::integer`.execute(db)
  return { total: rows[0]?.total ?? 0, events: rows }
}

const eventsAtOnce = 500

/** The sealed events of a round, in the order of the log, a few at a time. */
export async function* sealedTrail(tx: Tx, round: OfRound): AsyncGenerator<SealedEvent> {
  const { things, where } = ofWholeRound(round)
  let after = 0
  for (;;) {
    const { rows } = await sql<Omit<SealedEvent, 'at'> & { readonly at: Date }>`
      with thing as (${things})
      select e.id, e.at, e.action, e.actor_id as "actorId", e.fund_id as "fundId", e.object_type as "objectType",
        e.object_id as "objectId", e.facts, e.sequence, e.previous_hash as "previousHash", e.hash
      from audit_event e where ${where} and e.sequence > ${after}
      order by e.sequence limit ${eventsAtOnce}`.execute(tx)
    for (const { at, ...event } of rows) yield { ...event, at: at.toISOString() }
    const last = rows.at(-1)
    if (last === undefined || rows.length < eventsAtOnce) return
    after = last.sequence
  }
}

/** The last sealed event of a round: what a pack tells is as it was then. */
export async function lastOfTrail(
  tx: Tx,
  round: OfRound,
): Promise<{ readonly sequence: number; readonly at: Date } | undefined> {
  const { things, where } = ofWholeRound(round)
  const { rows } = await sql<{ readonly sequence: number; readonly at: Date }>`
    with thing as (${things})
    select e.sequence, e.at from audit_event e where ${where} and e.sequence is not null
    order by e.sequence desc limit 1`.execute(tx)
  return rows[0]
}

const hashesAtOnce = 5000

/** The hash of every event of the log up to one, in its order. */
export async function* chainUpTo(tx: Tx, last: number): AsyncGenerator<string> {
  for (let after = 0; after < last; after += hashesAtOnce) {
    const to = Math.min(last, after + hashesAtOnce)
    const { rows } = await sql<{ readonly hash: string }>`
      select hash from audit_event where sequence > ${after} and sequence <= ${to} order by sequence`.execute(tx)
    for (const { hash } of rows) yield hash
  }
}
