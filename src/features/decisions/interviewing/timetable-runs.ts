import { sql } from 'kysely'
import type { Timetable, TimetableCase } from '../../../core/timetable/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type Run, runsOfKind } from '../../assessment/index.ts'

/**
 * What a timetable is worked out from. `nodes`: how long is looked for a better one, `withinGap`: how near to the best is near
 * enough. Interviews are called by reference.
 */
export type TimetableInput = {
  readonly format: 1
  readonly nodes: number
  readonly withinGap: number
  readonly case: TimetableCase
}

export type TimetableRun = Run<TimetableInput, Timetable>

/** The timetables that were worked out for a round, the newest first. */
export const timetableRunsOf = async (db: Database | Tx, roundId: string): Promise<readonly TimetableRun[]> =>
  await runsOfKind<TimetableInput, Timetable>(db, 'timetable', sql`r.round_id = ${roundId}::uuid`)

export const timetableRunById = async (db: Database | Tx, id: string): Promise<TimetableRun | undefined> =>
  (await runsOfKind<TimetableInput, Timetable>(db, 'timetable', sql`r.id = ${id}::uuid`))[0]
