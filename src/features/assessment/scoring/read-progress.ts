import { assessmentPhase, paceOf } from '../../../core/assessment/index.ts'
import { type Actor, may } from '../../../core/permissions/index.ts'
import type { MomentTyped } from '../../../core/rounds/index.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { ukClock, ukDate, ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { findRound, type RoundPath, sealOf } from '../../funds/index.ts'
import { type Assessment, assessmentOf } from '../assessment.store.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import { openingProblems, type ScoringProblem, tooFew } from './open-scoring.ts'
import type { ProgressModel } from './pages/progress.ts'
import { type AssessorProgress, closedMissing, progressOf } from './progress.store.ts'
import { paceTag, paceWords, scoringProblemLink } from './scoring.messages.ts'
import { glassPath, practicePath, progressPath } from './scoring.paths.ts'

type Asked = {
  readonly csrf: string
  readonly at: Date
  readonly problems: readonly ScoringProblem[]
  /** What was typed of when scores are due; undefined where nothing was. */
  readonly due: MomentTyped | undefined
}

/** How far scoring is in a round. @throws {NotFound} if it is not for this person to look at */
export async function readProgress(
  db: Database,
  actor: Actor,
  path: RoundPath,
  { csrf, at, problems, due }: Asked,
): Promise<ProgressModel> {
  const round = await findRound(db, actor, 'assessment:read', path)
  const assessment = await assessmentOf(db, round.id)
  const phase = assessmentPhase(assessment)
  const people = await progressOf(db, round.id)
  const missing = phase === 'sifting' ? await openingProblems(db, round, at) : []
  const seal = phase === 'scoring' ? await sealOf(db, round.id) : undefined
  const short = seal === undefined ? [] : await tooFew(db, round.id, seal, 'submitted')
  const { fundSlug, roundSlug } = path
  const given = people.reduce((sum, one) => sum + one.given, 0)
  const left = closedMissing(people)
  return {
    round: `${round.fund.name}: ${round.name}`,
    illustrative: round.illustrative,
    breadcrumbs: [...assessmentCrumbs(round), { text: 'Scoring' }],
    csrf,
    runs: may(actor, 'assessment:run', round.fundId),
    phase,
    now: nowWords(assessment, phase),
    missing: missing.map((problem) => scoringProblemLink(problem).text),
    numbers: [
      { value: people.length, label: people.length === 1 ? 'assessor' : 'assessors' },
      { value: given, label: 'reviews asked for' },
      { value: given - left, label: 'submitted' },
      { value: left, label: 'left' },
    ],
    people: people.map((one) => ({
      ...one,
      name: one.name || one.email,
      last:
        one.begun === 0 || one.lastSavedAt === null ? '' : `${ukClock(one.lastSavedAt)} on ${ukDate(one.lastSavedAt)}`,
      state: stateOf(one, assessment, round.minutesPerApplication, at),
    })),
    due: due ?? typedDue(assessment.dueAt),
    left,
    short: short.map((problem) => scoringProblemLink(problem).text),
    action: progressPath(fundSlug, roundSlug),
    practiceHref: practicePath(fundSlug, roundSlug),
    glassHref: glassPath(fundSlug, roundSlug),
    problems: problems.map(scoringProblemLink),
  }
}

function nowWords({ openedAt, dueAt, closedAt }: Assessment, phase: ProgressModel['phase']): string {
  if (phase === 'sifting') return 'Scoring has not opened.'
  if (phase === 'scoring')
    return `Scoring has been open since ${ukTime(openedAt ?? new Date(0))}${dueAt === null ? '' : `. Scores are due by ${ukTime(dueAt)}`}.`
  return `Scoring closed at ${ukTime(closedAt ?? new Date(0))}.`
}

function stateOf(
  { given, submitted }: AssessorProgress,
  { openedAt, dueAt, closedAt }: Assessment,
  minutesEach: number,
  at: Date,
): ProgressModel['people'][number]['state'] {
  if (openedAt === null || dueAt === null || closedAt !== null) return undefined
  const { standing } = paceOf({ given, submitted, minutesEach, openedAt, dueAt, at })
  return { text: paceWords[standing], classes: paceTag[standing] }
}

function typedDue(dueAt: Date | null): MomentTyped {
  if (dueAt === null) return { day: '', month: '', year: '', clock: '' }
  const { day, month, year, hour, minute } = ukParts(dueAt)
  return { day, month, year, clock: `${hour}:${minute}` }
}
