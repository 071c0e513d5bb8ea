import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import type { FormBody } from '../../platform/http/form-body.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { addQuestion } from './add-question.ts'
import { roundOf, versionOf } from './address.routes.ts'
import { blankQuestion, offeredTypes, typesInGroups } from './build-question.ts'
import { conditionPath } from './building/building.paths.ts'
import { conditionRoutes } from './building/conditions.routes.ts'
import { partsRoutes } from './building/parts.routes.ts'
import { previewOf, problemsOf } from './building/preview-question.ts'
import { questionFrom } from './building/read-question-form.ts'
import { setsRoutes } from './building/sets.routes.ts'
import { tryRoutes } from './building/try.routes.ts'
import { typedForAnotherType } from './building/typed-for-another-type.ts'
import { addPage, changePage } from './change-page.ts'
import { changeQuestion } from './change-question.ts'
import { changeTitle } from './change-title.ts'
import type { FormProblem } from './form-problem.ts'
import { formProblemText, problemsOnPage } from './forms.messages.ts'
import { draftPagePath, draftQuestionPath, versionPagePath, versionPath } from './forms.paths.ts'
import { movePart, readMove } from './move-part.ts'
import type { PageTyped } from './page-typed.ts'
import { draftOutlinePage } from './pages/draft-outline.ts'
import { type EditPageModel, editFormPage, pageFieldIds } from './pages/edit-page.ts'
import { editQuestionPage, questionFieldIds } from './pages/edit-question.ts'
import { removeQuestionPage } from './pages/remove-question.ts'
import type { QuestionTyped } from './question-typed.ts'
import {
  type PageEditor,
  readDraft,
  readPageEditor,
  readPlace,
  readQuestionEditor,
  readQuestionRemoval,
  readTitleEditor,
} from './read-draft.ts'
import { removeQuestion } from './remove-question.ts'

const base = '/manage/funds/:fund/:round/form/versions/:version'

/** The editor of a draft: its pages and questions one at a time. */
export const draftRoutes = (services: Services): Route[] => [
  get(`${base}/edit`, 'fund:edit', (ask) => outline(services, ask, [])),
  post(`${base}/move`, 'fund:edit', 'form.draft-saved', (ask) => moved(services, ask)),
  get(`${base}/title`, 'fund:edit', (ask) => titleEditor(services, ask, { problems: [] })),
  post(`${base}/title`, 'fund:edit', 'form.draft-saved', (ask) => titleChanged(services, ask)),
  get(`${base}/new-page`, 'fund:edit', (ask) => pageEditor(services, ask, undefined, { problems: [] })),
  post(`${base}/new-page`, 'fund:edit', 'form.draft-saved', (ask) => pageAdded(services, ask)),
  get(`${base}/pages/:page`, 'fund:edit', (ask) => pageEditor(services, ask, param(ask, 'page'), { problems: [] })),
  post(`${base}/pages/:page`, 'fund:edit', 'form.draft-saved', (ask) => pageChanged(services, ask)),
  get(`${base}/pages/:page/new-question`, 'fund:edit', (ask) =>
    newQuestion(services, ask, { problems: typeLeftOut(ask) }),
  ),
  post(`${base}/pages/:page/new-question`, 'fund:edit', 'form.draft-saved', (ask) => questionAdded(services, ask)),
  get(`${base}/questions/:question`, 'fund:edit', (ask) => questionEditor(services, ask, { problems: [] })),
  post(`${base}/questions/:question`, 'fund:edit', 'form.draft-saved', (ask) => questionChanged(services, ask)),
  get(`${base}/questions/:question/new-question`, 'fund:edit', (ask) =>
    newQuestion(services, ask, { problems: typeLeftOut(ask) }),
  ),
  post(`${base}/questions/:question/new-question`, 'fund:edit', 'form.draft-saved', (ask) =>
    questionAdded(services, ask),
  ),
  get(`${base}/questions/:question/remove`, 'fund:edit', (ask) => removal(services, ask, [])),
  post(`${base}/questions/:question/remove`, 'fund:edit', 'form.draft-saved', (ask) => questionRemoved(services, ask)),
  ...partsRoutes(services, (ask, problems) => outline(services, ask, problems)),
  ...conditionRoutes(services),
  ...setsRoutes(services),
  ...tryRoutes(services),
]

type Shown<Typed> = { readonly problems: readonly FormProblem[]; readonly typed?: Typed }

const statusOf = (problems: readonly unknown[]): { readonly status: number } => ({
  status: problems.length > 0 ? 400 : 200,
})

const clashed = (problems: readonly FormProblem[]): boolean => problems.some(({ code }) => code === 'changed-meanwhile')

const editPath = (ask: Ask): string => versionPagePath(roundOf(ask), param(ask, 'version'), 'edit')

const saved = (ask: Ask, flash: string): Answer => seeOther(editPath(ask), { flash })

