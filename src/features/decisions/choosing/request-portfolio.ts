import { longestReason } from '../../../core/assessment/index.ts'
import type { DecisionCase } from '../../../core/decisions/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { solverName } from '../../../platform/solver/solver-name.ts'
import { askRun, cancelRun } from '../../assessment/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'
import { moneyQuestions } from './money-questions.ts'
import { insertWhatIf, portfoliosOf } from './portfolios.store.ts'
import { type NotYet, readCase, readDeciding } from './read-case.ts'

export type PortfolioProblem =
  | { readonly code: NotYet | 'decided' | 'under-way' | 'ended-already' | 'question-unknown' }
  | { readonly code: 'name-missing'; readonly field: 'name' }
  | { readonly code: 'application-missing'; readonly field: 'application' }
  | { readonly code: 'move-missing'; readonly field: 'move' }
  | { readonly code: 'reason-missing' | 'reason-too-long'; readonly field: 'reason' }

/** A card that is moved: put in, left out, or left to the rules again. */
export type MoveTyped = {
  readonly application: string
  readonly move: string
  readonly name: string
  readonly reason: string
}

type Asked = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

/** The job that works it out. */
export const portfolioJob = 'decisions.portfolio'

/**
 * Asks for the portfolio that the sealed rules propose to be worked out.
 *
 * @param moneyQuestion the question for the sum asked for; '' where every award counts as the cap. Only where the sealed rules
 *   do not say it
 * @returns the number of the run
 */
export async function requestPortfolio(
  services: Services,
  { actor, path, at, moneyQuestion }: Asked & { readonly moneyQuestion: string },
): Promise<Result<number, PortfolioProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'decision:recommend', path)
    const deciding = await readDeciding(tx, round)
    if (typeof deciding === 'string') return refused<PortfolioProblem>({ code: deciding })
    const { sumAsked } = deciding.seal.document.locked
    const question = sumAsked ?? moneyQuestion
    const known = await moneyQuestions(
      tx,
      deciding.scores.map(({ applicationId }) => applicationId),
    )
    if (sumAsked === undefined && question !== '' && !known.some(({ id }) => id === question))
      return refused<PortfolioProblem>({ code: 'question-unknown' })
    const input = await readCase(tx, services, deciding, question === '' ? null : question)
    const rulesSha256 = deciding.seal.sha256
    return await queue(tx, services, { round, input, rulesSha256, by: personIdOf(actor), at, name: '', reason: '' })
  })
}

/**
 * Asks for a portfolio with one card moved from where another has it: a what-if with a name and a reason, which is kept.
 *
 * @param number of the portfolio that it starts from
 */
export async function tryMove(
  services: Services,
  { actor, path, at, number, typed }: Asked & { readonly number: number; readonly typed: MoveTyped },
): Promise<Result<number, PortfolioProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'decision:recommend', path)
    const from = (await portfoliosOf(tx, round.id)).find((run) => run.number === number)
    if (from === undefined) return refused<PortfolioProblem>({ code: 'ended-already' })
    const [name, reason] = [typed.name.trim(), typed.reason.trim()]
    const problems: PortfolioProblem[] = []
    const card = from.input.candidates.find(({ reference }) => reference === typed.application)
    if (card === undefined) problems.push({ code: 'application-missing', field: 'application' })
    if (!['in', 'out', 'free'].includes(typed.move)) problems.push({ code: 'move-missing', field: 'move' })
    if (name === '') problems.push({ code: 'name-missing', field: 'name' })
    if (reason === '') problems.push({ code: 'reason-missing', field: 'reason' })
    if (reason.length > longestReason) problems.push({ code: 'reason-too-long', field: 'reason' })
    if (card === undefined || problems.length > 0) return refused(...problems)
    const input = moved(from.input, card.id, typed.move)
    const { rulesSha256 } = from
    return await queue(tx, services, { round, input, rulesSha256, by: personIdOf(actor), at, name, reason })
  })
}

function moved(given: DecisionCase, id: string, move: string): DecisionCase {
  const others = (ids: readonly string[]) => ids.filter((each) => each !== id)
  const [forcedIn, forcedOut] = [others(given.forcedIn), others(given.forcedOut)]
  return {
    ...given,
    forcedIn: move === 'in' ? [...forcedIn, id] : forcedIn,
    forcedOut: move === 'out' ? [...forcedOut, id] : forcedOut,
  }
}

type ToQueue = {
  readonly round: RoundInFund
  readonly input: DecisionCase
  readonly rulesSha256: string
  readonly by: string | null
  readonly at: Date
  readonly name: string
  readonly reason: string
}

async function queue(
  tx: Tx,
  services: Services,
  { round, input, rulesSha256, by, at, name, reason }: ToQueue,
): Promise<Result<number, PortfolioProblem>> {
  if ((await decisionOf(tx, round.id)) !== undefined) return refused<PortfolioProblem>({ code: 'decided' })
  const runs = await portfoliosOf(tx, round.id)
  if (runs.some(({ state }) => state === 'waiting' || state === 'running'))
    return refused<PortfolioProblem>({ code: 'under-way' })
  const { id, number } = await askRun(tx, services, {
    kind: 'portfolio',
    job: portfolioJob,
    action: 'portfolio.requested',
    facts: { name, reason, forcedIn: input.forcedIn, forcedOut: input.forcedOut },
    round,
    by,
    at,
    input,
    rulesSha256,
    seed: input.seed,
    solver: solverName,
  })
  if (name !== '') await insertWhatIf(tx, { runId: id, name, reason })
  return done(number)
}

/** Cancels what is being worked out. */
export async function cancelPortfolio(
  services: Services,
  { actor, path, at }: Asked,
): Promise<Result<number, PortfolioProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'decision:recommend', path)
    const run = (await portfoliosOf(tx, round.id)).find(({ state }) => state === 'waiting' || state === 'running')
    const by = personIdOf(actor)
    const cancelled = run !== undefined && (await cancelRun(tx, { run, action: 'portfolio.cancelled', round, by, at }))
    return cancelled ? done(run.number) : refused<PortfolioProblem>({ code: 'ended-already' })
  })
}
