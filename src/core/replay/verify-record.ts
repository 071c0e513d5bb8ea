import { canonicalJson, contentHash, type Json } from '../canonical/index.ts'
import {
  checkOutcomes as checkSums,
  type DecisionRecord,
  itemHash,
  proposeOutcomes,
  recommendationHash,
  recordParts,
  recordSeal,
  sameOutcome,
  workOutPortfolio,
  worthOf,
} from '../decisions/index.ts'
import { type SealedDocument, seedOf } from '../rules/index.ts'
import { type Check, check, notChecked, type Tools, tried } from './check.ts'

/** What the checks of a record come to: the first that is not the same is named. No event of the chain is in a record. */
export type RecordVerification = {
  readonly ok: boolean
  readonly events: 0
  readonly firstBroken: { readonly sequence: null; readonly text: string } | null
  readonly checks: readonly Check[]
}

const known: ReadonlySet<string> = new Set([
  'document',
  'format',
  'schema',
  'manifest',
  'seal',
  'applications',
  'declarations',
  ...recordParts,
])

/**
 * Replays a decision record from itself alone: hashes every part again, looks at the case against the sealed rules and the
 * scores, works the portfolio out again, and compares what was proposed, recommended and decided.
 *
 * @param given of the shape of a record by its head; the rest may have been altered in any way
 */
export function verifyRecord(given: DecisionRecord, tools: Tools): RecordVerification {
  const checks = [
    ...tried('manifest', () => checkManifest(given, tools)),
    ...tried('declarations', () => checkItems(given, 'declarations', tools)),
    ...tried('applications', () => checkItems(given, 'applications', tools)),
    ...tried('rules', () => checkRules(given, tools)),
    ...tried('scores', () => checkCase(given)),
    ...tried('portfolio', () => checkPortfolio(given, tools)),
    ...tried('recommendation', () => checkOutcomes(given, tools)),
    ...tried('applications', () => checkMoney(given)),
  ]
  const broken = checks.find(({ same }) => !same)
  const firstBroken = broken === undefined ? null : ({ sequence: null, text: broken.text } as const)
  return { ok: broken === undefined, events: 0, firstBroken, checks }
}

function checkManifest(given: DecisionRecord, { sha256 }: Tools): readonly Check[] {
  const unknown = Object.keys(given).find((name) => !known.has(name))
  return [
    ...recordParts.map((name) =>
      check(
        name,
        contentHash(given[name] as unknown as Json, sha256) === given.manifest[name],
        `the part “${name}” is as it was recorded`,
        `the part “${name}” is not as it was recorded`,
      ),
    ),
    check(
      'manifest',
      unknown === undefined &&
        Object.keys(given.manifest).length === recordParts.length &&
        recordSeal(given, sha256) === given.seal,
      'the head and the manifest are as they were recorded',
      unknown === undefined
        ? 'the head or the manifest is not as it was recorded'
        : `a decision record has no part “${unknown}”`,
    ),
  ]
}

/** A hash is of the whole of a member: what is shown of one that is withheld cannot be compared with it. */
const withheldWords = {
  declarations: 'neither their words nor what is shown of them is checked against their hashes',
  applications:
    'their outcome, pounds and reserve place are not checked against their hashes, nor whether a departure from the recommendation names a rule and a reason',
} as const

/** Members of a list have their hashes, one by one; what is withheld is counted. */
function checkItems(given: DecisionRecord, name: 'declarations' | 'applications', { sha256 }: Tools): readonly Check[] {
  const hashes = name === 'applications' ? given.applicationHashes : given.declarationHashes
  const items = given[name]
  const broken = items.findIndex((item, at) => !('withheld' in item) && itemHash(item, sha256) !== hashes[at])
  const withheld = items.filter((item) => 'withheld' in item).length
  return [
    check(
      name,
      broken < 0 && items.length === hashes.length,
      `each of the ${name} has its hash`,
      broken < 0
        ? `there are not as many ${name} as hashes`
        : `number ${broken + 1} of the ${name} does not have its hash`,
    ),
    ...(withheld === 0 ? [] : [notChecked(name, `${withheld} of the ${name} are withheld: ${withheldWords[name]}`)]),
  ]
}

function checkRules({ rules, portfolio }: DecisionRecord, { sha256 }: Tools): readonly Check[] {
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
function checkCase({ scores, portfolio }: DecisionRecord): readonly Check[] {
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

function checkPortfolio({ portfolio }: DecisionRecord, { sha256, solve }: Tools): readonly Check[] {
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
function checkOutcomes(given: DecisionRecord, { sha256 }: Tools): readonly Check[] {
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
      `the portfolio is what was recommended, but for ${departs.length} departures that each name a rule and a reason`,
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
function checkMoney({ rules, recommendation, applications }: DecisionRecord): readonly Check[] {
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