/** A draft that was published while somebody looked at it: there is nothing more to edit. */
function published(ask: Ask, problems: readonly FormProblem[]): Answer | undefined {
  const found = problems.find(({ code }) => code === 'published-meanwhile')
  return found && seeOther(versionPath(roundOf(ask), param(ask, 'version')), { flash: formProblemText(found) })
}

async function outline(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const over = published(ask, problems)
  if (over !== undefined) return over
  const model = await readDraft(services, versionOf(ask))
  const words = problemsOnPage(problems, ['pages'], 'pages')
  return show(draftOutlinePage({ ...model, csrf: ask.csrf, problems: words }), statusOf(problems))
}

async function moved(services: Services, ask: Ask): Promise<Answer> {
  const move = readMove(ask.form.line('move'))
  if (move === undefined) return outline(services, ask, [])
  const result = await movePart(services, { ...versionOf(ask), move })
  if (!result.ok) return outline(services, ask, result.problems)
  return seeOther(`${editPath(ask)}#${move.what}-${encodeURIComponent(move.id)}`)
}

const typedPage = (form: FormBody): PageTyped => ({ title: form.line('title'), guidance: form.text('guidance') })

/** What a form of a title and guidance shows: what was typed stays, and after a clash so does what somebody else saved. */
function wordsEditor(
  ask: Ask,
  model: PageEditor,
  { problems, typed }: Shown<PageTyped>,
  { part, action }: Pick<EditPageModel, 'part' | 'action'>,
): Answer {
  const again = typed !== undefined && !clashed(problems)
  const page = editFormPage({
    ...model,
    typed: typed ?? model.saved ?? { title: '', guidance: '' },
    preview: ask.form.has('preview'),
    theirs: clashed(problems) ? model.saved : undefined,
    seen: again ? ask.form.line('seen') : model.seen,
    part,
    action,
    csrf: ask.csrf,
    problems: problemsOnPage(problems, pageFieldIds, 'title'),
  })
  return show(page, statusOf(problems))
}

async function titleEditor(services: Services, ask: Ask, shown: Shown<PageTyped>): Promise<Answer> {
  const address = versionOf(ask)
  const model = await readTitleEditor(services, { ...address, typed: shown.typed !== undefined })
  const action = versionPagePath(address.path, address.versionId, 'title')
  return wordsEditor(ask, model, shown, { part: 'form', action })
}

async function titleChanged(services: Services, ask: Ask): Promise<Answer> {
  const typed = typedPage(ask.form)
  if (ask.form.has('preview')) return titleEditor(services, ask, { problems: [], typed })
  const result = await changeTitle(services, { ...versionOf(ask), seen: ask.form.line('seen'), typed })
  if (!result.ok) return titleEditor(services, ask, { problems: result.problems, typed })
  return saved(ask, 'The title and the guidance are saved in the draft')
}

async function pageEditor(
  services: Services,
  ask: Ask,
  pageId: string | undefined,
  shown: Shown<PageTyped>,
): Promise<Answer> {
  const address = versionOf(ask)
  const model = await readPageEditor(services, { ...address, pageId, typed: shown.typed !== undefined })
  const { path, versionId } = address
  return pageId === undefined
    ? wordsEditor(ask, model, shown, { part: 'new-page', action: versionPagePath(path, versionId, 'new-page') })
    : wordsEditor(ask, model, shown, { part: 'page', action: draftPagePath(path, versionId, pageId) })
}

async function pageAdded(services: Services, ask: Ask): Promise<Answer> {
  const typed = typedPage(ask.form)
  if (ask.form.has('preview')) return pageEditor(services, ask, undefined, { problems: [], typed })
  const result = await addPage(services, { ...versionOf(ask), typed })
  if (!result.ok) return pageEditor(services, ask, undefined, { problems: result.problems, typed })
  return saved(ask, `The page “${typed.title}” is added at the end`)
}

async function pageChanged(services: Services, ask: Ask): Promise<Answer> {
  const typed = typedPage(ask.form)
  const pageId = param(ask, 'page')
  if (ask.form.has('preview')) return pageEditor(services, ask, pageId, { problems: [], typed })
  const result = await changePage(services, { ...versionOf(ask), pageId, seen: ask.form.line('seen'), typed })
  if (!result.ok) return pageEditor(services, ask, pageId, { problems: result.problems, typed })
  return saved(ask, `The page “${typed.title}” is saved in the draft`)
}

/** Where a new question goes. */
type Within = { readonly pageId: string } | { readonly groupId: string }

const withinOf = (ask: Ask): Within =>
  'question' in ask.params ? { groupId: param(ask, 'question') } : { pageId: param(ask, 'page') }

