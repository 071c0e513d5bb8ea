import { notFound } from '../../core/errors.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { answerQuestion, declineQuestion } from './answer-question.ts'
import type { PageTyped } from './check-page.ts'
import { editPage } from './edit-page.ts'
import { findManagedRound } from './find-round.ts'
import { type GuidanceProblem, problemsInWords } from './guidance.messages.ts'
import { editPagePath, managePagesPath, manageQuestionsPath } from './guidance.paths.ts'
import { editPagePage } from './pages/edit-page.ts'
import { answerPage, managedQuestionsPage } from './pages/managed-questions.ts'
import { pageListPage } from './pages/page-list.ts'
import { addressOf, pageOf } from './public-pages.routes.ts'
import {
  type AnswerTyped,
  readAnswerEditor,
  readManagedQuestions,
  readPageEditor,
  readPageList,
} from './read-managed.ts'

const answeredEvents = 'question.answered or question.answer-saved'

/** How the programme team of a round writes its pages and answers its questions. */
export function manageRoutes(services: Services): Route[] {
  return [
    get('/manage/funds/:fund/:round/pages', 'fund:edit', async (ask) =>
      show(pageListPage(await readPageList(services, await managedRound(services, ask, 'fund:edit')))),
    ),
    get('/manage/funds/:fund/:round/pages/:page', 'fund:edit', (ask) => editor(services, ask, { problems: [] })),
    post('/manage/funds/:fund/:round/pages/:page', 'fund:edit', 'page.saved or page.published', (ask) =>
      edited(services, ask),
    ),
    get('/manage/funds/:fund/:round/questions', 'clarification:answer', async (ask) =>
      show(
        managedQuestionsPage(
          await readManagedQuestions(services, await managedRound(services, ask, 'clarification:answer')),
        ),
      ),
    ),
    get('/manage/funds/:fund/:round/questions/:question', 'clarification:answer', (ask) =>
      answerForm(services, ask, {}),
    ),
    post('/manage/funds/:fund/:round/questions/:question', 'clarification:answer', answeredEvents, (ask) =>
      answered(services, ask),
    ),
    post('/manage/funds/:fund/:round/questions/:question/decline', 'clarification:answer', 'question.declined', (ask) =>
      declined(services, ask),
    ),
  ]
}

const managedRound = (services: Services, ask: Ask, permission: 'fund:edit' | 'clarification:answer') =>
  findManagedRound(services.db, ask.actor, permission, addressOf(ask))

const typedPage = ({ form }: Ask): PageTyped => ({
  title: form.line('title'),
  summary: form.line('summary'),
  body: form.text('body'),
  changeNote: form.line('changeNote'),
  changeKind: form.line('changeKind'),
})

type Shown = { readonly problems: readonly GuidanceProblem[]; readonly typed?: PageTyped; readonly preview?: boolean }

async function editor(services: Services, ask: Ask, { problems, typed, preview = false }: Shown): Promise<Answer> {
  const round = await managedRound(services, ask, 'fund:edit')
  const clash = problems.find((problem) => problem.code === 'changed-meanwhile')
  const model = await readPageEditor(services, round, pageOf(ask), typed, clash?.theirs)
  // A preview decides nothing: whoever looked at their own text has not seen what somebody else saved meanwhile.
  const seen = preview ? ask.form.line('seen') : model.seen
  const page = editPagePage({ ...model, seen, csrf: ask.csrf, problems: problemsInWords(problems), preview })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function edited(services: Services, ask: Ask): Promise<Answer> {
  const typed = typedPage(ask)
  const chosen = ask.form.line('do')
  if (chosen === 'preview') return editor(services, ask, { problems: [], typed, preview: true })
  const publish = chosen === 'publish'
  const slug = pageOf(ask)
  const result = await editPage(services, {
    actor: ask.actor,
    address: addressOf(ask),
    slug,
    typed,
    seen: ask.form.line('seen'),
    publish,
    at: ask.receivedAt,
    origin: ask.origin,
  })
  if (!result.ok) return editor(services, ask, { problems: result.problems, typed })
  return publish
    ? seeOther(managePagesPath(addressOf(ask)), { flash: `Version ${result.value.number} is published` })
    : seeOther(editPagePath(addressOf(ask), slug), { flash: 'The draft is saved' })
}

type ShownAnswer = {
  readonly problems?: readonly GuidanceProblem[]
  readonly typed?: Partial<AnswerTyped>
  readonly preview?: boolean
}

async function answerForm(
  services: Services,
  ask: Ask,
  { problems = [], typed = {}, preview = false }: ShownAnswer,
): Promise<Answer> {
  const round = await managedRound(services, ask, 'clarification:answer')
  const model = await readAnswerEditor(services, round, param(ask, 'question'), typed)
  if (model === undefined) throw notFound('question')
  const page = answerPage({ ...model, csrf: ask.csrf, problems: problemsInWords(problems), preview })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function handledBy(services: Services, ask: Ask) {
  const round = await managedRound(services, ask, 'clarification:answer')
  return { actor: ask.actor, roundId: round.id, id: param(ask, 'question'), at: ask.receivedAt, origin: ask.origin }
}

async function answered(services: Services, ask: Ask): Promise<Answer> {
  const { form } = ask
  const typed = {
    publishedQuestion: form.text('publishedQuestion'),
    answer: form.text('answer'),
    reason: '',
    looked: form.line('looked') === 'yes',
  }
  const chosen = form.line('do')
  if (chosen === 'preview') return answerForm(services, ask, { typed, preview: true })
  const result = await answerQuestion(services, {
    ...(await handledBy(services, ask)),
    ...typed,
    publish: chosen === 'publish',
  })
  if (!result.ok) return answerForm(services, ask, { problems: result.problems, typed })
  const { number } = result.value
  return seeOther(manageQuestionsPath(addressOf(ask)), {
    flash: number === undefined ? 'The answer is saved, and not published yet' : `Question ${number} is published`,
  })
}

async function declined(services: Services, ask: Ask): Promise<Answer> {
  const reason = ask.form.text('reason')
  const result = await declineQuestion(services, { ...(await handledBy(services, ask)), reason })
  if (result.ok) return seeOther(manageQuestionsPath(addressOf(ask)), { flash: 'The question is declined' })
  return answerForm(services, ask, { problems: result.problems, typed: { reason } })
}
