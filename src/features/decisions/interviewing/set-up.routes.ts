import { halfDaysInOrder, halfDayWords } from '../../../core/interviews/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukClock, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { rolesOn } from '../../accounts/index.ts'
import { interestLine, interestsOfPerson, sealedRulesOf } from '../../assessment/index.ts'
import { findRound, peoplePath } from '../../funds/index.ts'
import { halfDaysCounted, panelProblemText, sessionProblemText, subjectWords } from './interviewing.messages.ts'
import {
  interviewsPath,
  memberPath,
  panelAvailabilityPath,
  panelPath,
  removeSessionPath,
} from './interviewing.paths.ts'
import { interviewingOf } from './interviewing.store.ts'
import { memberPage, panelPage } from './pages/panel.ts'
import { sessionsPage } from './pages/sessions.ts'
import { type PanelMember, panelOf } from './panel.store.ts'
import { findPanelRound } from './read-panel-work.ts'
import { askedOf, roundPathOf } from './round-path.routes.ts'
import { halfDayOfSession, type InterviewSession, sessionsOf } from './sessions.store.ts'
import {
  addPanelMember,
  dropPanelMember,
  type MemberTyped,
  memberIn,
  type PanelProblem,
  panelSubjects,
  saveMember,
} from './set-up-panel.ts'
import { addSession, dropSession, type SessionProblem } from './set-up-sessions.ts'

const panel = '/manage/funds/:fund/:round/decisions/interviews/panel'
const sessions = '/manage/funds/:fund/:round/decisions/interviews/sessions'
const own = '/panel/:fund/:round/availability'

const here = (ask: Ask, part: 'panel' | 'sessions') => interviewsPath(param(ask, 'fund'), param(ask, 'round'), part)

/** Who sits on the panel, when, and where interviews are held. */
export const setUpRoutes = (services: Services): Route[] => [
  get(panel, 'decision:read', async (ask) => await showPanel(services, ask, [])),
  post(panel, 'interview:run', 'panel.member-added', async (ask) => {
    const chosen = { personId: ask.form.line('person'), chair: ask.form.line('chair') === 'yes' }
    const result = await addPanelMember(services, { ...askedOf(ask), ...chosen })
    return result.ok
      ? seeOther(here(ask, 'panel'), { flash: 'They are on the panel. They can now say when they can come.' })
      : await showPanel(services, ask, result.problems)
  }),
  get(`${panel}/:person`, 'interview:run', async (ask) => await showMember(services, ask, [])),
  post(`${panel}/:person`, 'interview:run', 'panel.availability-said', async (ask) => {
    const result = await saveMember(services, { ...askedOf(ask), personId: param(ask, 'person'), typed: typedOf(ask) })
    return result.ok
      ? seeOther(here(ask, 'panel'), { flash: 'Saved.' })
      : await showMember(services, ask, result.problems)
  }),
  post(`${panel}/:person/end`, 'interview:run', 'panel.member-ended', async (ask) => {
    const result = await dropPanelMember(services, { ...askedOf(ask), personId: param(ask, 'person') })
    return result.ok
      ? seeOther(here(ask, 'panel'), { flash: 'They are off the panel.' })
      : await showMember(services, ask, result.problems)
  }),
  get(own, 'interview:score', async (ask) => await showOwn(services, ask, [])),
  post(own, 'interview:score', 'panel.availability-said', async (ask) => {
    const result = await saveMember(services, { ...askedOf(ask), personId: undefined, typed: typedOf(ask) })
    return result.ok
      ? seeOther(panelPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'Saved.' })
      : await showOwn(services, ask, result.problems)
  }),
  get(sessions, 'decision:read', async (ask) => await showSessions(services, ask, [])),
  post(sessions, 'interview:run', 'interview.session-added', async (ask) => {
    const result = await addSession(services, { ...askedOf(ask), typed: sessionTyped(ask) })
    return result.ok
      ? seeOther(here(ask, 'sessions'), { flash: 'The session is added.' })
      : await showSessions(services, ask, result.problems)
  }),
  post(`${sessions}/:session/remove`, 'interview:run', 'interview.session-removed', async (ask) => {
    const result = await dropSession(services, { ...askedOf(ask), sessionId: param(ask, 'session') })
    return result.ok
      ? seeOther(here(ask, 'sessions'), { flash: 'The session is removed.' })
      : await showSessions(services, ask, result.problems)
  }),
]

const typedOf = ({ form }: Ask): MemberTyped => ({
  chair: form.line('chair') === 'yes',
  expertise: form.all('expertise'),
  most: form.line('most'),
  halfDays: form.all('half-days'),
})

const sessionTyped = ({ form }: Ask) => ({
  starts: {
    day: form.line('starts-day'),
    month: form.line('starts-month'),
    year: form.line('starts-year'),
    clock: form.line('starts-clock'),
  },
  half: form.line('half'),
  place: form.line('place'),
  slots: form.line('slots'),
  minutes: form.line('minutes'),
})

const statusOf = (problems: readonly unknown[]) => ({ status: problems.length > 0 ? 400 : 200 })