/** How a question is answered is chosen by a form of its own, in the address. */
const typeLeftOut = ({ query }: Ask): readonly FormProblem[] =>
  query.has('asked') && !query.get('type') ? [{ code: 'type-not-chosen' }] : []

async function newQuestion(services: Services, ask: Ask, { problems, typed }: Shown<QuestionTyped>): Promise<Answer> {
  const address = versionOf(ask)
  const { path, versionId } = address
  const within = withinOf(ask)
  const { frame, name, naming } = await readPlace(services, { ...address, ...within, typed: typed !== undefined })
  const type = ask.query.get('type') ?? ''
  const now = typed ?? { ...blankQuestion, type, label: type === 'lead-kind' ? 'What kind of authority leads?' : '' }
  const about = naming.map(({ id, label }) => ({ value: id, text: label }))
  const page = editQuestionPage({
    ...frame,
    title: name === undefined ? 'Add a question' : `Add a question to “${name}”`,
    typed: now,
    types: 'groupId' in within ? typesInGroups : offeredTypes,
    naming: about,
    theirs: undefined,
    left: [],
    seen: '',
    condition: '',
    conditionHref: undefined,
    isNew: true,
    preview: ask.form.has('preview') ? previewOf(now, undefined) : undefined,
    action:
      'groupId' in within
        ? draftQuestionPath(path, versionId, within.groupId, 'new-question')
        : draftPagePath(path, versionId, within.pageId, 'new-question'),
    csrf: ask.csrf,
    problems: problemsOnPage(problems, questionFieldIds, 'label'),
  })
  return show(page, statusOf(problems))
}

async function questionAdded(services: Services, ask: Ask): Promise<Answer> {
  const typed = questionFrom(ask.form)
  if (ask.form.has('preview')) return newQuestion(services, ask, { problems: problemsOf(typed, undefined), typed })
  const within = withinOf(ask)
  const place = 'groupId' in within ? { pageId: '', groupId: within.groupId } : within
  const result = await addQuestion(services, { ...versionOf(ask), ...place, typed })
  if (!result.ok) return newQuestion(services, ask, { problems: result.problems, typed })
  return saved(ask, `“${typed.label}” is added to the draft`)
}

async function questionEditor(
  services: Services,
  ask: Ask,
  { problems, typed }: Shown<QuestionTyped>,
): Promise<Answer> {
  const address = versionOf(ask)
  const questionId = param(ask, 'question')
  const model = await readQuestionEditor(services, { ...address, questionId, typed: typed !== undefined })
  const again = typed !== undefined && !clashed(problems)
  const page = editQuestionPage({
    ...model,
    title: 'Change a question',
    types: [],
    naming: undefined,
    conditionHref: conditionPath(address.path, address.versionId, { kind: 'question', id: questionId }),
    preview:
      typed !== undefined && ask.form.has('preview')
        ? previewOf({ ...typed, type: model.saved?.type ?? '' }, model.question)
        : undefined,
    typed: typed === undefined ? (model.saved ?? blankQuestion) : { ...typed, type: model.saved?.type ?? typed.type },
    theirs: clashed(problems) ? model.saved : undefined,
    left: typed === undefined || model.saved === undefined ? [] : typedForAnotherType(typed, model.saved.type),
    seen: again ? ask.form.line('seen') : model.seen,
    isNew: false,
    action: draftQuestionPath(address.path, address.versionId, questionId),
    csrf: ask.csrf,
    problems: problemsOnPage(problems, questionFieldIds, 'label'),
  })
  return show(page, statusOf(problems))
}

async function questionChanged(services: Services, ask: Ask): Promise<Answer> {
  const typed = questionFrom(ask.form)
  const questionId = param(ask, 'question')
  if (ask.form.has('preview')) return questionEditor(services, ask, { problems: [], typed })
  const result = await changeQuestion(services, { ...versionOf(ask), questionId, seen: ask.form.line('seen'), typed })
  if (!result.ok) return questionEditor(services, ask, { problems: result.problems, typed })
  return saved(ask, `“${typed.label}” is saved in the draft`)
}

async function removal(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const over = published(ask, problems)
  if (over !== undefined) return over
  const address = versionOf(ask)
  const questionId = param(ask, 'question')
  const model = await readQuestionRemoval(services, { ...address, questionId })
  const page = removeQuestionPage({
    ...model,
    action: draftQuestionPath(address.path, address.versionId, questionId, 'remove'),
    csrf: ask.csrf,
    problems: problemsOnPage(problems, ['needed', 'theirs'], 'theirs'),
  })
  return show(page, statusOf(problems))
}

async function questionRemoved(services: Services, ask: Ask): Promise<Answer> {
  const questionId = param(ask, 'question')
  const result = await removeQuestion(services, { ...versionOf(ask), questionId, seen: ask.form.line('seen') })
  if (!result.ok) return removal(services, ask, result.problems)
  return saved(ask, 'The question is removed from the draft')
}
