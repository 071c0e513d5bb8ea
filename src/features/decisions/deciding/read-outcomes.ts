import { leadShown } from '../../../core/assessment/index.ts'
import { type Outcome, proposeOutcomes, withReservePlaces } from '../../../core/decisions/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { rulesIn } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { keptFrom } from '../../assessment/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { type PortfolioRun, portfoliosOf } from '../choosing/portfolios.store.ts'
import { type Deciding, type NotYet, readDeciding } from '../choosing/read-case.ts'
import {
  type ChoiceRow,
  choicesOf,
  type Declared,
  declarationsOf,
  type Recommendation,
  recommendationOf,
  type Stage,
} from './deciding.store.ts'

/** What is before the people who recommend or decide: from what they start, and what they have chosen so far. */
export type Standing = {
  readonly deciding: Deciding
  /** What the sealed rules propose. */
  readonly run: PortfolioRun
  readonly recommendation: Recommendation | undefined
  /** From what this stage departs: the portfolio, or the recommendation. */
  readonly start: readonly Outcome[]
  readonly choices: readonly ChoiceRow[]
  /** What stands at this stage now. */
  readonly outcomes: readonly Outcome[]
  readonly declarations: readonly Declared[]
}

export type StandingNotYet = NotYet | 'no-portfolio' | 'not-recommended'

/** @returns why nothing can be recommended or decided yet, or where it stands */
export async function readStanding(
  db: Database | Tx,
  round: RoundInFund,
  stage: Stage,
): Promise<Standing | StandingNotYet> {
  const deciding = await readDeciding(db, round)
  if (typeof deciding === 'string') return deciding
  const recommendation = await recommendationOf(db, round.id)
  const runs = await portfoliosOf(db, round.id)
  const run =
    recommendation === undefined
      ? runs.find(({ name, state }) => name === '' && (state === 'done' || state === 'impossible'))
      : runs.find(({ id }) => id === recommendation.runId)
  if (run === undefined || run.result === null) return 'no-portfolio'
  if (stage === 'decision' && recommendation === undefined) return 'not-recommended'
  const proposed = proposeOutcomes(run.input, run.result, deciding.scores)
  const start =
    stage === 'panel'
      ? proposed
      : (recommendation?.outcomes ?? []).map((each): Outcome => ({ ...each, departure: null }))
  const choices = await choicesOf(db, round.id, stage)
  return {
    deciding,
    run,
    recommendation,
    start,
    choices,
    outcomes: stage === 'panel' && recommendation !== undefined ? recommendation.outcomes : chosenOf(start, choices),
    declarations: await declarationsOf(db, round.id),
  }
}

/** Where it stands at the last stage that was reached. */
export async function readLastStanding(db: Database | Tx, round: RoundInFund): Promise<Standing | StandingNotYet> {
  const recommended = await readStanding(db, round, 'decision')
  return typeof recommended === 'string' ? await readStanding(db, round, 'panel') : recommended
}

/** What stands once choices are taken in: without one, what it started from. In reserve without a departure, the place it starts from. */
export function chosenOf(start: readonly Outcome[], choices: readonly ChoiceRow[]): readonly Outcome[] {
  const byId = new Map(choices.map((choice) => [choice.applicationId, choice]))
  return withReservePlaces(
    start.map((each): Outcome => {
      const choice = byId.get(each.id)
      if (choice === undefined) return each
      const { outcome, pounds, reservePlace, rule, reason, decidedAt, decidedByName } = choice
      const departure =
        rule === '' ? null : { rule, reason, decidedBy: decidedByName, decidedAt: decidedAt.toISOString() }
      const place = departure === null ? each.reservePlace : reservePlace
      return { ...each, outcome, pounds, reservePlace: outcome === 'reserve' ? place : null, departure }
    }),
  )
}

/** The applications that this person neither recommends nor decides on: by what is known of them, and what they said. */
export async function conflictsOf(
  db: Database | Tx,
  round: RoundInFund,
  { deciding, declarations }: Pick<Standing, 'deciding' | 'declarations'>,
  actor: Actor,
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set()
  const known = await keptFrom(db, round, rulesIn(deciding.seal.document), actor)
  return new Set([...known, ...(ownDeclaration(declarations, actor)?.applicationIds ?? [])])
}

export const hasDeclared = ({ declarations }: Pick<Standing, 'declarations'>, actor: Actor): boolean =>
  ownDeclaration(declarations, actor) !== undefined

/** What somebody said of their own conflicts. */
export const ownDeclaration = (declarations: readonly Declared[], actor: Actor): Declared | undefined =>
  actor.kind === 'person'
    ? declarations.find(({ personId, decider }) => decider === '' && personId === actor.personId)
    : undefined

/** Who applied, where the sealed rules let people know before the decision; '' where they do not. */
export const leadOf = ({ deciding }: Pick<Standing, 'deciding'>, id: string): string =>
  leadShown(rulesIn(deciding.seal.document), deciding.leads.get(id) ?? '')

/** An application as people who recommend or decide see it. */
export const namedIn = (standing: Pick<Standing, 'deciding'>, id: string, reference: string): string =>
  [reference, leadOf(standing, id)].filter(Boolean).join(', ')
