import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { type Finding, fileById, lockFile, markChecked, type StoredFile } from './files.store.ts'

/** The job that looks at one file. */
export const scanFileJob = 'scan-file'

/** Tells whoever sent a file that nobody will get it. In the transaction that says so. */
export type TellOfFile = (tx: Tx, file: StoredFile) => Promise<void>

/** Minutes until it is tried again, after each time that the scanner could not be asked. After the last it has failed. */
const minutesUntilNext = [1, 5, 15, 60, 240]

/**
 * Looks for viruses in a file that waits for it. Where no scanner is set up it becomes clean by the check of its content
 * that it has had, and is marked so. A scanner that cannot be asked is asked again, for some hours.
 *
 * @param tried how often that has been so
 */
export async function scanFile(services: Services, tell: TellOfFile, id: string, tried: number): Promise<void> {
  const file = await fileById(services.db, id)
  if (file === undefined || file.state !== 'pending') return
  const finding = await look(services, file)
  const minutes = minutesUntilNext[tried]
  if (finding === undefined && minutes !== undefined) {
    const startAfter = new Date(services.clock().getTime() + minutes * 60_000)
    await services.db
      .transaction()
      .execute((tx) => services.sendJob(tx, scanFileJob, { id, tried: tried + 1 }, { startAfter }))
    return
  }
  await settle(services, tell, id, finding ?? { state: 'failed' })
}

/** @returns undefined when the scanner could not be asked, or the content not be read */
async function look({ files, scanner, log }: Services, file: StoredFile): Promise<Finding | undefined> {
  try {
    const content = await files.open(file.sha256)
    if (content === undefined) return { state: 'failed' }
    if (scanner === undefined) {
      content.destroy()
      return { state: 'clean', checkedBy: 'none' }
    }
    const result = await scanner(content)
    return result.clean ? { state: 'clean', checkedBy: 'scanner' } : { state: 'infected', virus: result.virus }
  } catch (error) {
    log.warn({ err: error, file: file.id }, 'a file could not be scanned')
    return undefined
  }
}

async function settle(services: Services, tell: TellOfFile, id: string, finding: Finding): Promise<void> {
  const at = services.clock()
  await services.db.transaction().execute(async (tx) => {
    const file = await lockFile(tx, id)
    if (file === undefined || file.state !== 'pending') return
    await markChecked(tx, id, finding, at)
    await recordEvent(tx, {
      action: `file.${finding.state}`,
      actorId: null,
      objectType: file.ownerType,
      objectId: file.ownerId,
      at,
      facts: { file: id, sha256: file.sha256, ...finding },
    })
    const virus = finding.state === 'infected' ? finding.virus : null
    if (finding.state !== 'clean') await tell(tx, { ...file, state: finding.state, virus, checkedAt: at })
  })
}
