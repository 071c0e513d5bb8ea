import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** The names of those queues in which a job can be begun now. One question for all of them. */
export async function queuesWithWork(db: Database, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from pgboss.job
    where name = any(${names}::text[]) and state < 'active' and start_after <= now()`.execute(db)
  return rows.map(({ name }) => name)
}

/** How many jobs of these queues can be begun now or are being done. */
export async function unfinished(db: Database, names: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pgboss.job
    where name = any(${names}::text[])
      and (state = 'active' or (state < 'active' and start_after <= now()))`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Gives back the jobs that a process was at when it ended. Only for the embedded engine: nobody else can be at them,
 * since its directory is ours alone. On a server they are given back when their time is up.
 */
export async function recoverInterrupted(db: Database): Promise<void> {
  await sql`update pgboss.job set state = 'retry' where state = 'active'`.execute(db)
}

/** When the oldest job that can be begun waits since, and how many were given up since an instant. */
export async function jobMeasures(
  db: Database,
  { now, since }: { readonly now: Date; readonly since: Date },
): Promise<{ readonly oldestJobAt: Date | null; readonly failedJobs: number }> {
  const { rows } = await sql<{ oldestJobAt: Date | null; failedJobs: number }>`
    select min(start_after) filter (where state < 'active' and start_after <= ${now}) as "oldestJobAt",
      count(*) filter (where state = 'failed' and completed_on >= ${since}) as "failedJobs"
    from pgboss.job`.execute(db)
  return rows[0] ?? { oldestJobAt: null, failedJobs: 0 }
}
