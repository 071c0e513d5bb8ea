import { type RawBuilder, sql } from 'kysely'
import { type ExpertProfile, type ExpertStanding, expertStanding, readProfile } from '../../../core/experts/index.ts'
import type { Answers } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Somebody on the expert panel of a fund, or invited to it. */
export type Expert = {
  readonly id: string
  readonly fundId: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly invitedAt: Date
  readonly endedReason: string
  /** The number of the terms that they accepted last. */
  readonly accepted: number | null
  readonly standing: ExpertStanding
  /** What they answered to the questions of the profile, and in which version; nothing before they did. */
  readonly answers: Answers
  readonly version: number
  readonly profile: ExpertProfile
}

type Row = Omit<Expert, 'standing' | 'profile' | 'answers' | 'version'> & {
  readonly ended: boolean
  readonly inForce: number | null
  readonly answers: Answers | null
  readonly version: number | null
}

const whole = ({ ended, inForce, answers, version, ...row }: Row): Expert => ({
  ...row,
  standing: expertStanding({ ended, accepted: row.accepted, inForce, hasProfile: answers !== null }),
  answers: answers ?? {},
  version: version ?? 0,
  profile: readProfile(answers ?? {}),
})

async function expertsWhere(db: Database | Tx, condition: RawBuilder<unknown>): Promise<readonly Expert[]> {
  const { rows } = await sql<Row>`
    select e.id, e.fund_id as "fundId", e.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, p.email,
      e.invited_at as "invitedAt", e.ended_at is not null or p.anonymised_at is not null as ended, e.ended_reason as "endedReason",
      (select max(a.number) from expert_acceptance a where a.expert_id = e.id) as accepted,
      (select max(t.number) from expert_terms t where t.fund_id = e.fund_id) as "inForce",
      f.content as answers, f.version
    from expert e join person p on p.id = e.person_id
      left join lateral (select * from expert_profile each where each.expert_id = e.id order by each.version desc limit 1) f
        on true
    where ${condition} order by name, p.email`.execute(db)
  return rows.map(whole)
}

/** Everybody on the panel of a fund, those that ended among them, by name. */
export const expertsOf = (db: Database | Tx, fundId: string): Promise<readonly Expert[]> =>
  expertsWhere(db, sql`e.fund_id = ${fundId}::uuid`)

export async function expertById(db: Database | Tx, fundId: string, id: string): Promise<Expert | undefined> {
  const [expert] = await expertsWhere(db, sql`e.fund_id = ${fundId}::uuid and e.id::text = ${id}`)
  return expert
}

/** A person as an expert of a fund. */
export async function expertOfPerson(db: Database | Tx, fundId: string, personId: string): Promise<Expert | undefined> {
  const [expert] = await expertsWhere(db, sql`e.fund_id = ${fundId}::uuid and e.person_id = ${personId}::uuid`)
  return expert
}

/** Asks somebody, or asks again whose work has ended. @returns the id; undefined for somebody who is asked already */
export async function insertExpert(
  tx: Tx,
  row: {
    readonly id: string
    readonly fundId: string
    readonly personId: string
    readonly at: Date
    readonly by: string | null
  },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into expert as e (id, fund_id, person_id, invited_at, invited_by)
    values (${row.id}::uuid, ${row.fundId}::uuid, ${row.personId}::uuid, ${row.at}, ${row.by}::uuid)
    on conflict (fund_id, person_id) do update set invited_at = excluded.invited_at, invited_by = excluded.invited_by,
      ended_at = null, ended_reason = '' where e.ended_at is not null
    returning id`.execute(tx)
  return rows[0]?.id
}

export async function markEnded(tx: Tx, id: string, reason: string, at: Date): Promise<void> {
  await sql`update expert set ended_at = ${at}, ended_reason = ${reason} where id = ${id}::uuid`.execute(tx)
}

export async function insertAcceptance(
  tx: Tx,
  { id, fundId }: Pick<Expert, 'id' | 'fundId'>,
  number: number,
  at: Date,
): Promise<void> {
  await sql`
    insert into expert_acceptance (expert_id, fund_id, number, accepted_at)
    values (${id}::uuid, ${fundId}::uuid, ${number}, ${at}) on conflict do nothing`.execute(tx)
}

export async function insertProfile(tx: Tx, id: string, content: Answers, at: Date): Promise<void> {
  await sql`
    insert into expert_profile (expert_id, version, content, saved_at)
    select ${id}::uuid, 1 + coalesce(max(version), 0), ${JSON.stringify(content)}::jsonb, ${at}::timestamptz
    from expert_profile where expert_id = ${id}::uuid`.execute(tx)
}
