import {
  type DecidedApplication,
  type DecisionRecord,
  type Declaration,
  decisionRecord,
} from '../../../core/decisions/index.ts'
import { sealedText } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { portfoliosOf } from '../choosing/portfolios.store.ts'
import { receivedForRecord } from './deciding.store.ts'
import type { ToDecide } from './to-decide.ts'

/** All of a decision as its record has it. */
export async function makeRecord(tx: Tx, services: Services, given: ToDecide): Promise<DecisionRecord> {
  const { round, standing, note, submission, read, at } = given
  const { deciding, run, recommendation } = standing
  if (recommendation === undefined || run.result === null || run.resultSha256 === null)
    throw new Error('a decision follows a recommendation and a portfolio')
  const salt = (): string => Buffer.from(services.randomBytes(16)).toString('hex')
  const references = new Map(deciding.scores.map(({ applicationId, reference }) => [applicationId, reference]))
  const seal = (each: {
    readonly number: number
    readonly inputSha256: string
    readonly resultSha256: string | null
  }) => ({
    number: each.number,
    inputSha256: each.inputSha256,
    resultSha256: each.resultSha256 ?? '',
  })
  const others = (await portfoliosOf(tx, round.id)).filter(
    ({ name, resultSha256 }) => name !== '' && resultSha256 !== null,
  )
  return decisionRecord(
    {
      round: { id: round.id, fund: round.fund.name, name: round.name, illustrative: round.illustrative },
      rules: { version: deciding.seal.version, sha256: deciding.seal.sha256, text: sealedText(deciding.seal.document) },
      shortlist: { sha256: deciding.shortlistSha256, frozenAt: deciding.shortlist.frozenAt },
      scores: deciding.scores,
      moneyQuestion: run.input.moneyQuestion,
      portfolio: { ...seal(run), solver: run.solver, seed: run.seed, case: run.input, result: run.result },
      whatIfs: others.map((each) => ({ ...seal(each), name: each.name, reason: each.reason })),
      declarations: standing.declarations.map(
        ({ name, stage, applicationIds, statement, declaredAt, decider, evidence, takenBackFor }): Declaration => ({
          name: decider === '' ? name : decider,
          ...(decider !== '' && { recorded: { by: name, evidence } }),
          ...(takenBackFor !== '' && { takenBackFor }),
          stage,
          conflicts: applicationIds.flatMap((id) => references.get(id) ?? []),
          statement,
          declaredAt: declaredAt.toISOString(),
          salt: salt(),
        }),
      ),
      recommendation: {
        outcomes: recommendation.outcomes,
        sha256: recommendation.sha256,
        frozenAt: recommendation.frozenAt.toISOString(),
        frozenBy: recommendation.frozenByName,
      },
      note: { ...note, at: note.at.toISOString() },
      submission,
      decision: {
        decidedBy: read.decidedBy,
        title: read.title,
        recordedBy: read.recordedBy,
        evidence: read.evidence,
        at: at.toISOString(),
        approval: read.approval,
      },
      applications: await decidedApplications(tx, given, salt),
      reserveExpiresOn: read.expiresOn,
      tellAt: read.tellAt.toISOString(),
    },
    services.sha256,
  )
}

/** Everything that was sent in, with what became of it. */
async function decidedApplications(
  tx: Tx,
  { round, standing }: ToDecide,
  salt: () => string,
): Promise<readonly DecidedApplication[]> {
  const outcomes = new Map(standing.outcomes.map((each) => [each.id, each]))
  return (await receivedForRecord(tx, round.id)).map(({ ineligible, ...facts }): DecidedApplication => {
    const found = outcomes.get(facts.id)
    const { outcome, pounds, reservePlace, departure } = found ?? {
      outcome: ineligible ? ('ineligible' as const) : ('not-shortlisted' as const),
      pounds: null,
      reservePlace: null,
      departure: null,
    }
    return { ...facts, outcome, pounds, reservePlace, departure, salt: salt() }
  })
}
