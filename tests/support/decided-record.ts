import { createHash } from 'node:crypto'
import { canonicalJson, contentHash, type Json } from '../../src/core/canonical/index.ts'
import {
  type DecidedApplication,
  type DecisionCase,
  type DecisionRecord,
  decisionRecord,
  proposeOutcomes,
  recommendationHash,
  workOutPortfolio,
  worthOf,
} from '../../src/core/decisions/index.ts'
import type { Solve } from '../../src/core/solver/linear-program.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const at = '2026-03-01T09:00:00.000Z'
const regions = ['North West', 'London', 'East of England']

/** A case of so many candidates, with a rule of spread, from totals that are easy to read. */
export function exampleCase(count: number, more: Partial<DecisionCase> = {}): DecisionCase {
  const candidates = Array.from({ length: count }, (_, n) => {
    const totalPercent = 62.25 + ((n * 37) % 30)
    return {
      id: `id-${n}`,
      reference: `R-${n}`,
      totalPercent,
      value: worthOf(totalPercent, 60),
      sd: 3.5,
      pounds: 60_000 + ((n * 13_000) % 40_000),
      askedPounds: 60_000 + ((n * 13_000) % 40_000),
      region: regions[n % 3] ?? '',
      authorityType: n % 2 === 0 ? 'district' : 'county',
      deliveryModels: n % 4 === 0 ? ['mutual', 'in-house'] : ['in-house'],
    }
  }).sort((one, other) => other.totalPercent - one.totalPercent)
  return {
    format: 1,
    places: 3,
    budgetPounds: 250_000,
    capPounds: 100_000,
    thresholdPercent: 60,
    spread: [{ basis: 'region', value: '', least: null, most: 1 }],
    eligibleKinds: ['county', 'district'],
    candidates,
    moneyQuestion: 'asked',
    forcedIn: [],
    forcedOut: [],
    alternatives: 3,
    draws: 20,
    seed: 7,
    ...more,
  }
}

/** As much of sealed rules as a record is looked at against. */
const rulesOf = (given: DecisionCase) => ({
  money: { places: given.places, budgetPounds: given.budgetPounds, capPounds: given.capPounds },
  locked: {
    overallLeastPercent: given.thresholdPercent,
    spread: given.spread as unknown as Json,
    eligibility: { eligibleKinds: given.eligibleKinds },
  },
  mechanics: {},
})

/** The first 48 bits of the hash of what is locked and of how the work is done. */
const seedBy = ({ locked, mechanics }: ReturnType<typeof rulesOf>): number =>
  Number.parseInt(sha256(canonicalJson({ locked, mechanics })).slice(0, 12), 16)

/** A whole record of an example, as a decision that follows the portfolio would have it. */
export function exampleRecord(solve: Solve): DecisionRecord {
  const panelNoise = { chance: 7.5, leniency: 2, members: 6, scores: 18, from: 'panel' } as const
  const sealed = rulesOf(exampleCase(6))
  const given = exampleCase(6, { draws: 4, alternatives: 2, panelNoise, seed: seedBy(sealed) })
  const result = workOutPortfolio(given, solve)
  const scores = given.candidates.map(({ id, reference, totalPercent }) => ({
    applicationId: id,
    reference,
    writtenPercent: totalPercent,
    interviewPercent: null,
    totalPercent,
    aboveThreshold: true,
  }))
  const rules = canonicalJson(sealed)
  const outcomes = proposeOutcomes(given, result, scores)
  const applications = outcomes.map(
    (each, n): DecidedApplication => ({
      ...each,
      lead: `Council ${n}`,
      leadId: `L-${n}`,
      region: regions[n % 3] ?? '',
      salt: `${n}`,
    }),
  )
  return decisionRecord(
    {
      round: { id: 'round', fund: 'A fund', name: 'First round', illustrative: true },
      rules: { version: 1, sha256: sha256(rules), text: rules },
      shortlist: { sha256: sha256('shortlist'), frozenAt: at },
      scores,
      moneyQuestion: 'asked',
      portfolio: {
        number: 1,
        inputSha256: contentHash(given as unknown as Json, sha256),
        resultSha256: contentHash(result as unknown as Json, sha256),
        solver: 'HiGHS',
        seed: given.seed,
        case: given,
        result,
      },
      whatIfs: [],
      declarations: [{ name: 'A Member', stage: 'panel', conflicts: [], statement: '', declaredAt: at, salt: 's' }],
      recommendation: { outcomes, sha256: recommendationHash(outcomes, sha256), frozenAt: at, frozenBy: 'A Member' },
      note: {
        regularity: 'Lawful',
        propriety: 'Proper',
        valueForMoney: 'Worth it',
        feasibility: 'Can be done',
        by: 'An Officer',
        at,
      },
      submission: { summary: 'Three awards', options: 'Fewer', linesToTake: 'Chosen by sealed rules' },
      decision: {
        decidedBy: 'A Minister',
        title: 'Minister',
        recordedBy: '',
        evidence: '',
        at,
        approval: { asked: true, reason: '' },
      },
      applications,
      reserveExpiresOn: '2026-09-30',
      tellAt: '2026-03-05T09:00:00.000Z',
    },
    sha256,
  )
}
