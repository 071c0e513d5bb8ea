import { lastDayToAsk, usualWindow, type WindowProblem, waitsTooLong } from '../../../core/debriefs/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukDate, ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { roundPathOf } from '../interviewing/round-path.routes.ts'
import { decisionsCrumbs } from '../list-crumbs.ts'
import { toldAtOf } from '../telling/telling.store.ts'
import { debriefProblemAt, debriefTags, outcomeWords, windowProblemAt } from './debriefs.messages.ts'
import { debriefPath, debriefStepPath, debriefsPath, debriefWindowPath } from './debriefs.paths.ts'
import { debriefsOf, notesOn, windowSet } from './debriefs.store.ts'
import { rowsOf } from './describe-debrief.ts'
import { debriefPage } from './pages/debrief.ts'
import { debriefsPage } from './pages/debriefs.ts'
import {
  answerDebrief,
  closeDebrief,
  type DebriefProblem,
  findDebrief,
  noteDebrief,
  proposeTime,
  setWindow,
} from './run-debrief.ts'

const address = '/manage/funds/:fund/:round/decisions/debriefs'
const one = `${address}/applications/:reference`

const asked = (ask: Ask) => ({
  actor: ask.actor,
  path: roundPathOf(ask),
  reference: param(ask, 'reference'),
  at: ask.receivedAt,
})
const list = (ask: Ask) => debriefsPath(param(ask, 'fund'), param(ask, 'round'))
const here = (ask: Ask) => debriefPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))

/** The debriefs of a round, for its team. */
export const debriefsRoutes = (services: Services): Route[] => [
  get(address, 'application:list', async (ask) => await showList(services, ask, [])),
  post(`${address}/window`, 'award:run', 'debrief.window-set', async (ask) => {
    const typed = { days: ask.form.line('days'), remindDays: ask.form.line('remind-days') }
    const result = await setWindow(services, { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt, typed })
    return result.ok ? seeOther(list(ask), { flash: 'Saved.' }) : await showList(services, ask, result.problems)
  }),
  get(one, 'application:list', async (ask) => await showOne(services, ask, [])),
  post(`${one}/time`, 'award:run', 'debrief.arranged', async (ask) => {
    const { minutes, place, moment } = typedOf(ask)
    const typed = { moment, minutes, place, seen: ask.form.line('seen') }
    const result = await proposeTime(services, { ...asked(ask), typed })
    if (!result.ok) return await showOne(services, ask, result.problems)
    return seeOther(here(ask), { flash: 'We have emailed the applicants, with an event for their calendars.' })
  }),
  post(`${one}/answer`, 'award:run', 'debrief.closed', async (ask) => {
    const result = await answerDebrief(services, { ...asked(ask), answer: ask.form.text('answer') })
    if (!result.ok) return await showOne(services, ask, result.problems)
    return seeOther(list(ask), { flash: 'The answer is sent, and the debrief closed.' })
  }),
  post(`${one}/note`, 'award:run', 'debrief.noted', async (ask) => {
    const result = await noteDebrief(services, { ...asked(ask), note: ask.form.text('note') })
    return result.ok ? seeOther(here(ask), { flash: 'Kept.' }) : await showOne(services, ask, result.problems)
  }),
  post(`${one}/close`, 'award:run', 'debrief.closed', async (ask) => {
    const said = { outcome: ask.form.line('outcome'), note: ask.form.text('note') }
    const result = await closeDebrief(services, { ...asked(ask), ...said })
    if (!result.ok) return await showOne(services, ask, result.problems)
    return seeOther(list(ask), { flash: 'The debrief is closed.' })
  }),
]

