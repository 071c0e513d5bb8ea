import { leadShown } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { slotTimes, suggestQuestions } from '../../../core/interviews/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { peopleById } from '../../accounts/index.ts'
import { sealedRulesOf } from '../../assessment/index.ts'
import { findRound, type RoundInFund } from '../../funds/index.ts'
import { keepPlace } from './answer-interview.ts'
import { absencesOf, answersOf } from './answers.store.ts'
import {
  answerProblemText,
  interviewingProblemText,
  moveProblemText,
  questionProblemText,
  subjectWords,
} from './interviewing.messages.ts'
import { interviewPath, interviewsPath } from './interviewing.paths.ts'
import { interviewingOf } from './interviewing.store.ts'
import { moveInterview } from './move-interview.ts'
import { closeInterviews, missingReviews, openInterviews, recordAbsence } from './open-interviews.ts'
import { interviewPage, questionsPage } from './pages/interview.ts'
import { interviewsPage } from './pages/interviews.ts'
import { panelOf } from './panel.store.ts'
import { placesOf, stands } from './places.store.ts'
import { doubtsOf, questionsOf } from './questions.store.ts'
import { shortlistedOf } from './read-shortlisted.ts'
import { askedOf, roundPathOf } from './round-path.routes.ts'
import { sessionsOf } from './sessions.store.ts'
import { answerWords, asksToMove, named } from './show-timetable.ts'
import { sessionWords, timeWords } from './slot-words.messages.ts'
import { addQuestion, dropQuestion } from './write-questions.ts'

const interviews = '/manage/funds/:fund/:round/decisions/interviews'
const one = `${interviews}/applications/:reference`

const here = (ask: Ask, part?: 'questions') => interviewsPath(param(ask, 'fund'), param(ask, 'round'), part)
const oneHere = (ask: Ask) => interviewPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))
const statusOf = (errors: readonly unknown[]) => ({ status: errors.length > 0 ? 400 : 200 })

/** How far the interviews of a round are, each of them, and their questions. */
export const interviewsRoutes = (services: Services): Route[] => [
  get(interviews, 'decision:read', async (ask) => await overview(services, ask, [])),
  post(`${interviews}/open`, 'interview:run', 'interviews.opened', async (ask) => {
    const result = await openInterviews(services, askedOf(ask))
    return result.ok
      ? seeOther(here(ask), { flash: 'Interviews are open: the panel can score.' })
      : await overview(services, ask, result.problems.map(interviewingProblemText))
  }),
  post(`${interviews}/close`, 'interview:run', 'interviews.closed', async (ask) => {
    const result = await closeInterviews(services, { ...askedOf(ask), reason: ask.form.text('reason') })
    return result.ok
      ? seeOther(here(ask), { flash: 'Interviews are closed.' })
      : await overview(services, ask, result.problems.map(interviewingProblemText))
  }),
  get(`${interviews}/questions`, 'decision:read', async (ask) => await showQuestions(services, ask, [])),
  post(`${interviews}/questions`, 'interview:run', 'interview.question-added', async (ask) => {
    const typed = { reference: undefined, question: ask.form.text('question'), criterionId: '' }
    const result = await addQuestion(services, { ...askedOf(ask), ...typed })
    return result.ok
      ? seeOther(here(ask, 'questions'), { flash: 'The question is added.' })
      : await showQuestions(services, ask, result.problems.map(questionProblemText))
  }),
  post(`${interviews}/questions/remove`, 'interview:run', 'interview.question-removed', async (ask) => {
    const result = await dropQuestion(services, { ...askedOf(ask), questionId: ask.form.line('id') })
    return result.ok
      ? seeOther(here(ask, 'questions'), { flash: 'The question is taken back.' })
      : await showQuestions(services, ask, result.problems.map(questionProblemText))
  }),
  ...oneRoutes(services),
]

