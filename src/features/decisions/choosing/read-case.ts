import { weightedTotal } from '../../../core/assessment/index.ts'
import { type DecisionCase, orderByScore, portfolioEffort, poundsOf, worthOf } from '../../../core/decisions/index.ts'
import { errorOfTotal, type FinalScore, type PanelNoise } from '../../../core/interviews/index.ts'
import { rulesIn, seedOf } from '../../../core/rules/index.ts'
import { pooledSd, type ShortlistDocument } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { latestUnderstanding, shortlistOf } from '../../assessment/index.ts'
import { type RoundInFund, type Seal, sealOf } from '../../funds/index.ts'
import { finalScores, interviewsClosed } from '../interviewing/final-scores.ts'
import { interviewErrors } from '../interviewing/interview-errors.ts'
import { moneyAnswered } from './money-questions.ts'

/** What a decision starts from, with the documents that it follows. */
export type Deciding = {
  readonly seal: Seal
  readonly shortlist: ShortlistDocument
  readonly shortlistSha256: string
  readonly scores: readonly FinalScore[]
  /** By application: as the frozen shortlist names them. */
  readonly leads: ReadonlyMap<string, string>
}

export type NotYet = 'rules-not-sealed' | 'not-frozen' | 'interviews-open'

/** Everything before the panel: or why nothing is yet. */
export async function readDeciding(db: Database | Tx, round: Pick<RoundInFund, 'id'>): Promise<Deciding | NotYet> {
  const seal = await sealOf(db, round.id)
  if (seal === undefined) return 'rules-not-sealed'
  const frozen = await shortlistOf(db, round.id)
  if (frozen === undefined) return 'not-frozen'
  if (!(await interviewsClosed(db, round.id))) return 'interviews-open'
  const shortlist = JSON.parse(frozen.document) as ShortlistDocument
  const ids = new Map(shortlist.case.candidates.map(({ id, reference }) => [reference, id]))
  return {
    seal,
    shortlist,
    shortlistSha256: frozen.sha256,
    scores: await finalScores(db, round, rulesIn(seal.document)),
    leads: new Map(shortlist.applications.map(({ reference, lead }) => [ids.get(reference) ?? '', lead])),
  }
}

/** The case of a round under its sealed rules, with no card moved. */
export async function readCase(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  { seal, shortlist, scores }: Deciding,
  moneyQuestion: string | null,
): Promise<DecisionCase> {
  const { money, locked, round } = seal.document
  const able = scores.filter(({ aboveThreshold }) => aboveThreshold)
  const facts = new Map(shortlist.case.candidates.map((candidate) => [candidate.id, candidate]))
  const byId = new Map(able.map((score) => [score.applicationId, score]))
  const sds = await sdsOf(db, round.id, shortlist)
  const asked = await moneyAnswered(db, [...byId.keys()], moneyQuestion)
  const interview = locked.interview.held ? await interviewErrors(db, round, locked.interview) : undefined
  const sdOf = (id: string): number | null => {
    const written = sds.get(id)
    if (written === undefined) return null
    if (interview === undefined) return written
    return errorOfTotal({ written, interview: interview.errorOf(id) }, locked.interview.writtenPercent)
  }
  const limits = { places: money.places, budgetPounds: money.budgetPounds, capPounds: money.capPounds }
  const thresholdPercent = locked.overallLeastPercent
  return {
    format: 1,
    ...limits,
    thresholdPercent,
    spread: locked.spread,
    eligibleKinds: locked.eligibility.eligibleKinds,
    candidates: orderByScore(able, shortlist.case, sha256).flatMap((id) => {
      const [score, fact] = [byId.get(id), facts.get(id)]
      if (score === undefined || fact === undefined) return []
      const { reference, totalPercent } = score
      const { region, authorityType, deliveryModels } = fact
      const sd = sdOf(id)
      const askedPounds = asked.get(id) ?? null
      return [
        {
          id,
          reference,
          totalPercent,
          value: worthOf(totalPercent, thresholdPercent),
          sd: sd === null ? null : sixDecimals(sd),
          pounds: poundsOf(askedPounds, limits),
          askedPounds,
          region,
          authorityType,
          deliveryModels,
        },
      ]
    }),
    moneyQuestion,
    ...(interview !== undefined && { panelNoise: rounded(interview.noise) }),
    forcedIn: [],
    forcedOut: [],
    ...portfolioEffort,
    seed: seedOf(seal.document, sha256),
  }
}

const sixDecimals = (value: number): number => Math.round(value * 1e6) / 1e6

const rounded = (noise: PanelNoise): PanelNoise => ({
  ...noise,
  chance: sixDecimals(noise.chance),
  leniency: sixDecimals(noise.leniency),
})

/** Half the width of the middle 90% of a normal distribution, in standard deviations. */
const of90 = 1.6449

/**
 * How far a written score may be off, in points: by the statistics of the round where there are some, else by how far
 * assessors of one application lie apart.
 */
async function sdsOf(
  db: Database | Tx,
  roundId: string,
  { case: given }: ShortlistDocument,
): Promise<ReadonlyMap<string, number>> {
  const study = await latestUnderstanding(db, roundId, ['done'])
  const estimates = study?.result?.calibration?.applications
  if (estimates !== undefined)
    return new Map(estimates.map(({ id, interval90: [low, high] }) => [id, (high - low) / (2 * of90)]))
  const totals = given.candidates.map(({ id, reviews }) => ({
    id,
    totals: new Map(
      reviews.map(({ personId, points }) => [
        personId,
        weightedTotal(given.rules.criteria, new Map(Object.entries(points))) ?? 0,
      ]),
    ),
  }))
  const sd = pooledSd(totals)
  return new Map(
    sd === null ? [] : totals.map(({ id, totals: of }): [string, number] => [id, sd / Math.sqrt(Math.max(1, of.size))]),
  )
}
