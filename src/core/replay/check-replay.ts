import { canonicalJson, contentHash, type Json } from '../canonical/index.ts'
import {
  checkOutcomes as checkSums,
  type DecisionRecord,
  type PublishedRecord,
  proposeOutcomes,
  recommendationHash,
  sameOutcome,
  workOutPortfolio,
  worthOf,
} from '../decisions/index.ts'
import { type SealedDocument, seedOf } from '../rules/index.ts'
import { type Check, check, type Tools, tried } from './check.ts'

/** A record in either format: what replays has the same shape in both. */
type Replayed = DecisionRecord | PublishedRecord

/** What follows from what in a record: its case from the rules and the scores, its portfolio from the case, and the rest. */
export const checkReplay = (given: Replayed, tools: Tools): readonly Check[] => [
  ...tried('rules', () => checkRules(given, tools)),
  ...tried('scores', () => checkCase(given)),
  ...tried('portfolio', () => checkPortfolio(given, tools)),
  ...tried('recommendation', () => checkOutcomes(given, tools)),
  ...tried('applications', () => checkMoney(given)),
]

function checkRules({ rules, portfolio }: Replayed, { sha256 }: Tools): readonly Check[] {
  const { money, locked, mechanics } = JSON.parse(rules.text) as SealedDocument
  const { case: used } = portfolio
  const own = [money.places, money.budgetPounds, money.capPounds, locked.overallLeastPercent, locked.spread]
  const inCase = [used.places, used.budgetPounds, used.capPounds, used.thresholdPercent, used.spread]
  return [
    check(
      'rules',
      sha256(rules.text) === rules.sha256,
      'the rules have their hash',
      'the rules do not have their hash',
    ),
    check(
      'rules',
      equal(own, inCase) && equal(locked.eligibility.eligibleKinds, used.eligibleKinds),
      'the portfolio was chosen by the sealed rules',
      'the portfolio was not chosen by the sealed rules of this record',
    ),
    ...(locked.sumAsked === undefined
      ? []
      : [
          check(
            'rules',
            (used.moneyQuestion ?? '') === locked.sumAsked,
            'the sum asked for is the answer to the question that is sealed',
            'the sum asked for is not the answer to the question that is sealed',
          ),
        ]),
    check(
      'rules',
      used.seed === seedOf({ locked, mechanics }, sha256) && portfolio.seed === used.seed,
      'chance began with the hash of the sealed rules',
      'chance did not begin with the hash of the sealed rules of this record',
    ),
    check(
      'rules',
      used.forcedIn.length === 0 && used.forcedOut.length === 0,
      'no application was put into the portfolio or left out of it by hand',
      'an application was put into the portfolio or left out of it by hand',
    ),
  ]
}

const equal = (one: unknown, other: unknown): boolean => canonicalJson(one as Json) === canonicalJson(other as Json)

/** The candidates are those that reached every threshold, with their scores. */
function checkCase({ scores, portfolio }: Replayed): readonly Check[] {
  const { candidates, thresholdPercent } = portfolio.case
  const able = scores.filter(({ aboveThreshold }) => aboveThreshold)
  const byId = new Map(able.map((score) => [score.applicationId, score]))
  const fits =
    candidates.length === able.length &&
    candidates.every(({ id, totalPercent, value }) => {
      const score = byId.get(id)
      return score?.totalPercent === totalPercent && value === worthOf(totalPercent, thresholdPercent)
    })
  return [
    check(
      'scores',
      fits,
      'the portfolio was chosen from the scores of this record',
      'the portfolio was chosen from scores other than those of this record',
    ),
  ]
}

function checkPortfolio({ portfolio }: Replayed, { sha256, solve }: Tools): readonly Check[] {
  const again = workOutPortfolio(portfolio.case, solve)
  const hash = (value: unknown) => contentHash(value as Json, sha256)
  return [
    check(
      'portfolio',
      hash(portfolio.case) === portfolio.inputSha256 && hash(portfolio.result) === portfolio.resultSha256,
      'the case and the result of the portfolio have their hashes',
      'the case or the result of the portfolio does not have its hash',
    ),
    check(
      'portfolio',
      hash(again) === portfolio.resultSha256,
      'the portfolio, worked out again from its case, is the same',
      'the portfolio, worked out again from its case, is another',
    ),
  ]
}

/** What is recommended departs from the portfolio, and what is decided from that, for reasons that are given. */
function checkOutcomes(given: Replayed, { sha256 }: Tools): readonly Check[] {
  const { portfolio, scores, recommendation, applications } = given
  const proposed = proposeOutcomes(portfolio.case, portfolio.result, scores)
  const explained = (departure: { readonly rule: string; readonly reason: string } | null) =>
    departure !== null && departure.rule !== '' && departure.reason !== ''
  const recommended = new Map(recommendation.outcomes.map((each) => [each.id, each]))
  const departs = proposed.filter((each) => {
    const chosen = recommended.get(each.id)
    return chosen === undefined || !sameOutcome(each, chosen)
  })
  const decided = applications.filter((each) => recommended.has(each.id))
  const unexplained = decided.some((each) => {
    const was = recommended.get(each.id)
    if (was === undefined || 'withheld' in each) return false
    return (was.outcome !== each.outcome || was.pounds !== each.pounds) && !explained(each.departure)
  })
  return [
    check(
      'recommendation',
      recommendationHash(recommendation.outcomes, sha256) === recommendation.sha256,
      'the recommendation has its hash',
      'the recommendation does not have its hash',
    ),
    check(
      'recommendation',
      departs.every(({ id }) => explained(recommended.get(id)?.departure ?? null)),
      `the portfolio is what was recommended, but for ${departs.length === 1 ? '1 departure that names' : `${departs.length} departures that each name`} a rule and a reason`,
      'the recommendation departs from the portfolio without a rule or a reason',
    ),
    check(
      'applications',
      !unexplained && decided.length === recommendation.outcomes.length,
      applications.some((each) => 'withheld' in each)
        ? 'each departure of the decision from the recommendation names its rule and its reason, of the applications that are not withheld'
        : 'each departure of the decision from the recommendation names its rule and its reason',
      'the decision departs from the recommendation without a rule or a reason',
    ),
  ]
}

/** What is recommended, and what is decided, keeps to the places, the budget and the cap of the sealed rules. */
function checkMoney({ rules, recommendation, applications }: Replayed): readonly Check[] {
  const { money } = JSON.parse(rules.text) as SealedDocument
  const keeps = (outcomes: Parameters<typeof checkSums>[0]) => checkSums(outcomes, money).length === 0
  const decided = applications.flatMap(({ outcome, ...each }) => (outcome === 'award' ? [{ ...each, outcome }] : []))
  return [
    check(
      'recommendation',
      keeps(recommendation.outcomes),
      'the recommended awards keep to the places, the budget and the cap',
      'the recommended awards do not keep to the places, the budget or the cap',
    ),
    check(
      'applications',
      keeps(decided),
      'the decided awards keep to the places, the budget and the cap',
      'the decided awards do not keep to the places, the budget or the cap',
    ),
  ]
}
