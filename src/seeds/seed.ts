import { sql } from 'kysely'
import { recordEvent } from '../features/audit/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { seedDeliveringDifferently } from './delivering-differently.ts'
import { seedFinishedRound } from './finished-round.ts'
import { seedPeople } from './people.ts'
import { seedRegister } from './register.ts'

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
  { name: 'finished-round', fill: seedFinishedRound, forEvaluation: true },
]

/**
 * Writes the parts that this database has not had yet. The audit log remembers each, so a part that somebody has since
 * changed is not written again, and a start that was cut off goes on where it stopped.
 *
 * @returns the names of the parts written
 */
export async function seed(services: Services): Promise<readonly string[]> {
  const { db, clock, config } = services
  const written: string[] = []
  const wanted = parts.filter(({ forEvaluation }) => config.evaluation || !forEvaluation)
  const { rows } = await sql<{ name: string }>`
    select object_id as name from audit_event where object_type = 'seed'`.execute(db)
  const had = new Set(rows.map(({ name }) => name))
  for (const part of wanted.filter(({ name }) => !had.has(name))) {
    await db.transaction().execute(async (tx) => {
      const at = clock()
      await part.fill(tx, services, at)
      await recordEvent(tx, { action: 'service.seeded', actorId: null, objectType: 'seed', objectId: part.name, at })
    })
    written.push(part.name)
  }
  return written
}
