import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { seatChanges } from '../../../core/timetable/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { sealedRulesOf } from '../../assessment/index.ts'
import { findRound } from '../../funds/index.ts'
import { answersOf } from './answers.store.ts'
import { publishedText, timetableProblemText } from './interviewing.messages.ts'
import { interviewPath, interviewsPath, timetableRunPath } from './interviewing.paths.ts'
import { interviewingOf } from './interviewing.store.ts'
import { timetablePage, timetableRunPage } from './pages/timetable.ts'
import { freedSlots, placesOf, stands } from './places.store.ts'
import { publishTimetable } from './publish-timetable.ts'
import { shortlistedOf } from './read-shortlisted.ts'
import { readTimetableSetting } from './read-timetable-case.ts'
import { cancelTimetable, requestTimetable, type TimetableProblem } from './request-timetable.ts'
import { askedOf, roundPathOf } from './round-path.routes.ts'
import { type InterviewSession, sessionsOf } from './sessions.store.ts'
import {
  answerWords,
  asksToMove,
  brokenWords,
  causesShown,
  freedWords,
  gridShown,
  publishedPlaced,
  resultNotes,
  seatChangesShown,
  toldChanges,
} from './show-timetable.ts'
import { type TimetableRun, timetableRunsOf } from './timetable-runs.ts'

const timetable = '/manage/funds/:fund/:round/decisions/interviews/timetable'
const one = `${timetable}/runs/:number`

/** Working the timetable of interviews out, and publishing it. */
export const timetableRoutes = (services: Services): Route[] => [
  get(timetable, 'decision:read', async (ask) => await showTimetable(services, ask, [])),
  post(timetable, 'interview:run', 'timetable.requested', async (ask) => {
    const result = await requestTimetable(services, askedOf(ask))
    return result.ok
      ? seeOther(timetableRunPath(param(ask, 'fund'), param(ask, 'round'), result.value))
      : await showTimetable(services, ask, result.problems)
  }),
  get(one, 'decision:read', async (ask) => await showRun(services, ask, [])),
  post(`${one}/accept`, 'interview:run', 'timetable.published', async (ask) => {
    const result = await publishTimetable(services, { ...askedOf(ask), number: numberIn(ask) })
    if (!result.ok) return await showRun(services, ask, result.problems)
    return seeOther(interviewsPath(param(ask, 'fund'), param(ask, 'round'), 'timetable'), {
      flash: publishedText(result.value),
    })
  }),
  post(`${one}/cancel`, 'interview:run', 'timetable.cancelled', async (ask) => {
    const result = await cancelTimetable(services, { ...askedOf(ask), number: numberIn(ask) })
    if (!result.ok) return await showRun(services, ask, result.problems)
    return seeOther(interviewsPath(param(ask, 'fund'), param(ask, 'round'), 'timetable'), { flash: 'It is cancelled.' })
  }),
]

function numberIn(ask: Ask): number {
  const number = Number(param(ask, 'number'))
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000) throw notFound('run')
  return number
}

const stateWords: Readonly<Record<TimetableRun['state'], string>> = {
  waiting: 'Waiting',
  running: 'Being worked out',
  done: 'Worked out',
  impossible: 'Not possible',
  cancelled: 'Cancelled',
  failed: 'Failed',
}

const errorsOf = (problems: readonly TimetableProblem[]) =>
  problems.map((problem) => ({ text: timetableProblemText(problem), field: '', href: '#main-content' }))

const statusOf = (problems: readonly unknown[]) => ({ status: problems.length > 0 ? 400 : 200 })

async function showTimetable(services: Services, ask: Ask, problems: readonly TimetableProblem[]): Promise<Answer> {
  const { db, sha256 } = services
  const round = await findRound(db, ask.actor, 'decision:read', roundPathOf(ask))
  const mayRun = may(ask.actor, 'interview:run', round.fundId)
  const rules = await sealedRulesOf(db, round.id)
  const closed = (await interviewingOf(db, round.id)).closedAt !== null
  const places = await placesOf(db, round.id)
  const answers = await answersOf(db, round.id)
  const everybody = places.flatMap(({ memberIds, recusedIds }) => [...memberIds, ...recusedIds])
  const names = await namesOf(services, everybody)
  const sessions = await sessionsOf(db, round.id)
  const listed = await shortlistedOf(db, round.id)
  const hrefOf = (reference: string) => (mayRun ? interviewPath(round.fund.slug, round.slug, reference) : undefined)
  const placed = new Set(places.filter(stands).map(({ reference }) => reference))
  const setting = rules && (await readTimetableSetting(db, round, rules, sha256))
  const knows = new Map(setting?.panel.map(({ personId, expertise }) => [personId, expertise]))
  const missingOf = (reference: string, members: readonly string[]) => {
    const known = new Set(members.flatMap((id) => knows.get(id) ?? []))
    const needs = setting?.case.interviews.find(({ id }) => id === reference)?.needsExpertise ?? []
    return needs.filter((need) => !known.has(need))
  }
  const page = timetablePage({
    round,
    published:
      rules === undefined || placed.size === 0
        ? []
        : gridShown(publishedPlaced(places, missingOf), {
            sessions,
            names,
            leads: new Map(listed.map(({ reference, lead }) => [reference, lead])),
            rules,
            hrefOf,
            noteOf: (reference) => {
              const place = places.find((each) => each.reference === reference)
              return answerWords(place, answers.get(place?.applicationId ?? ''))
            },
            empty: false,
          }),
    broken: closed || setting === undefined ? '' : brokenWords(setting, places, names),
    freed: (await freedSlots(db, round.id)).flatMap((slot) => freedWords(slot, sessions)),
    wishes: places
      .filter(({ applicationId, ...place }) => answerWords(place, answers.get(applicationId)) === asksToMove)
      .map(({ reference }) => ({ reference, href: hrefOf(reference) })),
    without: listed
      .filter(({ reference }) => !placed.has(reference))
      .map(({ reference }) => ({ reference, href: hrefOf(reference) })),
    runs: (await timetableRunsOf(db, round.id)).slice(0, 20).map((run) => ({
      number: run.number,
      state: run.acceptedAt === null ? stateWords[run.state] : 'Published',
      requested: ukTimeWithZone(run.requestedAt),
      found: run.result === null ? '' : `${run.result.placed.length} of ${run.input.case.interviews.length} placed`,
    })),
    mayChange: mayRun && !closed,
    closed,
    errors: errorsOf(problems),
    csrf: ask.csrf,
  })
  return show(page, statusOf(problems))
}

