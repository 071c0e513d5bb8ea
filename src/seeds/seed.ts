import { sql } from 'kysely'
import { recordEvent } from '../features/audit/index.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { seedDeliveringDifferently } from './delivering-differently.ts'
import { askFor } from './later-parts.ts'
import { seedPeople } from './people.ts'
import { seedRegister } from './register.ts'
import { seedSchoolSupport } from './reviews/school-support.ts'
import { seedYouthService } from './reviews/youth-service.ts'

/** A part of what a new database starts with, written in one transaction: whole or not at all. */
export type Part = {
  readonly name: string
  readonly fill: (tx: Tx, services: Services, at: Date) => Promise<void>
  /** Made up, so that a newcomer has something to click through; left out once the service is public. */
  readonly forEvaluation: boolean
}

/** In this order: later parts name what earlier ones made. */
const parts: readonly Part[] = [
  { name: 'register', fill: seedRegister, forEvaluation: false },
  { name: 'people', fill: seedPeople, forEvaluation: true },
  { name: 'delivering-differently', fill: seedDeliveringDifferently, forEvaluation: true },
  { name: 'finished-round', fill: askFor('seed-finished-round'), forEvaluation: true },
  { name: 'youth-review', fill: seedYouthService, forEvaluation: true },
  { name: 'published-review', fill: seedSchoolSupport, forEvaluation: true },
  { name: 'decided-round', fill: askFor('seed-decided-round'), forEvaluation: true },
  { name: 'cohort', fill: askFor('seed-cohort'), forEvaluation: true },
  { name: 'youth-runs', fill: askFor('seed-youth-runs'), forEvaluation: true },
  { name: 'grant-fund', fill: askFor('seed-grant-fund'), forEvaluation: true },
  { name: 'performance', fill: askFor('seed-performance'), forEvaluation: true },
]

/** Any number will do that no other lock of ours has: it keeps two starting processes from writing a part twice. */
const LOCK = 7_203_116

/**
 * Writes the parts that this database has not had yet. The audit log remembers each, so a part that somebody has since
 * changed is not written again, and a start that was cut off goes on where it stopped. Processes that start together
 * take turns.
 *
 * @returns the names of the parts written
 */
export async function seed(services: Services): Promise<readonly string[]> {
  const { db, config } = services
  const wanted = parts.filter(({ forEvaluation }) => config.evaluation || !forEvaluation)
  const had = await partsHad(db)
  const written: string[] = []
  for (const part of wanted.filter(({ name }) => !had.has(name))) {
    if (await writeOnce(services, part)) written.push(part.name)
  }
  return written
}

async function partsHad(db: Database | Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select object_id as name from audit_event where object_type = 'seed'`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** @returns false when another process has written it meanwhile */
async function writeOnce(services: Services, { name, fill }: Part): Promise<boolean> {
  return await services.db.transaction().execute(async (tx) => {
    // The one before us may take longer than a statement of a page may.
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select pg_advisory_xact_lock(${LOCK}::int8)`.execute(tx)
    if ((await partsHad(tx)).has(name)) return false
    const at = services.clock()
    await fill(tx, services, at)
    await recordEvent(tx, { action: 'service.seeded', actorId: null, objectType: 'seed', objectId: name, at })
    return true
  })
}
