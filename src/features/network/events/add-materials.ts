import { bytesInMegabyte, documentKinds, type FileProblem } from '../../../core/files/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { filesOfQuestion, keepSeveral, type SentFile, type StoredFile } from '../../files/index.ts'
import { type ByTeam, openManagedEvent } from './hold-event.ts'

/** How many files an event has at most, and how large each may be. */
export const mostMaterials = 20
export const mostMaterialMegabytes = 20
/** What goes with one event. */
export const materialsTaken = {
  most: mostMaterials,
  rules: { accept: documentKinds, mostBytes: mostMaterialMegabytes * bytesInMegabyte },
}

/** What a file of an event belongs to instead of a question. */
const materials = 'materials'

export type MaterialsProblem = FileProblem | { readonly code: 'materials-not-chosen' }

/** The files of an event, the first one first. */
export const materialsOf = (db: Database | Tx, eventId: string): Promise<readonly StoredFile[]> =>
  filesOfQuestion(db, { type: 'network-event', id: eventId }, materials)

/** Adds files to an event, whose members read them once they are checked. @throws {NotFound} for who does not run it */
export async function addMaterials(
  services: Services,
  asked: ByTeam & { readonly event: string; readonly sent: readonly SentFile[] },
): Promise<Result<number, MaterialsProblem>> {
  const { fund, event } = await openManagedEvent(services.db, asked)
  if (asked.sent.length === 0) return refused({ code: 'materials-not-chosen' })
  const { kept, problems } = await keepSeveral(services, asked.sent, {
    owner: { type: 'network-event', id: event.id },
    questionId: materials,
    fundId: fund.id,
    there: (await materialsOf(services.db, event.id)).length,
    ...materialsTaken,
    by: asked.personId,
    at: asked.at,
  })
  return problems.length > 0 ? refused(...problems) : done(kept)
}
