import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/database.ts'

/** Begins a run, also one that was begun before by a process that has ended. @returns false when it is not to be done */
export async function startRun(db: Database, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update assessment_run set state = 'running', started_at = ${at}
    where id = ${id}::uuid and state in ('waiting', 'running') returning id`.execute(db)
  return rows.length === 1
}

/** Says how far it is. @returns false when it was cancelled meanwhile */
export async function tellProgress(
  db: Database,
  id: string,
  { progress, doing }: { readonly progress: number; readonly doing: string },
): Promise<boolean> {
  const { rows } = await sql`
    update assessment_run set progress = ${progress}, doing = ${doing}
    where id = ${id}::uuid and state = 'running' returning id`.execute(db)
  return rows.length === 1
}

export async function isRunning(db: Database, id: string): Promise<boolean> {
  const { rows } = await sql`select from assessment_run where id = ${id}::uuid and state = 'running'`.execute(db)
  return rows.length === 1
}

/** What came of a run. */
export type EndedRun = {
  readonly state: 'done' | 'impossible' | 'failed'
  readonly at: Date
  readonly result: object | null
  readonly resultSha256: string | null
  readonly verdict: string
}

/** Writes what came of a run, unless it was cancelled. @returns false when it was */
export async function finishRun(tx: Database | Tx, id: string, ended: EndedRun): Promise<boolean> {
  const { state, at, result, resultSha256, verdict } = ended
  const { rows } = await sql`
    update assessment_run set state = ${state}, ended_at = ${at}, progress = 100, doing = '',
      result = ${result === null ? null : JSON.stringify(result)}::jsonb, result_sha256 = ${resultSha256},
      verdict = ${verdict}
    where id = ${id}::uuid and state = 'running' returning id`.execute(tx)
  return rows.length === 1
}

/** Cancels a run that has not ended. @returns false when it had */
export async function cancelRunRow(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update assessment_run set state = 'cancelled', ended_at = ${at}, doing = ''
    where id = ${id}::uuid and state in ('waiting', 'running') returning id`.execute(tx)
  return rows.length === 1
}
