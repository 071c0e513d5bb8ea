import { questionsOf } from '../../../core/forms/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { versionOf } from '../address.routes.ts'
import type { FormProblem } from '../form-problem.ts'
import { problemsOnPage } from '../forms.messages.ts'
import { versionPagePath } from '../forms.paths.ts'
import { editorFrame, findDraft } from '../read-draft.ts'
import { setPath } from './building.paths.ts'
import { keepSet, retireSet, useSet } from './keep-set.ts'
import { insertSetPage } from './pages/insert-set.ts'
import { saveSetPage } from './pages/save-set.ts'
import { setsFor } from './sets.store.ts'

const base = '/manage/funds/:fund/:round/form/versions/:version'

/** Questions kept as a set of the fund, and put into other forms. */
export const setsRoutes = (services: Services): Route[] => [
  get(`${base}/save-set`, 'fund:edit', (ask) => showSave(services, ask, [])),
  post(`${base}/save-set`, 'fund:edit', 'form.set-kept', (ask) => saved(services, ask)),
  get(`${base}/insert-set`, 'fund:edit', (ask) => showInsert(services, ask, [])),
  post(`${base}/insert-set`, 'fund:edit', 'form.draft-saved', (ask) => inserted(services, ask)),
  post(`${base}/retire-set`, 'fund:edit', 'form.set-retired', async (ask) => {
    const asked = versionOf(ask)
    await retireSet(services, { ...asked, setId: ask.form.line('set') })
    return seeOther(setPath(asked.path, asked.versionId, 'insert-set'), { flash: 'The set is removed' })
  }),
]

const statusOf = (problems: readonly unknown[]): { readonly status: number } => ({
  status: problems.length > 0 ? 400 : 200,
})

async function showSave(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const asked = versionOf(ask)
  const found = await findDraft(services, asked)
  const page = ask.query.get('page')
  const { definition } = found.version
  const preset = definition.pages.find(({ id }) => id === page)?.questions.map(({ id }) => id) ?? []
  const model = saveSetPage({
    ...editorFrame(found, asked),
    name: ask.form.line('name'),
    questions: questionsOf(definition).map(({ id, label }) => ({ id, label })),
    chosen: problems.length > 0 ? ask.form.all('questions') : preset,
    action: setPath(asked.path, asked.versionId, 'save-set'),
    csrf: ask.csrf,
    nameTaken: problems.some((problem) => problem.code === 'build-wrong' && problem.problem.code === 'set-name-taken'),
    problems: problemsOnPage(problems, ['name', 'questions'], 'name'),
  })
  return show(model, statusOf(problems))
}

async function saved(services: Services, ask: Ask): Promise<Answer> {
  const asked = versionOf(ask)
  const name = ask.form.line('name')
  const questionIds = ask.form.all('questions')
  const replace = ask.form.line('replace') === 'yes'
  const result = await keepSet(services, { ...asked, name, questionIds, replace })
  if (!result.ok) return await showSave(services, ask, result.problems)
  return seeOther(versionPagePath(asked.path, asked.versionId, 'edit'), { flash: `The set “${name}” is kept` })
}

async function showInsert(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const asked = versionOf(ask)
  const found = await findDraft(services, asked)
  const sets = await setsFor(services.db, found.version.fundId)
  const page = insertSetPage({
    ...editorFrame(found, asked),
    sets: sets.map(({ id, name, fundId, questions }) => ({
      id,
      name,
      ofService: fundId === null,
      questions: questions.map(({ label }) => label),
    })),
    pages: found.version.definition.pages.map(({ id, title }) => ({ id, title })),
    set: ask.form.line('set'),
    page: ask.form.line('page'),
    action: setPath(asked.path, asked.versionId, 'insert-set'),
    retireAction: setPath(asked.path, asked.versionId, 'retire-set'),
    csrf: ask.csrf,
    problems: problemsOnPage(problems, ['set', 'page'], 'set'),
  })
  return show(page, statusOf(problems))
}

async function inserted(services: Services, ask: Ask): Promise<Answer> {
  const asked = versionOf(ask)
  const result = await useSet(services, { ...asked, setId: ask.form.line('set'), pageId: ask.form.line('page') })
  if (!result.ok) return await showInsert(services, ask, result.problems)
  return seeOther(versionPagePath(asked.path, asked.versionId, 'edit'), { flash: 'The questions of the set are added' })
}
