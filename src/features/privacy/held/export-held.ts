import { notFound } from '../../../core/errors.ts'
import type { Reader } from '../../../core/privacy/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type TemporaryZip, writeZip } from '../../../platform/zip/temporary-zip.ts'
import { personById } from '../../accounts/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { type HeldTable, readHeld } from './read-held.ts'

/** Everything that is kept about somebody, to be read by people and by programs, with who made it and when in the log. */
export type HeldExport = {
  readonly services: Services
  readonly personId: string
  /** Who asks for it: they themselves, or whoever looks after the service. */
  readonly byId: string
  readonly at: Date
  /** The same as a document for people. */
  readonly document: (held: readonly HeldTable[], email: string) => string
}

/**
 * Makes an archive of everything that is kept about somebody.
 *
 * @returns the archive, which has to be opened or dropped
 * @throws {NotFound} if there is no such person
 */
export async function exportHeld({ services, personId, byId, at, document }: HeldExport): Promise<TemporaryZip> {
  const { db } = services
  const reader = await readerOf(db, personId)
  const held = await readHeld(db, reader)
  const zip = await writeZip(async ({ add }) => {
    await add('what-is-kept.html', [document(held, reader.email)])
    await add('what-is-kept.json', [`${JSON.stringify({ email: reader.email, madeAt: at, held }, null, 2)}\n`])
  })
  const rows = held.reduce((sum, table) => sum + table.rows.length, 0)
  const event = { action: 'person.data-exported', actorId: byId, objectType: 'person', objectId: personId }
  await recordEvent(db, { ...event, at, facts: { rows, sha256: zip.sha256 } })
  return zip
}

async function readerOf(db: Database, personId: string): Promise<Reader> {
  const person = await personById(db, personId)
  if (person === undefined) throw notFound('person')
  return { personId: person.id, email: person.email }
}