async function showList({ db }: Services, ask: Ask, problems: readonly WindowProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'application:list', roundPathOf(ask))
  const { fund, slug } = round
  const window = (await windowSet(db, round.id)) ?? usualWindow
  const toldAt = await toldAtOf(db, round.id)
  const debriefs = (await debriefsOf(db, round.id)).map((debrief) => ({
    ...debrief,
    late: debrief.state === 'asked' && waitsTooLong(debrief.askedAt, ask.receivedAt, window),
  }))
  const countOf = (of: 'asked' | 'arranged' | 'closed') => debriefs.filter(({ state }) => state === of).length
  const page = debriefsPage({
    illustrative: round.illustrative,
    breadcrumbs: [...decisionsCrumbs(round), { text: 'Debriefs' }],
    counts: [
      { value: countOf('asked'), label: 'wait' },
      {
        value: debriefs.filter(({ late }) => late).length,
        label: window.remindDays === 1 ? 'for over 1 day' : `for over ${window.remindDays} days`,
      },
      { value: countOf('arranged'), label: 'arranged' },
      { value: countOf('closed'), label: 'closed' },
    ],
    rows: debriefs.map(({ reference, lead, askedAt, state, late, time, outcome }) => ({
      reference,
      lead,
      href: debriefPath(fund.slug, slug, reference),
      asked: ukDate(askedAt),
      state: debriefTags[late ? 'late' : state],
      what: outcome !== null ? outcomeWords[outcome] : time === null ? '' : ukTimeWithZone(time.startsAt),
    })),
    until:
      toldAt === null
        ? `Applicants can ask for a debrief for ${window.days} days after everybody is told.`
        : `Applicants can ask for a debrief until ${dayInWords(lastDayToAsk(window, toldAt))}.`,
    window: may(ask.actor, 'award:run', round.fundId)
      ? {
          action: debriefWindowPath(fund.slug, slug),
          days: ask.form.has('days') ? ask.form.line('days') : String(window.days),
          remindDays: ask.form.has('remind-days') ? ask.form.line('remind-days') : String(window.remindDays),
        }
      : undefined,
    problems: problems.map(windowProblemAt),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function showOne({ db }: Services, ask: Ask, problems: readonly DebriefProblem[]): Promise<Answer> {
  const { round, debrief } = await findDebrief(db, asked(ask))
  const reference = param(ask, 'reference')
  const { fund, slug } = round
  const notes = debrief === undefined ? [] : await notesOn(db, debrief.applicationId)
  const runs = debrief !== undefined && debrief.state !== 'closed' && may(ask.actor, 'award:run', round.fundId)
  const page = debriefPage({
    illustrative: round.illustrative,
    reference,
    lead: debrief?.lead ?? '',
    breadcrumbs: [
      ...decisionsCrumbs(round),
      { text: 'Debriefs', href: debriefsPath(fund.slug, slug) },
      { text: reference },
    ],
    state: debrief && debriefTags[debrief.state],
    rows: debrief === undefined ? [] : rowsOf(debrief),
    notes: notes.map(({ note, writtenAt, writtenByName }) => ({
      title: 'Note',
      time: ukTime(writtenAt),
      datetime: writtenAt.toISOString(),
      by: writtenByName,
      description: note,
    })),
    run: runs
      ? {
          timeAction: debriefStepPath(fund.slug, slug, reference, 'time'),
          answerAction: debriefStepPath(fund.slug, slug, reference, 'answer'),
          noteAction: debriefStepPath(fund.slug, slug, reference, 'note'),
          closeAction: debriefStepPath(fund.slug, slug, reference, 'close'),
          seen: debrief.time?.number ?? 0,
          begun: debrief.time !== null && debrief.time.startsAt <= ask.receivedAt,
          typed: typedOf(ask),
        }
      : undefined,
    typed: runs
      ? []
      : [
          { label: 'Your answer', value: ask.form.text('answer') },
          { label: 'Your note', value: ask.form.text('note') },
          { label: 'Where', value: ask.form.line('place') },
        ],
    problems: problems.map(debriefProblemAt),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

const typedOf = ({ form }: Ask) => ({
  moment: {
    day: form.line('starts-day'),
    month: form.line('starts-month'),
    year: form.line('starts-year'),
    clock: form.line('starts-clock'),
  },
  minutes: form.line('minutes'),
  place: form.line('place'),
  answer: form.text('answer'),
  note: form.text('note'),
  outcome: form.line('outcome'),
})
