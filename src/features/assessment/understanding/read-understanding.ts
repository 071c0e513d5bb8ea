import {
  type AssessmentPhase,
  assessmentPhase,
  leadShown,
  leastReaders,
  scoresAreOpen,
} from '../../../core/assessment/index.ts'
import { type AssessmentRules, rulesIn } from '../../../core/rules/index.ts'
import type { UnderstandingCase, UnderstandingResult } from '../../../core/understanding/index.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { type RoundInFund, sealOf } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { readCase } from './read-case.ts'
import { stillStands } from './still-stands.ts'
import { latestUnderstanding, type UnderstandingRun } from './understanding.store.ts'

/** An application as it is named on pages. `leadName`: '' where the sealed rules keep applicants unnamed. */
export type NamedApplication = { readonly reference: string; readonly leadName: string }

/** What was worked out last, with what is needed to show it. */
export type Understood = {
  readonly run: UnderstandingRun
  readonly input: UnderstandingCase
  readonly result: UnderstandingResult
  /** Whether scores have changed since. */
  readonly stale: boolean
  readonly applications: ReadonlyMap<string, NamedApplication>
  /** How many reviews of each application the sealed rules ask for. */
  readonly reviewsAsked: number
  /** Names of assessors, by id. */
  readonly people: ReadonlyMap<string, string>
  /** Names of criteria, by id. */
  readonly criteria: ReadonlyMap<string, string>
}

export type Understanding = {
  readonly phase: AssessmentPhase
  readonly rules: AssessmentRules | undefined
  /** What is being worked out, or was not done. */
  readonly latest: UnderstandingRun | undefined
  readonly understood: Understood | undefined
}

/** What the scores of a round say, for those who may look; nothing of it before scoring has closed. */
export async function readUnderstanding(services: Services, round: RoundInFund): Promise<Understanding> {
  const { db } = services
  const assessment = await assessmentOf(db, round.id)
  const phase = assessmentPhase(assessment)
  const seal = await sealOf(db, round.id)
  const rules = seal && rulesIn(seal.document)
  if (seal === undefined || rules === undefined || !scoresAreOpen(assessment))
    return { phase, rules, latest: undefined, understood: undefined }
  const latest = await latestUnderstanding(db, round.id)
  const run = latest?.state === 'done' ? latest : await latestUnderstanding(db, round.id, ['done'])
  if (run === undefined || run.result === null) return { phase, rules, latest, understood: undefined }
  const now = await readCase(db, services, round.id, seal)
  const stale = !stillStands(now, run.inputSha256, services.sha256)
  const { input, result } = run
  const people = await peopleById(db, [...new Set(input.reviews.map(({ assessor }) => assessor))])
  const scorable = await scorableApplications(db, round.id)
  return {
    phase,
    rules,
    latest,
    understood: {
      run,
      input,
      result,
      stale,
      reviewsAsked: leastReaders(scorable.length, {
        everyoneUpTo: rules.assignment.everyoneUpTo,
        each: seal.document.mechanics.assessorsPerApplication,
      }),
      applications: new Map(
        scorable.map(({ id, reference, leadName }) => [id, { reference, leadName: leadShown(rules, leadName) }]),
      ),
      criteria: new Map(rules.criteria.map(({ id, name }) => [id, name])),
      people: new Map([...people].map(([id, { name, email }]) => [id, name || email])),
    },
  }
}
