import { sql } from 'kysely'
import type { FrozenReturn, ReturnMonths, ReturnStep } from '../../../core/benefits/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** A version of a return, and what was done with it, in order. */
export type ReturnVersion = {
  readonly awardId: string
  readonly months: ReturnMonths
  readonly number: number
  readonly sha256: string
  readonly frozenAt: Date
  readonly frozenBy: string
  /** Who froze it, by name. */
  readonly by: string
  readonly steps: readonly {
    readonly step: ReturnStep
    readonly said: string
    readonly at: Date
    readonly by: string
  }[]
}

type VersionRow = Omit<ReturnVersion, 'steps'> & {
  readonly steps: readonly (Omit<ReturnVersion['steps'][number], 'at'> & { readonly at: string })[]
}

/** Every version of the returns of these awards, the last first. */
export async function returnsOf(db: Database | Tx, awardIds: readonly string[]): Promise<readonly ReturnVersion[]> {
  const { rows } = await sql<VersionRow>`
    select r.award_id as "awardId", r.months, r.number, r.sha256, r.frozen_at as "frozenAt", r.frozen_by as "frozenBy",
      coalesce(nullif(p.name, ''), p.email) as by,
      (select coalesce(jsonb_agg(jsonb_build_object('step', s.step, 'said', s.said, 'at', s.done_at,
          'by', coalesce(nullif(b.name, ''), b.email)) order by s.done_at, s.step), '[]')
        from benefit_return_step s join person b on b.id = s.done_by
        where s.award_id = r.award_id and s.months = r.months and s.number = r.number) as steps
    from benefit_return r join person p on p.id = r.frozen_by
    where r.award_id = any(${[...awardIds]}::uuid[]) order by r.award_id, r.months, r.number desc`.execute(db)
  return rows.map(({ steps, ...row }) => ({ ...row, steps: steps.map((step) => ({ ...step, at: new Date(step.at) })) }))
}

/** The text of a version, of which its hash is. */
export async function returnText(
  db: Database,
  awardId: string,
  { months, number }: Pick<ReturnVersion, 'months' | 'number'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ readonly record: string }>`
    select record from benefit_return where award_id = ${awardId}::uuid and months = ${months} and number = ${number}`.execute(
    db,
  )
  return rows[0]?.record
}

/** The last return of each award of a fund that was published, as it was frozen. */
export async function publishedReturns(
  db: Database,
  fundId: string,
): Promise<readonly { readonly frozen: FrozenReturn; readonly sha256: string; readonly publishedAt: Date }[]> {
  const { rows } = await sql<{ readonly record: string; readonly sha256: string; readonly publishedAt: Date }>`
    select record, sha256, "publishedAt" from (
      select distinct on (b.award_id) b.record, b.sha256, s.done_at as "publishedAt", a.reference
      from benefit_return b join benefit_return_step s on s.award_id = b.award_id and s.months = b.months
        and s.number = b.number and s.step = 'published'
      join award w on w.id = b.award_id join application a on a.id = w.application_id join round r on r.id = w.round_id
      where r.fund_id = ${fundId}::uuid order by b.award_id, b.months desc, b.number desc) as last
    order by reference`.execute(db)
  return rows.map(({ record, ...row }) => ({ frozen: JSON.parse(record), ...row }))
}

/** @returns its number */
export async function insertReturn(
  tx: Tx,
  awardId: string,
  made: {
    readonly months: ReturnMonths
    readonly record: string
    readonly sha256: string
    readonly at: Date
    readonly by: string
  },
): Promise<number> {
  const { months, record, sha256, at, by } = made
  const { rows } = await sql<{ readonly number: number }>`
    insert into benefit_return (award_id, months, number, record, sha256, frozen_at, frozen_by)
    select ${awardId}::uuid, ${months}, 1 + coalesce(max(number), 0), ${record}, ${sha256}, ${at}, ${by}::uuid
    from benefit_return where award_id = ${awardId}::uuid and months = ${months} returning number`.execute(tx)
  return rows[0]?.number ?? 0
}

export async function insertStep(
  tx: Tx,
  { awardId, months, number }: Pick<ReturnVersion, 'awardId' | 'months' | 'number'>,
  done: { readonly step: ReturnStep; readonly said: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const { step, said, at, by } = done
  await sql`
    insert into benefit_return_step (award_id, months, number, step, said, done_at, done_by)
    values (${awardId}::uuid, ${months}, ${number}, ${step}, ${said}, ${at}, ${by}::uuid)`.execute(tx)
}

/** @returns false when it was sent before */
export async function takeReminder(
  tx: Tx,
  {
    awardId,
    months,
    days,
    at,
  }: { readonly awardId: string; readonly months: number; readonly days: number; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into benefit_return_reminder (award_id, months, days, sent_at)
    values (${awardId}::uuid, ${months}, ${days}, ${at}) on conflict do nothing returning months`.execute(tx)
  return rows.length === 1
}
