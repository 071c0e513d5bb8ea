import type { RegisterProblem } from '../../core/authorities/check-register.ts'
import type { RegisterComparison } from '../../core/authorities/compare-registers.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type ImportContext, importRegister, planImport } from './import-register.ts'
import { type RegisterFile, readRegisterFile } from './read-register-file.ts'
import { lockRegister, registerAsKept } from './register.store.ts'

/** What an import did, or would do. With any problem nothing is changed. */
export type ImportReport = Omit<RegisterFile, 'authorities'> & {
  readonly read: number
  /** What does not hold together between the bodies. */
  readonly registerProblems: readonly RegisterProblem[]
  /** Undefined when there are problems. */
  readonly comparison: RegisterComparison | undefined
  /** Changes whenever what would be done does: what was looked at is what is then done. */
  readonly digest: string
}

/** What an import stands on. */
export type ImportServices = Pick<Services, 'db' | 'sha256' | 'clock'>

const reportOf = (
  services: ImportServices,
  { authorities, ...file }: RegisterFile,
  found: Pick<ImportReport, 'registerProblems' | 'comparison'>,
): ImportReport => ({
  ...file,
  read: authorities.length,
  ...found,
  digest: services.sha256(JSON.stringify(found.comparison ?? null)),
})

/** What taking in this file would add, change and end. Nothing is changed. */
export async function previewAuthorities(services: ImportServices, fileText: string): Promise<ImportReport> {
  return await reportOn(services, readRegisterFile(fileText), services.db)
}

async function reportOn(services: ImportServices, file: RegisterFile, db: Database): Promise<ImportReport> {
  if (file.problems.length > 0) return reportOf(services, file, { registerProblems: [], comparison: undefined })
  const planned = planImport(await registerAsKept(db), file.authorities)
  return planned.ok
    ? reportOf(services, file, { registerProblems: [], comparison: planned.value.comparison })
    : reportOf(services, file, { registerProblems: planned.problems, comparison: undefined })
}

/**
 * Takes in a file of the register: the project's own format or the upstream CSV. All or nothing: a problem in one row
 * stops the whole, and the report says which row.
 *
 * @param previewed the digest of the report that a person has looked at; left out, what is in the file is taken as it is
 * @returns the report; when `comparison` is there and the digest is the one previewed, it has been done
 */
export async function importAuthorities(
  services: ImportServices,
  fileText: string,
  context: ImportContext = { actorId: null, at: services.clock() },
  previewed?: string,
): Promise<ImportReport> {
  const file = readRegisterFile(fileText)
  return await services.db.transaction().execute(async (tx) => {
    await lockRegister(tx)
    const report = await reportOn(services, file, tx)
    const asPreviewed = previewed === undefined || previewed === report.digest
    if (report.comparison !== undefined && asPreviewed) await importRegister(tx, services, file.authorities, context)
    return report
  })
}
