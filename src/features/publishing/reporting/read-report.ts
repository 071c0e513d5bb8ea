import { englishRegions } from '../../../core/authorities/authority.ts'
import { isLive, purseOf } from '../../../core/awards/index.ts'
import type { ComplaintCounts } from '../../../core/complaints/index.ts'
import { type ReportedApplication, type RoundSummary, summariseRound } from '../../../core/reporting/index.ts'
import type { ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { shortlistOf } from '../../assessment/index.ts'
import { awardsOf, awardsOfFund, complaintCounts, type Decision, decisionOf } from '../../decisions/index.ts'
import { invitationsOf, type RoundInFund } from '../../funds/index.ts'
import { type CountedApplication, countedApplications } from './reporting.store.ts'

/** What those who run a round, and those who audit it, see of how it goes. */
export type RoundReport = RoundSummary & {
  readonly invited: number
  /** Whether the shortlist is frozen: before that nothing is shortlisted. */
  readonly shortlistIsFrozen: boolean
  readonly complaints: ComplaintCounts
  readonly money: FundMoney
}

/** What every round of the fund has of its money, whole pounds, and of its places. Offers that are open count at their most. */
export type FundMoney = {
  readonly committedPounds: number
  readonly leftPounds: number
  readonly awards: number
}

/** The counts of a round: seven statements, whatever there is in it. */
export async function readReport(db: Database | Tx, round: RoundInFund): Promise<RoundReport> {
  const { applications, shortlistIsFrozen, decision, awarded } = await standingOf(db, round.id)
  const summary = summariseRound(applications, { regions: englishRegions, kinds: round.eligibleKinds })
  const { length: invited } = await invitationsOf(db, round.id)
  const complaints = await complaintCounts(db, round.id)
  const money = await moneyOf(db, round, decision?.toldAt === null ? [...awarded.values()] : [])
  return { ...summary, invited, shortlistIsFrozen, complaints, money }
}

/** Every application that a report counts: four statements. */
export const readReported = async (
  db: Database | Tx,
  roundId: string,
): Promise<readonly (ReportedApplication & Pick<CountedApplication, 'id' | 'reference'>)[]> =>
  (await standingOf(db, roundId)).applications

async function standingOf(db: Database | Tx, roundId: string) {
  const counted = await countedApplications(db, roundId)
  const shortlist = await shortlistOf(db, roundId)
  const listed = new Set(shortlist === undefined ? [] : shortlistedIn(shortlist.document))
  const decision = await decisionOf(db, roundId)
  const awarded = await awardedBy(db, roundId, decision)
  const applications = counted.map((each) => ({
    ...each,
    shortlisted: listed.has(each.reference),
    awardedPounds: awarded.get(each.reference) ?? null,
  }))
  return { applications, shortlistIsFrozen: shortlist !== undefined, decision, awarded }
}

/** @param toBeOffered the awards of this round that are decided, and offered once everybody is told */
async function moneyOf(
  db: Database | Tx,
  { fund, fundId }: RoundInFund,
  toBeOffered: readonly number[],
): Promise<FundMoney> {
  const purse = purseOf(fund, await awardsOfFund(db, fundId))
  const leftPounds = purse.leftPounds - toBeOffered.reduce((sum, pounds) => sum + pounds, 0)
  return {
    leftPounds,
    committedPounds: fund.budgetPounds - leftPounds,
    awards: fund.places - purse.leftPlaces + toBeOffered.length,
  }
}

/** What each application is awarded: as it stands once everybody is told, and before as it was decided. */
async function awardedBy(
  db: Database | Tx,
  roundId: string,
  decision: Decision | undefined,
): Promise<ReadonlyMap<string, number>> {
  const decided = decision?.document.applications.flatMap(({ reference, outcome, pounds }) =>
    outcome === 'award' ? [[reference, pounds ?? 0] as const] : [],
  )
  if (decision === undefined || decision.toldAt === null) return new Map(decided)
  return new Map((await awardsOf(db, roundId)).filter(isLive).map(({ reference, pounds }) => [reference, pounds]))
}

const shortlistedIn = (document: string): readonly string[] =>
  (JSON.parse(document) as ShortlistDocument).applications
    .filter(({ shortlisted }) => shortlisted)
    .map(({ reference }) => reference)