async function showPanel({ db }: Services, ask: Ask, problems: readonly PanelProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'decision:read', roundPathOf(ask))
  const members = await panelOf(db, round.id)
  const mayRun = may(ask.actor, 'interview:run', round.fundId)
  const on = new Set(members.map(({ personId }) => personId))
  const roles = mayRun ? await rolesOn(db, round.fundId) : []
  const rules = await sealedRulesOf(db, round.id)
  const closed = await isClosed(db, round.id)
  const page = panelPage({
    round,
    quorum: rules?.interview.quorum ?? 0,
    rows: members.map((member) => ({
      name: member.name,
      href: mayRun ? memberPath(round.fund.slug, round.slug, member.personId) : undefined,
      chair: member.chair,
      lines: linesOf(member),
    })),
    others: roles
      .filter(({ role, person }) => role === 'panel-member' && !on.has(person.id))
      .map(({ person }) => ({ value: person.id, text: person.name || person.email })),
    peopleHref: may(ask.actor, 'role:assign', round.fundId) ? peoplePath(round.fund.slug) : undefined,
    mayChange: mayRun && !closed,
    closed,
    errors: problems.map(panelProblemText),
    csrf: ask.csrf,
  })
  return show(page, statusOf(problems))
}

const isClosed = async (db: Services['db'], roundId: string): Promise<boolean> =>
  (await interviewingOf(db, roundId)).closedAt !== null

const linesOf = ({
  saidAt,
  halfDays,
  expertise,
  mostSessions,
  interestsConfirmedAt,
}: PanelMember): readonly string[] => [
  saidAt === null
    ? halfDays.length === 0
      ? 'Has not said when they can come'
      : `Can come on ${halfDaysCounted(halfDays)}, and has not said so of the sessions added since`
    : `Can come on ${halfDaysCounted(halfDays)}${mostSessions === null ? '' : mostSessions === 1 ? ', at most 1 session' : `, at most ${mostSessions} sessions`}`,
  ...(expertise.length === 0 ? [] : [`Knows: ${expertise.map(subjectWords).join(', ')}`]),
  interestsConfirmedAt === null
    ? 'Has not confirmed their interests'
    : `Confirmed their interests, ${ukTimeWithZone(interestsConfirmedAt)}`,
]

/** What the page of one member shows: as it is stored, or as it was just typed. */
function fieldsOf(member: PanelMember, there: readonly InterviewSession[], typed: MemberTyped | undefined) {
  const halfDays = typed?.halfDays ?? member.halfDays
  const expertise = typed?.expertise ?? member.expertise
  return {
    chair: typed?.chair ?? member.chair,
    most: typed?.most ?? String(member.mostSessions ?? ''),
    halfDays: halfDaysInOrder(there.map(halfDayOfSession)).map((value) => ({
      value,
      text: halfDayWords(value),
      checked: halfDays.includes(value),
    })),
    subjects: panelSubjects.map((value) => ({ value, text: subjectWords(value), checked: expertise.includes(value) })),
  }
}

async function showMember({ db }: Services, ask: Ask, problems: readonly PanelProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'interview:run', roundPathOf(ask))
  const member = await memberIn(db, round.id, param(ask, 'person'))
  const { slug, fund } = round
  const page = memberPage({
    round,
    byTeam: {
      name: member.name,
      personId: member.personId,
      interests: (await interestsOfPerson(db, round.id, member.personId)).map(interestLine),
    },
    back: interviewsPath(fund.slug, slug, 'panel'),
    action: memberPath(fund.slug, slug, member.personId),
    closed: (await isClosed(db, round.id)) ? linesOf(member) : undefined,
    ...fieldsOf(member, await sessionsOf(db, round.id), problems.length > 0 ? typedOf(ask) : undefined),
    errors: problems.map(panelProblemText),
    csrf: ask.csrf,
  })
  return show(page, statusOf(problems))
}

async function showOwn({ db }: Services, ask: Ask, problems: readonly PanelProblem[]): Promise<Answer> {
  const { round, member, interviewing } = await findPanelRound(db, ask.actor, roundPathOf(ask))
  const { slug, fund } = round
  const page = memberPage({
    round,
    byTeam: undefined,
    back: panelPath(fund.slug, slug),
    action: panelAvailabilityPath(fund.slug, slug),
    closed: interviewing.closedAt === null ? undefined : linesOf(member),
    ...fieldsOf(member, await sessionsOf(db, round.id), problems.length > 0 ? typedOf(ask) : undefined),
    errors: problems.map(panelProblemText),
    csrf: ask.csrf,
  })
  return show(page, statusOf(problems))
}

async function showSessions({ db }: Services, ask: Ask, problems: readonly SessionProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'decision:read', roundPathOf(ask))
  const members = await panelOf(db, round.id)
  const typed = sessionTyped(ask)
  const closed = await isClosed(db, round.id)
  const page = sessionsPage({
    round,
    rows: (await sessionsOf(db, round.id)).map((session) => {
      const free = members.filter(({ halfDays }) => halfDays.includes(halfDayOfSession(session))).length
      return {
        when: halfDayWords(halfDayOfSession(session)),
        starts: ukClock(session.startsAt),
        place: session.place,
        slots: `${session.slots} of ${session.minutes} minutes`,
        free: `${free} of ${members.length}`,
        remove: removeSessionPath(round.fund.slug, round.slug, session.id),
      }
    }),
    mayChange: may(ask.actor, 'interview:run', round.fundId) && !closed,
    closed,
    typed: { ...typed, minutes: typed.minutes || String(round.interviewMinutes) },
    errors: problems.map(sessionProblemText),
    csrf: ask.csrf,
  })
  return show(page, statusOf(problems))
}
