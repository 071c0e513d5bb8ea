import { leadShown } from '../../../core/assessment/index.ts'
import { type AssessmentRules, rulesIn } from '../../../core/rules/index.ts'
import { type Candidate, type Proposal, proposeShortlist, type ShortlistCase } from '../../../core/shortlist/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type RoundInFund, type Seal, sealOf } from '../../funds/index.ts'
import { sealedShortlistSize } from '../sealed-rules.ts'
import { type ScorableApplication, scorableApplications } from '../sifting/sift.store.ts'
import { readCase } from '../understanding/read-case.ts'
import { type CountedScore, countedScores } from '../understanding/read-score-table.ts'
import { stillStands } from '../understanding/still-stands.ts'
import { type EstimateRun, estimatesOf, inputWithoutEstimates } from './estimates.store.ts'
import { submittedTimes, tieFactsOf } from './shortlist.store.ts'

/** A proposal with what it follows from. */
export type Proposing = {
  readonly seal: Seal
  readonly rules: AssessmentRules
  readonly given: ShortlistCase
  readonly proposal: Proposal
  /** With `leadName` '' where the sealed rules hide who applies: pages show nobody's name before the decision is frozen. */
  readonly applications: ReadonlyMap<string, ScorableApplication>
  /** Whose each application is, for the frozen document alone. */
  readonly leads: ReadonlyMap<string, string>
  /** The statistics that the estimates are of; undefined where none were made. */
  readonly run: EstimateRun | undefined
  /**
   * Whether the statistics are of the scores as they are now. `missing`: the rules want them, and there are none.
   * `not-wanted`: they do not, or nothing can be estimated from the scores as they are, which the statistics say.
   */
  readonly statistics: 'current' | 'outdated' | 'missing' | 'not-wanted'
  readonly scores: readonly CountedScore[]
}

/** The applications that may be shortlisted, with the points that count, or (`original`) as they were given. */
export function candidatesOf(
  applications: readonly ScorableApplication[],
  submitted: ReadonlyMap<string, Date>,
  scores: readonly CountedScore[],
  which: 'points' | 'original',
): readonly Candidate[] {
  const byApplication = Map.groupBy(scores, ({ applicationId }) => applicationId)
  return applications.map((application): Candidate => {
    const byPerson = Map.groupBy(byApplication.get(application.id) ?? [], ({ personId }) => personId)
    return {
      id: application.id,
      reference: application.reference,
      region: application.region ?? '',
      authorityType: application.authorityKind,
      deliveryModels: [...application.deliveryModels].sort(),
      submittedAt: submitted.get(application.id)?.toISOString() ?? '',
      reviews: [...byPerson].map(([personId, of]) => ({
        personId,
        points: Object.fromEntries(of.map((score) => [score.criterionId, score[which]])),
      })),
    }
  })
}

/**
 * What the sealed rules propose from the scores as they stand.
 *
 * @returns undefined while the round has no sealed rules
 * @throws {Error} while scoring is open
 */
export async function readProposal(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  round: RoundInFund,
): Promise<Proposing | undefined> {
  const seal = await sealOf(db, round.id)
  if (seal === undefined) return undefined
  const rules = rulesIn(seal.document)
  const scores = await countedScores(db, round.id, rules)
  const applications = await scorableApplications(db, round.id)
  const candidates = candidatesOf(applications, await submittedTimes(db, round.id), scores, 'points')
  const size = await sealedShortlistSize(db, round.id, seal)
  const wanted = rules.calibration.use !== 'none' && applications.length > rules.calibration.noneUpTo
  const counts = wanted && !(await hasNothingToEstimate(db, sha256, round.id, seal))
  const run = counts ? await estimatesOf(db, round.id, size) : undefined
  const { criteria, overallLeastPercent, spread, tieBreaks, calibration } = rules
  const statistics = counts ? await statisticsStand(db, sha256, round.id, seal, run) : 'not-wanted'
  const given: ShortlistCase = {
    size,
    rules: { criteria, overallLeastPercent, spread, tieBreaks, calibration },
    candidates,
    estimates: run?.estimates ?? null,
    ...(await tieFactsOf(db, round.id)),
  }
  const proposal = proposeShortlist(given, sha256)
  return {
    seal,
    rules,
    given,
    proposal,
    applications: new Map(
      applications.map((each) => [each.id, { ...each, leadName: leadShown(rules, each.leadName) }]),
    ),
    leads: new Map(applications.map(({ id, leadName }) => [id, leadName])),
    run,
    statistics,
    scores,
  }
}

/** Whether the statistics were worked out of the scores as they are, and say that nothing can be estimated from them. */
async function hasNothingToEstimate(
  db: Database | Tx,
  sha256: Services['sha256'],
  roundId: string,
  seal: Seal,
): Promise<boolean> {
  const input = await inputWithoutEstimates(db, roundId)
  return input !== undefined && stillStands(await readCase(db, { sha256 }, roundId, seal), input, sha256)
}

async function statisticsStand(
  db: Database | Tx,
  sha256: Services['sha256'],
  roundId: string,
  seal: Seal,
  run: EstimateRun | undefined,
): Promise<Proposing['statistics']> {
  if (run === undefined) return 'missing'
  return stillStands(await readCase(db, { sha256 }, roundId, seal), run.inputSha256, sha256) ? 'current' : 'outdated'
}
