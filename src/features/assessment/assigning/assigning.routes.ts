import { leadShown, scoresAreOpen } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { assessorsOf } from '../assessors/assessors.store.ts'
import { kindInWords } from '../conflicts/conflicts.messages.ts'
import { conflictPairPath } from '../conflicts/conflicts.paths.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { type SealedRules, sealedRulesOf } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { acceptAssignment } from './accept-assignment.ts'
import { assigningProblemText, endedWords, runStateWords } from './assigning.messages.ts'
import { assignmentPath, runPath } from './assigning.paths.ts'
import { endedAssignmentsOf, liveAssignmentsOf } from './assignments.store.ts'
import { assignmentPage } from './pages/assignment.ts'
import { runPage } from './pages/run.ts'
import {
  type Names,
  shownDisciplines,
  shownExcluded,
  shownFigures,
  shownImpossible,
  shownLinkage,
  shownLoads,
  shownNotes,
  shownRows,
} from './read-run.ts'
import { type AssigningProblem, cancelAssignment, requestAssignment } from './request-assignment.ts'
import { type AssignmentRun, runByNumber, runsOf } from './runs.store.ts'

/** Working out who reads what. */
export const assigningRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/assessment/assignment', 'assessment:read', async (ask) =>
    overview(services, ask, []),
  ),
  post('/manage/funds/:fund/:round/assessment/assignment', 'assessment:run', 'assignment.requested', async (ask) => {
    const result = await requestAssignment(services, { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt })
    if (!result.ok) return await overview(services, ask, result.problems)
    return seeOther(runPath(param(ask, 'fund'), param(ask, 'round'), result.value))
  }),
  get('/manage/funds/:fund/:round/assessment/assignment/runs/:number', 'assessment:read', async (ask) =>
    showRun(services, ask, []),
  ),
  post(
    '/manage/funds/:fund/:round/assessment/assignment/runs/:number/accept',
    'assessment:run',
    'assignment.accepted',
    async (ask) => {
      const request = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt, number: numberIn(ask) }
      const result = await acceptAssignment(services, request)
      if (!result.ok) return await showRun(services, ask, result.problems)
      const { begun, ended } = result.value
      return seeOther(assignmentPath(param(ask, 'fund'), param(ask, 'round')), {
        flash: `The assignment is in force: ${begun} begun, ${ended} ended.`,
      })
    },
  ),
  post(
    '/manage/funds/:fund/:round/assessment/assignment/runs/:number/cancel',
    'assessment:run',
    'assignment.cancelled',
    async (ask) => {
      const request = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt, number: numberIn(ask) }
      const result = await cancelAssignment(services, request)
      if (!result.ok) return await showRun(services, ask, result.problems)
      return seeOther(runPath(param(ask, 'fund'), param(ask, 'round'), request.number), { flash: 'It is cancelled.' })
    },
  ),
]

function numberIn(ask: Ask): number {
  const number = Number(param(ask, 'number'))
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) throw notFound('run')
  return number
}