type Names = ReadonlyMap<string, string>

async function namesOf({ db }: Services, ids: readonly string[]): Promise<Names> {
  const people = await peopleById(db, [...new Set(ids)])
  return new Map([...people].map(([id, { name, email }]) => [id, name || email]))
}

async function showRun(services: Services, ask: Ask, problems: readonly TimetableProblem[]): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'decision:read', roundPathOf(ask))
  const runs = await timetableRunsOf(db, round.id)
  const run = runs.find(({ number }) => number === numberIn(ask))
  const rules = await sealedRulesOf(db, round.id)
  if (run === undefined || rules === undefined) throw notFound('run')
  const { result, state } = run
  const given = run.input.case
  const memberIds = given.members.map(({ id }) => id)
  const names = await namesOf(services, memberIds)
  const sessions = await sessionsOf(db, round.id)
  const listed = await shortlistedOf(db, round.id)
  const changes = toldChanges(given.published, result?.placed ?? [])
  const mayRun = may(ask.actor, 'interview:run', round.fundId)
  const closed = (await interviewingOf(db, round.id)).closedAt !== null
  const further = runs.find(({ number, input }) => number > run.number && input.nodes > run.input.nodes)
  const underWay = state === 'waiting' || state === 'running'
  const page = timetableRunPage({
    round,
    number: run.number,
    stateWords: run.acceptedAt === null ? stateWords[state] : 'Published',
    underWay: underWay ? { percent: run.progress, doing: run.doing } : undefined,
    figures:
      result === null
        ? []
        : [
            { value: result.placed.length, label: 'placed' },
            { value: result.unplaced.length, label: 'without a place' },
            { value: sittingsIn(result.placed), label: 'sittings of members' },
          ],
    notes: [
      run.verdict,
      ...(result === null ? [] : resultNotes(result, changes)),
      ...(further === undefined || run.acceptedAt !== null
        ? []
        : [
            `A better one ${further.state === 'done' ? 'was looked for further' : 'is being looked for in the background'}: see timetable ${further.number}.`,
          ]),
    ].filter((note) => note !== ''),
    because: result === null ? [] : causesShown(result.because, sessions, names),
    seats: seatsOf(run, sessions, names),
    grid:
      result === null
        ? []
        : gridShown(result.placed, {
            sessions,
            names,
            leads: new Map(listed.map(({ reference, lead }) => [reference, lead])),
            rules,
            hrefOf: () => undefined,
            noteOf: (reference) => (changes?.moved.has(reference) ? 'Moved' : ''),
            empty: true,
          }),
    trace: traceOf(run),
    mayAccept: mayRun && !closed && state === 'done' && run.acceptedAt === null && (result?.placed.length ?? 0) > 0,
    mayCancel: mayRun,
    errors: errorsOf(problems),
    csrf: ask.csrf,
  })
  return show(page, statusOf(problems))
}

/** Who sits otherwise than they were told; undefined where nobody was told, or nothing was found. */
const seatsOf = ({ result, input }: TimetableRun, ...as: [sessions: readonly InterviewSession[], names: Names]) =>
  result === null || input.case.told === undefined
    ? undefined
    : seatChangesShown(seatChanges(input.case.told, result.placed), ...as)

/** How often members sit in a session, in all. */
const sittingsIn = (
  placed: readonly { session: string; members: readonly string[]; recused: readonly string[] }[],
): number =>
  new Set(placed.flatMap(({ session, members, recused }) => [...members, ...recused].map((id) => `${session} ${id}`)))
    .size

const traceOf = (run: TimetableRun) => [
  { key: 'Input (SHA-256)', value: run.inputSha256 },
  { key: 'Sealed rules (SHA-256)', value: run.rulesSha256 ?? '' },
  { key: 'Seed', value: String(run.seed) },
  { key: 'Solver', value: run.solver },
  ...(run.resultSha256 === null ? [] : [{ key: 'Result (SHA-256)', value: run.resultSha256 }]),
]
