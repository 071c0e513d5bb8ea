import { kindPlural } from '../../../core/authorities/kind-words.ts'
import type { ComplaintCounts } from '../../../core/complaints/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type AwardNow, awardsNow, type ResultFigure, type ResultsDocument } from '../../../core/results/index.ts'
import { describeSealed, type RuleFact } from '../../../core/rules/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { awardsOf, complaintCounts } from '../../decisions/index.ts'
import { phaseOf, type RoundInFund, roundByPath, sealOf } from '../../funds/index.ts'
import { fundPath, roundPath } from '../../guidance/index.ts'
import type { ReportedResultsModel } from './pages/reported-results.ts'
import { reportedAwards } from './reported-awards.store.ts'
import { resultRowsPath, resultsFilePath, resultsPath, resultsVersionPath } from './results.paths.ts'
import { type PublishedResults, resultsOf } from './results.store.ts'

type Address = { readonly fund: string; readonly round: string }

/** What everybody reads of the results of a round. */
export type ReadResults = {
  readonly round: RoundInFund
  readonly document: ResultsDocument
  readonly sha256: string
  readonly publishedOn: string
  /** As they stand now, whichever version is read. */
  readonly awards: readonly AwardNow[]
  /** The rules by which it was decided, in words. */
  readonly method: readonly RuleFact[]
  readonly rulesHref: string
  /** As they stand now, which is after the document. */
  readonly complaints: ComplaintCounts
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[]
  /** Where the applications behind a figure stand; undefined of a version that does not say how far each came. */
  readonly rowsOf: ((figure: ResultFigure) => string) | undefined
  readonly files: Readonly<Record<'grants' | 'grantsCsv' | 'record' | 'document', string>>
  readonly versions: readonly {
    readonly number: number
    readonly on: string
    readonly reason: string
    readonly href: string
    readonly current: boolean
  }[]
}

/** A round that is before the public. @throws {NotFound} */
export async function publicRound(db: Database, { fund, round: slug }: Address, at: Date): Promise<RoundInFund> {
  const round = await roundByPath(db, fund, slug)
  if (round === undefined || phaseOf(round, at) === 'preparing') throw notFound('round')
  return round
}

/**
 * The results of a round: five statements.
 *
 * @param number of a version; the newest unless said
 * @throws {NotFound} before there are any
 */
export async function readResults(
  db: Database,
  address: Address,
  at: Date,
  number?: number,
): Promise<ReadResults & { readonly results: PublishedResults }> {
  const round = await publicRound(db, address, at)
  const versions = await resultsOf(db, round.id)
  const results = versions.find((each) => number === undefined || each.number === number)
  if (results === undefined) throw notFound('results')
  const { document, sha256, publishedAt } = results
  const seal = await sealOf(db, round.id, document.rules.version)
  const names = { kind: kindPlural, question: (id: string) => id }
  return {
    round,
    results,
    document,
    sha256,
    publishedOn: ukTimeWithZone(publishedAt),
    awards: awardsNow(document.awards, await awardsOf(db, round.id)),
    method: seal === undefined ? [] : describeSealed(seal.document, names).filter(isOfMethod),
    rulesHref: `${roundPath(address)}/rules`,
    breadcrumbs: crumbsOf(round, address),
    complaints: await complaintCounts(db, round.id),
    rowsOf: document.format === 1 ? undefined : (figure) => resultRowsPath(address, results.number, figure),
    files: {
      grants: resultsFilePath(address, 'awards.json'),
      grantsCsv: resultsFilePath(address, 'awards.csv'),
      record: resultsFilePath(address, 'decision-record.json'),
      document: resultsFilePath(address, 'results.json'),
    },
    versions: versions.map((each, index) => ({
      number: each.number,
      on: ukTimeWithZone(each.publishedAt),
      reason: each.reason,
      href: index === 0 ? resultsPath(address) : resultsVersionPath(address, each.number),
      current: each.number === results.number,
    })),
  }
}

export const crumbsOf = ({ fund, name }: RoundInFund, address: Address): ReadResults['breadcrumbs'] => [
  { text: 'Funds', href: '/' },
  { text: fund.name, href: fundPath(address.fund) },
  { text: name, href: roundPath(address) },
]

/** What others published of the results of a round that was decided elsewhere: two statements. @returns undefined of all others */
export async function readReportedResults(
  db: Database,
  address: Address,
  at: Date,
): Promise<ReportedResultsModel | undefined> {
  const round = await publicRound(db, address, at)
  const awards = await reportedAwards(db, [round.id])
  return awards.length === 0 ? undefined : { round, awards, breadcrumbs: crumbsOf(round, address) }
}

/** What decided who is awarded; the rest of the rules has a page of its own. */
const ofMethod: readonly string[] = [
  'Thresholds',
  'Interviews',
  'Spread of awards',
  'Ties',
  'Comparing scores',
  'Moderation',
]

const isOfMethod = ({ section }: RuleFact): boolean => ofMethod.includes(section)