const oneRoutes = (services: Services): Route[] => [
  get(one, 'interview:run', async (ask) => await showOne(services, ask, () => [])),
  post(`${one}/move`, 'interview:run', 'interview.moved', async (ask) => {
    const typed = { reference: param(ask, 'reference'), where: ask.form.line('where'), reason: ask.form.text('reason') }
    const result = await moveInterview(services, { ...askedOf(ask), ...typed })
    return result.ok
      ? seeOther(oneHere(ask), { flash: 'It is moved. We have emailed everybody concerned.' })
      : await showOne(services, ask, (name) => result.problems.map((problem) => moveProblemText(problem, name)))
  }),
  post(`${one}/keep`, 'interview:run', 'interview.place-kept', async (ask) => {
    const typed = { reference: param(ask, 'reference'), reason: ask.form.text('keep-reason') }
    const result = await keepPlace(services, { ...askedOf(ask), ...typed })
    return result.ok
      ? seeOther(oneHere(ask), { flash: 'The interview stays as it is. We have emailed them.' })
      : await showOne(services, ask, () =>
          result.problems
            .map(answerProblemText)
            .map((text) => (text.field === 'reason' ? { ...text, field: 'keep-reason', href: '#keep-reason' } : text)),
        )
  }),
  post(`${one}/absence`, 'interview:run', 'interview.absence-recorded', async (ask) => {
    const { form } = ask
    const typed = { who: form.line('who'), reason: form.text('absence-reason'), absent: form.line('absent') === 'yes' }
    const result = await recordAbsence(services, { ...askedOf(ask), reference: param(ask, 'reference'), ...typed })
    return result.ok
      ? seeOther(oneHere(ask), { flash: 'Recorded.' })
      : await showOne(services, ask, () => result.problems.map(interviewingProblemText))
  }),
  post(`${one}/questions`, 'interview:run', 'interview.question-added', async (ask) => {
    const typed = { question: ask.form.text('question'), criterionId: ask.form.line('criterion') }
    const result = await addQuestion(services, { ...askedOf(ask), reference: param(ask, 'reference'), ...typed })
    return result.ok
      ? seeOther(`${oneHere(ask)}#questions`, { flash: 'The question is added.' })
      : await showOne(services, ask, () => result.problems.map(questionProblemText))
  }),
  post(`${one}/questions/remove`, 'interview:run', 'interview.question-removed', async (ask) => {
    const result = await dropQuestion(services, { ...askedOf(ask), questionId: ask.form.line('id') })
    return result.ok
      ? seeOther(`${oneHere(ask)}#questions`, { flash: 'The question is taken back.' })
      : await showOne(services, ask, () => result.problems.map(questionProblemText))
  }),
]

const countWords = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

async function overview({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'decision:read', roundPathOf(ask))
  const { sealed, held, openedAt, closedAt } = await interviewingOf(db, round.id)
  const mayRun = may(ask.actor, 'interview:run', round.fundId)
  const panel = await panelOf(db, round.id)
  const placed = (await placesOf(db, round.id)).filter(stands)
  const listed = (await shortlistedOf(db, round.id)).length
  const missing = await missingReviews(db, round.id)
  const link = (part: Parameters<typeof interviewsPath>[2]) => interviewsPath(round.fund.slug, round.slug, part)
  const said = panel.filter(({ saidAt }) => saidAt !== null).length
  const isOpen = openedAt !== null && closedAt === null
  const page = interviewsPage({
    round,
    steps: [
      {
        text: 'Panel',
        href: link('panel'),
        standing:
          panel.length === 0 ? 'Nobody yet' : `${countWords(panel.length, 'member')}, ${said} said when they can come`,
      },
      {
        text: 'Sessions',
        href: link('sessions'),
        standing: countWords((await sessionsOf(db, round.id)).length, 'session'),
      },
      {
        text: 'Timetable',
        href: link('timetable'),
        standing:
          placed.length === 0
            ? 'Not published'
            : `${placed.length} of ${listed} ${placed.length === 1 ? 'has' : 'have'} a place`,
      },
      { text: 'Questions', href: link('questions'), standing: `${(await questionsOf(db, round.id)).length} written` },
    ],
    now: !sealed
      ? round.interviewsHeld
        ? 'The rules of this round are not sealed. As they are drafted, interviews are held: they are planned once the rules are sealed.'
        : 'The rules of this round are not sealed. As they are drafted, no interviews are held.'
      : !held
        ? 'The sealed rules of this round hold no interviews.'
        : closedAt !== null
          ? 'Interviews have closed: the scores stand.'
          : isOpen
            ? missing.scores === 0
              ? 'Every member in the room has submitted their scores.'
              : `${missing.scores} ${missing.scores === 1 ? 'score is' : 'scores are'} to come.`
            : placed.length === 0
              ? 'Members read the papers and prepare. Interviews can be opened once a timetable is published.'
              : 'Members read the papers and prepare. They score once interviews are open.',
    state: closedAt !== null ? 'Closed' : isOpen ? 'Open' : 'Not open',
    mayOpen: mayRun && held && openedAt === null && placed.length > 0,
    mayClose: mayRun && isOpen,
    missing,
    reason: ask.form.text('reason'),
    errors,
    csrf: ask.csrf,
  })
  return show(page, statusOf(errors))
}

async function showQuestions({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'decision:read', roundPathOf(ask))
  const questions = await questionsOf(db, round.id)
  const mayRun = may(ask.actor, 'interview:run', round.fundId)
  const closed = (await interviewingOf(db, round.id)).closedAt !== null
  const page = questionsPage({
    round,
    questions: questions.filter(({ applicationId }) => applicationId === null),
    interviews: mayRun
      ? (await shortlistedOf(db, round.id)).map(({ id, reference }) => ({
          reference,
          href: interviewPath(round.fund.slug, round.slug, reference),
          count: questions.filter(({ applicationId }) => applicationId === id).length,
        }))
      : [],
    mayChange: mayRun && !closed,
    closed,
    typed: ask.form.text('question'),
    errors,
    csrf: ask.csrf,
  })
  return show(page, statusOf(errors))
}

