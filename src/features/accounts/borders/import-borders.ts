import type { Border, BorderNote, BorderProblem } from '../../../core/authorities/borders.ts'
import { readBorders } from '../../../core/authorities/borders.ts'
import { type BorderComparison, compareBorders } from '../../../core/authorities/compare-borders.ts'
import { isIsoDay, isoDay } from '../../../core/time/day.ts'
import type { CsvProblem } from '../../../platform/csv/read-csv.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import type { ImportContext } from '../import-register.ts'
import { lockRegister, registerAsKept } from '../register.store.ts'
import { type BorderSource, bordersAsKept, replaceBorders } from './borders.store.ts'
import { readBordersFile } from './read-borders-file.ts'

/** A file of borders with what is said of it. `asOfOn`: '' when it is no day. */
export type BordersFile = BorderSource & { readonly text: string }

/** What stops an import. What is said of the file has a field of its own. */
export type BordersProblem =
  | { readonly code: 'source-missing' | 'source-long'; readonly field: 'source' }
  | { readonly code: 'as-of-not-a-day' | 'as-of-to-come'; readonly field: 'asOf' }
  | { readonly code: 'no-borders' }
  | CsvProblem
  | BorderProblem

/** What an import did, or would do. With any problem nothing is changed. */
export type BordersReport = {
  readonly read: number
  readonly problems: readonly BordersProblem[]
  readonly notes: readonly BorderNote[]
  /** Undefined when there are problems. */
  readonly comparison: BorderComparison | undefined
  /** Changes whenever what would be done does: what was looked at is what is then done. */
  readonly digest: string
}

/** Follows in the same transaction: who must not read something any more loses it. */
export type BordersImported = (tx: Tx, context: ImportContext) => Promise<void>

/** The most characters that a source is named by. */
export const longestSource = 200

/** What an import stands on. */
export type BordersServices = Pick<Services, 'db' | 'sha256' | 'clock'>

/** What taking in this file in place of the borders that there are would change. Nothing is changed. */
export const previewBorders = async (services: BordersServices, file: BordersFile): Promise<BordersReport> =>
  (await planned(services, services.db, file)).report

/**
 * Takes in a file of borders in place of those that there are between bodies that are real. All or nothing: a problem in
 * one line stops the whole, and the report names the line.
 *
 * @param previewed the digest of the report that a person has looked at; left out, what is in the file is taken as it is
 * @returns the report; when `comparison` is there and the digest is the one previewed, it has been done
 */
export async function importBorders(
  services: BordersServices,
  file: BordersFile,
  imported: BordersImported,
  {
    context = { actorId: null, at: services.clock() },
    previewed,
  }: { readonly context?: ImportContext; readonly previewed?: string } = {},
): Promise<BordersReport> {
  return await services.db.transaction().execute(async (tx) => {
    await lockRegister(tx)
    const { report, borders } = await planned(services, tx, file)
    const asPreviewed = previewed === undefined || previewed === report.digest
    if (report.comparison === undefined || !asPreviewed) return report
    await replaceBorders(tx, borders, file)
    const { added, removed, kept } = report.comparison
    const codes = (those: readonly Border[]) => those.map(({ one, other }) => `${one} ${other}`)
    await recordEvent(tx, {
      action: 'borders.imported',
      actorId: context.actorId,
      objectType: 'register',
      objectId: 'borders',
      at: context.at,
      facts: {
        source: file.source,
        asOfOn: file.asOfOn,
        added: codes(added),
        removed: codes(removed),
        kept,
        digest: report.digest,
      },
    })
    await imported(tx, context)
    return report
  })
}

async function planned(
  { sha256, clock }: BordersServices,
  db: Database | Tx,
  file: BordersFile,
): Promise<{ readonly report: BordersReport; readonly borders: readonly Border[] }> {
  const { lines, problems: csv } = readBordersFile(file.text)
  const { source, asOfOn } = file
  const said = [...sourceProblems(source), ...dayProblems(asOfOn, isoDay(clock()))]
  const register = await registerAsKept(db)
  const { borders, problems, notes } = readBorders(lines, register, asOfOn)
  const none: readonly BordersProblem[] = csv.length === 0 && lines.length === 0 ? [{ code: 'no-borders' }] : []
  const wrong = [...said, ...csv, ...none, ...(said.some(({ field }) => field === 'asOf') ? [] : problems)]
  const comparison = wrong.length > 0 ? undefined : compareBorders(await bordersAsKept(db), borders)
  const digest = sha256(JSON.stringify({ source, asOfOn, borders, comparison }))
  return { report: { read: lines.length, problems: wrong, notes, comparison, digest }, borders }
}

type SaidProblem = Extract<BordersProblem, { field: string }>

function sourceProblems(source: string): readonly SaidProblem[] {
  if (source === '') return [{ code: 'source-missing', field: 'source' }]
  return source.length > longestSource ? [{ code: 'source-long', field: 'source' }] : []
}

function dayProblems(asOfOn: string, today: string): readonly SaidProblem[] {
  if (!isIsoDay(asOfOn)) return [{ code: 'as-of-not-a-day', field: 'asOf' }]
  return asOfOn > today ? [{ code: 'as-of-to-come', field: 'asOf' }] : []
}
