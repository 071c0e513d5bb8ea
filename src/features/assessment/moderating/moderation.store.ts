import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A score as moderated, beside the one that was given. `points` null: the original was put back. */
export type Moderation = {
  readonly reviewId: string
  readonly criterionId: string
  readonly number: number
  readonly points: number | null
  readonly reason: string
  readonly moderatedAt: Date
  readonly moderatedByName: string | null
}

/** Every moderated version of scores in a round, the first first. */
export async function moderationsOf(db: Database | Tx, roundId: string): Promise<readonly Moderation[]> {
  const { rows } = await sql<Moderation>`
    select m.review_id as "reviewId", m.criterion_id as "criterionId", m.number, m.points::float8 as points, m.reason,
      m.moderated_at as "moderatedAt", p.name as "moderatedByName"
    from score_moderation m join review v on v.id = m.review_id join application a on a.id = v.application_id
    left join person p on p.id = m.moderated_by
    where a.round_id = ${roundId}::uuid order by m.review_id, m.criterion_id, m.number`.execute(db)
  return rows
}

/** Adds a version after the others. @returns its number */
export async function insertModeration(
  tx: Tx,
  moderation: Pick<Moderation, 'reviewId' | 'criterionId' | 'points' | 'reason' | 'moderatedAt'> & {
    readonly moderatedBy: string
  },
): Promise<number> {
  const { reviewId, criterionId, points, reason, moderatedAt, moderatedBy } = moderation
  const { rows } = await sql<{ number: number }>`
    insert into score_moderation (review_id, criterion_id, number, points, reason, moderated_at, moderated_by)
    select ${reviewId}::uuid, ${criterionId}, coalesce(max(number), 0) + 1, ${points}::numeric, ${reason},
      ${moderatedAt}, ${moderatedBy}::uuid
    from score_moderation where review_id = ${reviewId}::uuid and criterion_id = ${criterionId}
    returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

/** A review that does not count, or counts again. */
export type SetAside = {
  readonly reviewId: string
  readonly number: number
  readonly setAside: boolean
  readonly reason: string
  readonly decidedAt: Date
  readonly decidedByName: string | null
}

export async function setAsidesOf(db: Database | Tx, roundId: string): Promise<readonly SetAside[]> {
  const { rows } = await sql<SetAside>`
    select x.review_id as "reviewId", x.number, x.set_aside as "setAside", x.reason, x.decided_at as "decidedAt",
      p.name as "decidedByName"
    from review_set_aside x join review v on v.id = x.review_id join application a on a.id = v.application_id
    left join person p on p.id = x.decided_by
    where a.round_id = ${roundId}::uuid order by x.review_id, x.number`.execute(db)
  return rows
}

export async function insertSetAside(
  tx: Tx,
  decision: Pick<SetAside, 'reviewId' | 'setAside' | 'reason' | 'decidedAt'> & { readonly decidedBy: string },
): Promise<number> {
  const { reviewId, setAside, reason, decidedAt, decidedBy } = decision
  const { rows } = await sql<{ number: number }>`
    insert into review_set_aside (review_id, number, set_aside, reason, decided_at, decided_by)
    select ${reviewId}::uuid, coalesce(max(number), 0) + 1, ${setAside}, ${reason}, ${decidedAt}, ${decidedBy}::uuid
    from review_set_aside where review_id = ${reviewId}::uuid returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

/** What a meeting found of an application. */
export type Note = {
  readonly applicationId: string
  readonly settled: boolean
  readonly note: string
  readonly notedAt: Date
  readonly notedByName: string | null
}

/** Every note of a round, the first first: the last of an application says whether it is settled. */
export async function notesOf(db: Database | Tx, roundId: string): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`
    select n.application_id as "applicationId", n.settled, n.note, n.noted_at as "notedAt", p.name as "notedByName"
    from moderation_note n join application a on a.id = n.application_id left join person p on p.id = n.noted_by
    where a.round_id = ${roundId}::uuid order by n.noted_at, n.id`.execute(db)
  return rows
}

export async function insertNote(
  tx: Tx,
  note: Pick<Note, 'applicationId' | 'settled' | 'note' | 'notedAt'> & {
    readonly id: string
    readonly notedBy: string
  },
): Promise<void> {
  const { id, applicationId, settled, note: text, notedAt, notedBy } = note
  await sql`
    insert into moderation_note (id, application_id, settled, note, noted_at, noted_by)
    values (${id}::uuid, ${applicationId}::uuid, ${settled}, ${text}, ${notedAt}, ${notedBy}::uuid)`.execute(tx)
}

/** An assessor of the round who works in it, with how many they read. */
export type AcceptedAssessor = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly load: number
}

export async function acceptedAssessors(db: Database | Tx, roundId: string): Promise<readonly AcceptedAssessor[]> {
  const { rows } = await sql<AcceptedAssessor>`
    select s.person_id as "personId", p.name, p.email,
      (select count(*) from assignment g join application a on a.id = g.application_id
        where g.person_id = s.person_id and a.round_id = s.round_id and g.ended_at is null and g.why <> 'practice') as load
    from assessor s join person p on p.id = s.person_id
    where s.round_id = ${roundId}::uuid and s.state = 'accepted' order by load, p.name, s.person_id`.execute(db)
  return rows
}

/** Who was ever given this application, practice apart. */
export async function givenTo(db: Database | Tx, applicationId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id as "personId" from assignment
    where application_id = ${applicationId}::uuid and why <> 'practice'`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** How far somebody who was asked for one more opinion has come. */
export type Extra = { readonly applicationId: string; readonly name: string; readonly submitted: boolean }

export async function extrasOf(db: Database | Tx, roundId: string): Promise<readonly Extra[]> {
  const { rows } = await sql<Extra>`
    select g.application_id as "applicationId", p.name,
      exists (select from review v where v.application_id = g.application_id and v.person_id = g.person_id
        and not v.practice and v.state = 'submitted') as submitted
    from assignment g join application a on a.id = g.application_id join person p on p.id = g.person_id
    where a.round_id = ${roundId}::uuid and g.why = 'extra' and g.ended_at is null order by g.assigned_at, g.id`.execute(
    db,
  )
  return rows
}

/** One more opinion that was asked for and is not in. */
export type Outstanding = { readonly reference: string; readonly name: string }

export async function outstandingOf(db: Database | Tx, roundId: string): Promise<readonly Outstanding[]> {
  const { rows } = await sql<Outstanding>`
    select a.reference, coalesce(nullif(p.name, ''), p.email) as name
    from assignment g join application a on a.id = g.application_id join person p on p.id = g.person_id
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and g.why = 'extra' and g.ended_at is null
      and not exists (select from review v where v.application_id = g.application_id and v.person_id = g.person_id
        and not v.practice and v.state = 'submitted')
    order by a.reference, name`.execute(db)
  return rows
}

/** The names of people who assess in a round, by their ids. */
export async function assessorNames(db: Database | Tx, roundId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from person p join review v on v.person_id = p.id
    join application a on a.id = v.application_id where a.round_id = ${roundId}::uuid`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