async function showOne(
  services: Services,
  ask: Ask,
  errorsWith: (name: (text: string) => string) => readonly FieldText[],
): Promise<Answer> {
  const { db } = services
  const round = await findRound(db, ask.actor, 'interview:run', roundPathOf(ask))
  const rules = await sealedRulesOf(db, round.id)
  const application = (await shortlistedOf(db, round.id)).find(({ reference }) => reference === param(ask, 'reference'))
  if (application === undefined || rules === undefined) throw notFound('interview')
  const sessions = await sessionsOf(db, round.id)
  const places = await placesOf(db, round.id)
  const found = places.find(({ applicationId }) => applicationId === application.id)
  const place = found !== undefined && stands(found) ? found : undefined
  const answer = (await answersOf(db, round.id)).get(application.id)
  const people = await peopleById(db, [
    ...(place?.memberIds ?? []),
    ...(place?.recusedIds ?? []),
    ...(await panelOf(db, round.id)).map(({ personId }) => personId),
  ])
  const names = new Map([...people].map(([id, { name, email }]) => [id, name || email]))
  const errors = errorsWith((text) => named(text, sessions, names))
  const absences = (await absencesOf(db, round.id)).filter(({ applicationId }) => applicationId === application.id)
  const taken = new Set(places.filter(stands).map(({ sessionId, slot }) => `${sessionId} ${slot}`))
  const session = sessions.find(({ id }) => id === place?.sessionId)
  const words = answerWords(place, answer)
  const lead = leadShown(rules, application.lead)
  const { closedAt } = await interviewingOf(db, round.id)
  const page = interviewPage({
    round,
    reference: application.reference,
    facts: [
      ...(lead === '' ? [] : [{ key: 'Applicant', lines: [lead] }]),
      {
        key: 'Place',
        lines:
          place === undefined || session === undefined
            ? ['None']
            : [sessionWords(session), timeWords(place.startsAt, place.endsAt)],
      },
      ...(place === undefined
        ? []
        : [
            { key: 'In the room', lines: place.memberIds.map((id) => names.get(id) ?? id) },
            {
              key: 'Leave for a conflict',
              lines: place.recusedIds.length === 0 ? ['Nobody'] : place.recusedIds.map((id) => names.get(id) ?? id),
            },
            { key: 'The applicants', lines: [words === '' ? 'Have not answered' : words] },
          ]),
      { key: 'About', lines: application.deliveryModels.map(subjectWords) },
      ...absences.map(({ personId, reason }) => ({
        key: 'Did not come',
        lines: [personId === null ? 'The applicants' : (names.get(personId) ?? personId), reason],
      })),
    ],
    wish: words === asksToMove ? answer?.reason : undefined,
    hasPlace: place !== undefined,
    places: freePlaces(sessions, taken, ask.form.line('where')),
    questions: (await questionsOf(db, round.id))
      .filter(({ applicationId }) => applicationId === null || applicationId === application.id)
      .map(({ id, question, applicationId }) => ({ id, question, all: applicationId === null })),
    suggested: await suggestedFor(services, round, application.id, rules.criteria),
    absent: whoMayBeAbsent(place?.memberIds ?? [], absences, names),
    closed: closedAt !== null,
    typed: { where: '', reason: ask.form.text('reason'), question: errors.length > 0 ? ask.form.text('question') : '' },
    errors,
    csrf: ask.csrf,
  })
  return show(page, statusOf(errors))
}

const freePlaces = (sessions: Awaited<ReturnType<typeof sessionsOf>>, taken: ReadonlySet<string>, chosen: string) =>
  sessions.flatMap((session) =>
    Array.from({ length: session.slots }, (_, at) => at + 1)
      .filter((slot) => !taken.has(`${session.id} ${slot}`))
      .map((slot) => {
        const { startsAt, endsAt } = slotTimes(session, slot)
        const value = `${session.id} ${slot}`
        return { value, text: `${sessionWords(session)}: ${timeWords(startsAt, endsAt)}`, selected: value === chosen }
      }),
  )

/** What doubts suggest and nobody has taken up yet. */
async function suggestedFor(
  { db }: Services,
  round: RoundInFund,
  applicationId: string,
  criteria: Parameters<typeof suggestQuestions>[0],
) {
  const had = new Set(
    (await questionsOf(db, round.id))
      .filter((each) => each.applicationId === applicationId)
      .map(({ criterionId }) => criterionId),
  )
  return suggestQuestions(criteria, await doubtsOf(db, applicationId)).filter(
    ({ criterionId }) => !had.has(criterionId),
  )
}

const whoMayBeAbsent = (
  memberIds: readonly string[],
  absences: readonly { readonly personId: string | null }[],
  names: ReadonlyMap<string, string>,
) => [
  { value: 'applicant', text: 'The applicants', absent: absences.some(({ personId }) => personId === null) },
  ...memberIds.map((id) => ({
    value: id,
    text: names.get(id) ?? id,
    absent: absences.some(({ personId }) => personId === id),
  })),
]
