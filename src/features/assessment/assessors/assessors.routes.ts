import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { assignmentsOfPerson, liveAssignmentsOf } from '../assigning/assignments.store.ts'
import { interestLine } from '../interests/interests.messages.ts'
import { interestsOfPerson } from '../interests/interests.store.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { areasInWords, disciplineWords, modelsInWords } from '../subjects.messages.ts'
import { type AssessorProblem, assessorProblemText, stateWords } from './assessors.messages.ts'
import { assessorPath, assessorsPath } from './assessors.paths.ts'
import { type Assessor, assessorOf, assessorsOf } from './assessors.store.ts'
import { endAssessor, inviteAssessor } from './invite-assessor.ts'
import { assessorPage, assessorsPage } from './pages/assessors.ts'

/** Who assesses a round, for those who run it. */
export const assessorsRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/assessment/assessors', 'assessment:read', async (ask) => list(services, ask, [])),
  post('/manage/funds/:fund/:round/assessment/assessors', 'assessment:run', 'assessor.invited', async (ask) => {
    const typed = { email: ask.form.line('email'), name: ask.form.line('name'), origin: ask.origin }
    const request = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt, ...typed }
    const result = await inviteAssessor(services, request)
    if (!result.ok) return await list(services, ask, result.problems)
    return seeOther(assessorsPath(param(ask, 'fund'), param(ask, 'round')), { flash: `${result.value} is invited.` })
  }),
  get('/manage/funds/:fund/:round/assessment/assessors/:person', 'assessment:run', async (ask) =>
    one(services, ask, []),
  ),
  post(
    '/manage/funds/:fund/:round/assessment/assessors/:person/end',
    'assessment:run',
    'assessor.ended',
    async (ask) => {
      const personId = param(ask, 'person')
      const round = await findRound(services.db, ask.actor, 'assessment:run', roundPathOf(ask))
      if ((await assessorOf(services.db, round.id, personId)) === undefined) throw notFound('assessor')
      const request = { actor: ask.actor, path: roundPathOf(ask), at: ask.receivedAt, personId }
      const result = await endAssessor(services, { ...request, reason: ask.form.text('reason') })
      if (!result.ok) return await one(services, ask, result.problems)
      return seeOther(assessorsPath(param(ask, 'fund'), param(ask, 'round')), { flash: 'Their work has ended.' })
    },
  ),
]

const shown = (problems: readonly AssessorProblem[]) =>
  problems.map((problem) => ({ field: problem.field, text: assessorProblemText(problem) }))

const loadWords = ({ loadWanted }: Assessor): string =>
  loadWanted === null ? 'As many as everybody' : `At most ${loadWanted}`

async function list({ db }: Services, ask: Ask, problems: readonly AssessorProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'assessment:read', roundPathOf(ask))
  const assessors = await assessorsOf(db, round.id)
  const reads = new Map<string, number>()
  for (const { personId, why } of await liveAssignmentsOf(db, round.id))
    if (why !== 'practice') reads.set(personId, (reads.get(personId) ?? 0) + 1)
  const count = (state: Assessor['state']) => assessors.filter((one) => one.state === state).length
  const page = assessorsPage({
    round,
    counts: [
      { value: count('accepted'), label: 'Accepted' },
      { value: count('invited'), label: 'Invited' },
      { value: count('declined'), label: 'Declined' },
    ],
    rows: assessors.map((assessor) => ({
      name: assessor.name,
      email: assessor.email,
      href: assessorPath(round.fund.slug, round.slug, assessor.personId),
      state: stateWords[assessor.state],
      knows: areasInWords(assessor.expertise.serviceAreas).join(', '),
      load: loadWords(assessor),
      reads: reads.get(assessor.personId) ?? 0,
      interests: assessor.interestsConfirmedAt === null ? 'Not confirmed' : 'Confirmed',
    })),
    mayRun: may(ask.actor, 'assessment:run', round.fundId),
    typed: { email: ask.form.line('email'), name: ask.form.line('name') },
    errors: shown(problems),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function one({ db }: Services, ask: Ask, problems: readonly AssessorProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'assessment:run', roundPathOf(ask))
  const assessor = await assessorOf(db, round.id, param(ask, 'person'))
  if (assessor === undefined) throw notFound('assessor')
  const { personId, expertise, interestsConfirmedAt, state } = assessor
  const interests = await interestsOfPerson(db, round.id, personId)
  const live = (await assignmentsOfPerson(db, round.id, personId)).filter(
    ({ endedAt, why }) => endedAt === null && why !== 'practice',
  )
  const words: Readonly<Record<string, string>> = disciplineWords
  const page = assessorPage({
    round,
    personId,
    name: assessor.name,
    facts: [
      { key: 'State', lines: [stateWords[state], ...(assessor.endedReason === '' ? [] : [assessor.endedReason])] },
      { key: 'Email', lines: [assessor.email] },
      { key: 'Service areas', lines: areasInWords(expertise.serviceAreas) },
      { key: 'Delivery models', lines: modelsInWords(expertise.deliveryModels) },
      { key: 'Disciplines', lines: expertise.disciplines.map((id) => words[id] ?? id) },
      { key: 'Would read', lines: [loadWords(assessor)] },
      {
        key: 'Interests',
        lines: interests.map(interestLine),
      },
      {
        key: 'Interests confirmed',
        lines: [interestsConfirmedAt === null ? 'Not yet' : ukTimeWithZone(interestsConfirmedAt)],
      },
      { key: 'Reads now', lines: live.map(({ reference }) => reference) },
    ],
    mayEnd: state === 'accepted' || state === 'invited',
    reason: ask.form.text('reason'),
    errors: shown(problems),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}