async function overview({ db }: Services, ask: Ask, problems: readonly AssigningProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'assessment:read', roundPathOf(ask))
  const { fund, slug } = round
  const rules = await sealedRulesOf(db, round.id)
  const applications = await scorableApplications(db, round.id)
  const assessors = await assessorsOf(db, round.id)
  const names = new Map(assessors.map(({ personId, name }) => [personId, name]))
  const live = (await liveAssignmentsOf(db, round.id)).filter(({ why }) => why !== 'practice')
  const readers = new Map<string, number>()
  for (const { applicationId } of live) readers.set(applicationId, (readers.get(applicationId) ?? 0) + 1)
  const needs = rules?.assessorsPerApplication
  const isOpen = !scoresAreOpen(await assessmentOf(db, round.id))
  const page = assignmentPage({
    round,
    applications: applications.length,
    assessors: assessors.filter(({ state }) => state === 'accepted').length,
    assigned: live.length,
    needs,
    isOpen,
    everyoneUpTo: rules === undefined || isMany(rules, applications.length) ? undefined : rules.assignment.everyoneUpTo,
    mostChancePercent: rules === undefined ? undefined : capOf(rules, applications.length),
    short: applications
      .map(({ id, reference }) => ({ reference, readers: readers.get(id) ?? 0 }))
      .filter(({ readers: count }) => needs !== undefined && count < needs),
    ended: (await endedAssignmentsOf(db, round.id)).map(({ reference, personId, endedWhy, endedReason, endedAt }) => ({
      reference,
      name: names.get(personId) ?? personId,
      why: endedWords(endedWhy, endedReason),
      at: endedAt === null ? '' : ukTimeWithZone(endedAt),
    })),
    runs: (await runsOf(db, round.id)).map((run) => ({
      number: run.number,
      href: runPath(fund.slug, slug, run.number),
      state: run.acceptedAt === null ? runStateWords[run.state] : 'Accepted',
      requested: ukTimeWithZone(run.requestedAt),
      by: run.requestedByName ?? '',
    })),
    mayRun: isOpen && may(ask.actor, 'assessment:run', round.fundId),
    errors: problems.map((problem) => ({
      text: assigningProblemText(problem),
      href: problem.code === 'run-under-way' ? runPath(fund.slug, slug, problem.number) : '#work-out',
    })),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

/** The cap on how likely a pair is; none where everybody reads everything. */
const capOf = (rules: SealedRules, applications: number): number | undefined =>
  isMany(rules, applications) ? rules.assignment.mostChancePercent : undefined

/** Whether there are so many applications that not everybody reads everything. */
const isMany = ({ assignment }: SealedRules, applications: number): boolean => applications > assignment.everyoneUpTo

async function showRun(services: Services, ask: Ask, problems: readonly AssigningProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'assessment:read', roundPathOf(ask))
  const run = await runByNumber(db, round.id, numberIn(ask))
  if (run === undefined) throw notFound('run')
  const mayRun = may(ask.actor, 'assessment:run', round.fundId)
  const names = await namesOf(services, round, run, mayRun)
  const total = run.input.applications.length
  const pages = pageOfList(ask.query, { total, path: runPath(round.fund.slug, round.slug, run.number) })
  const result = run.result?.status === 'optimal' ? run.result : undefined
  const page = runPage({
    round,
    number: run.number,
    state: run.state,
    stateWords: run.acceptedAt === null ? runStateWords[run.state] : 'Accepted',
    progress: { percent: run.progress, doing: run.doing },
    impossible: shownImpossible(run, names),
    verdict: run.verdict,
    figures: result === undefined ? [] : shownFigures(run, result),
    notes: result === undefined ? [] : [...shownNotes(run, result, names), ...shownLinkage(run, result, names)],
    rows: result === undefined ? [] : shownRows(run, result, names, pages.from, pages.to),
    everyone: result?.everyone === true,
    drawn: result?.drawn !== undefined,
    pages,
    loads: result === undefined ? undefined : shownLoads(result, names),
    disciplines: result === undefined ? [] : shownDisciplines(run, result),
    excluded: run.state === 'impossible' ? { pairs: [], more: 0 } : shownExcluded(run, names),
    trace: traceOf(run),
    mayAccept: mayRun && run.state === 'done' && run.acceptedAt === null,
    mayCancel: mayRun,
    errors: problems.map(assigningProblemText),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function namesOf({ db }: Services, round: RoundInFund, run: AssignmentRun, mayRun: boolean): Promise<Names> {
  const ids = run.input.assessors.map(({ id }) => id)
  const people = await peopleById(db, ids)
  const applications = await scorableApplications(db, round.id)
  const rules = await sealedRulesOf(db, round.id)
  return {
    people: new Map(ids.map((id) => [id, people.get(id)?.name || people.get(id)?.email || id])),
    leads: new Map(
      applications.map(({ reference, leadName }) => [reference, rules === undefined ? '' : leadShown(rules, leadName)]),
    ),
    kindInWords,
    conflictHref: (reference, personId) =>
      mayRun ? conflictPairPath(round.fund.slug, round.slug, reference, personId) : undefined,
  }
}

const traceOf = (run: AssignmentRun) => [
  { key: 'Input (SHA-256)', value: run.inputSha256 },
  { key: 'Sealed rules (SHA-256)', value: run.rulesSha256 ?? '' },
  { key: 'Seed', value: String(run.seed) },
  { key: 'Solver', value: run.solver },
  ...(run.resultSha256 === null ? [] : [{ key: 'Result (SHA-256)', value: run.resultSha256 }]),
]
