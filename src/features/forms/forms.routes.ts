import type { Question } from '../../core/forms/index.ts'
import { slug } from '../../core/text/slug.ts'
import { type Answer, download, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import { sentText, textFile } from '../../platform/http/sent-text.ts'
import type { Services } from '../../platform/services.ts'
import { findRound } from '../funds/index.ts'
import { roundOf, versionOf } from './address.routes.ts'
import { serviceSetsRoutes } from './building/service-sets.routes.ts'
import { chooseVersion, type OfApplications } from './choose-version.ts'
import { createForm, type FormTyped } from './create-form.ts'
import { deleteDraft } from './delete-draft.ts'
import { draftRoutes } from './draft.routes.ts'
import { findStarts } from './find-starts.ts'
import { findVersion } from './find-version.ts'
import type { FormProblem } from './form-problem.ts'
import { formProblemWords, problemsOnPage } from './forms.messages.ts'
import { manageFormPath, newFormPath, versionPagePath, versionPath } from './forms.paths.ts'
import { authorityNames } from './name-authorities.ts'
import { definitionPage } from './pages/definition.ts'
import { deleteDraftPage } from './pages/delete-draft.ts'
import { newFormPage } from './pages/new-form.ts'
import { previewPage } from './pages/preview.ts'
import { questionFields } from './pages/question-fields.ts'
import { roundFormPage } from './pages/round-form.ts'
import { versionPage } from './pages/version.ts'
import { parseDefinition } from './parse-definition.ts'
import { publishDraft } from './publish-draft.ts'
import { definitionText, readDefinition } from './read-definition.ts'
import { conditionWords, readFormVersion, versionCaption } from './read-form-version.ts'
import { frameOf, readRoundForm } from './read-round-form.ts'
import { rulesRoutes } from './rules/rules.routes.ts'
import { saveFormDraft } from './save-form-draft.ts'
import { screenerProblemWords } from './screener/link-problems.ts'
import { screenerRoutes } from './screener/screener.routes.ts'
import { startDraft } from './start-draft.ts'
import { templatesRoutes } from './templates/templates.routes.ts'

const base = '/manage/funds/:fund/:round/form'

/**
 * The form of a round and the forms of its fund.
 *
 * @param applications what the area of applications does for them
 */
export const formsRoutes = (services: Services, applications: OfApplications): Route[] => [
  get(base, 'fund:read', (ask) => roundForm(services, applications, ask, [])),
  post(base, 'fund:edit', 'round.form-chosen', (ask) => chosen(services, applications, ask)),
  get(`${base}/new`, 'fund:edit', (ask) => newForm(services, ask, { problems: [], typed: firstTyped })),
  post(`${base}/new`, 'fund:edit', 'form.created', (ask) => created(services, ask)),
  get(`${base}/forms/:form/definition`, 'fund:edit', (ask) => definition(services, ask, { problems: [] })),
  post(`${base}/forms/:form/definition`, 'fund:edit', 'form.draft-saved', (ask) => pasted(services, ask), {
    files: textFile,
  }),
  post(`${base}/forms/:form/draft`, 'fund:edit', 'form.draft-saved', (ask) => begun(services, applications, ask)),
  get(`${base}/versions/:version`, 'fund:read', (ask) => version(services, ask, [])),
  get(`${base}/versions/:version/preview`, 'fund:read', (ask) => preview(services, ask)),
  get(`${base}/versions/:version/download`, 'fund:read', (ask) => downloaded(services, ask)),
  post(`${base}/versions/:version/publish`, 'fund:edit', 'form.published', (ask) => published(services, ask)),
  get(`${base}/versions/:version/delete`, 'fund:edit', (ask) => deletion(services, ask, [])),
  post(`${base}/versions/:version/delete`, 'fund:edit', 'form.draft-deleted', (ask) =>
    deleted(services, applications, ask),
  ),
  ...draftRoutes(services),
  ...screenerRoutes(services),
  ...rulesRoutes(services),
  ...templatesRoutes(services),
  ...serviceSetsRoutes(services),
]

const statusOf = (problems: readonly unknown[]): { readonly status: number } => ({
  status: problems.length > 0 ? 400 : 200,
})

async function roundForm(
  { db }: Services,
  applications: OfApplications,
  ask: Ask,
  problems: readonly FormProblem[],
): Promise<Answer> {
  const asked = { actor: ask.actor, path: roundOf(ask), at: ask.receivedAt }
  const model = await readRoundForm(db, applications.countByVersion, asked)
  const words = problems.map(formProblemWords)
  return show(
    roundFormPage({ ...model, csrf: ask.csrf, picked: ask.form.line('version'), problems: words }),
    statusOf(problems),
  )
}

async function chosen(services: Services, applications: OfApplications, ask: Ask): Promise<Answer> {
  const path = roundOf(ask)
  const versionId = ask.form.line('version')
  const result = await chooseVersion(services, applications, {
    actor: ask.actor,
    path,
    versionId,
    at: ask.receivedAt,
  })
  if (!result.ok) return roundForm(services, applications, ask, result.problems)
  return seeOther(manageFormPath(path), { flash: `Applicants now fill in version ${result.value.number}` })
}

const firstTyped: FormTyped = { name: '', purpose: 'expression-of-interest', start: '', pasted: '' }

async function newForm(
  { db }: Services,
  ask: Ask,
  { problems, typed }: { readonly problems: readonly FormProblem[]; readonly typed: FormTyped },
): Promise<Answer> {
  const path = roundOf(ask)
  const round = await findRound(db, ask.actor, 'fund:edit', path)
  const page = newFormPage({
    frame: frameOf(round),
    starts: await findStarts(db, ask.actor),
    typed,
    problems: problems.map(formProblemWords),
    action: newFormPath(path),
    csrf: ask.csrf,
  })
  return show(page, statusOf(problems))
}

async function created(services: Services, ask: Ask): Promise<Answer> {
  const { form, actor, receivedAt: at } = ask
  const path = roundOf(ask)
  const typed = {
    name: form.line('name'),
    purpose: form.line('purpose'),
    start: form.line('start'),
    pasted: form.text('definition'),
  }
  const result = await createForm(services, { actor, path, typed, at })
  if (!result.ok) return newForm(services, ask, { problems: result.problems, typed })
  return seeOther(versionPagePath(path, result.value.id, 'edit'), {
    flash: 'The form is made, as a draft. Publish it when it is right, then choose it for the round.',
  })
}

async function definition(
  { db }: Services,
  ask: Ask,
  { problems, typed }: { readonly problems: readonly FormProblem[]; readonly typed?: string },
): Promise<Answer> {
  const model = await readDefinition(db, {
    actor: ask.actor,
    path: roundOf(ask),
    formId: param(ask, 'form'),
    typed,
    clashed: problems.some(({ code }) => code === 'changed-meanwhile'),
    seen: ask.form.line('seen'),
  })
  const words = problemsOnPage(problems, ['definition', 'theirs', 'upload'], 'definition')
  return show(definitionPage({ ...model, csrf: ask.csrf, problems: words }), statusOf(problems))
}

async function pasted(services: Services, ask: Ask): Promise<Answer> {
  const sent = await sentText(ask, 'upload')
  const typed = sent.kind === 'text' ? sent.text : ask.form.text('definition')
  const path = roundOf(ask)
  const { formId } = await readDefinition(services.db, { actor: ask.actor, path, formId: param(ask, 'form') })
  if (sent.kind === 'too-large' || sent.kind === 'not-text') {
    const problem = {
      code: 'definition-file',
      file: sent.name,
      wrong: sent.kind,
      limitBytes: textFile.bytesEach,
    } as const
    return definition(services, ask, { problems: [problem], typed })
  }
  const parsed = parseDefinition(typed)
  if (!parsed.ok) return definition(services, ask, { problems: parsed.problems, typed })
  const result = await saveFormDraft(services, ask.actor, {
    formId,
    definition: parsed.value,
    seen: ask.form.line('seen'),
  })
  if (!result.ok) return definition(services, ask, { problems: result.problems, typed })
  return seeOther(versionPath(path, result.value.id), { flash: 'The draft is saved' })
}

async function begun(services: Services, applications: OfApplications, ask: Ask): Promise<Answer> {
  const path = roundOf(ask)
  const asked = { actor: ask.actor, path, formId: param(ask, 'form'), at: ask.receivedAt }
  const result = await startDraft(services, asked)
  if (!result.ok) return roundForm(services, applications, ask, result.problems)
  return seeOther(versionPagePath(path, result.value.id, 'edit'), {
    flash: `Version ${result.value.number} is a draft now, the same as the version before`,
  })
}

async function version(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const model = await readFormVersion(services.db, versionOf(ask))
  const words = [
    ...problemsOnPage(
      problems.filter(({ code }) => code !== 'screener-wrong'),
      ['changeNote', 'theirs'],
      'main-content',
    ),
    ...(await screenerProblemWords(services.db, versionOf(ask), problems)),
  ]
  const page = versionPage({ ...model, csrf: ask.csrf, typedNote: ask.form.line('changeNote'), problems: words })
  return show(page, statusOf(problems))
}

async function published(services: Services, ask: Ask): Promise<Answer> {
  const changeNote = ask.form.line('changeNote')
  const result = await publishDraft(services, { ...versionOf(ask), seen: ask.form.line('seen'), changeNote })
  if (!result.ok) return version(services, ask, result.problems)
  return seeOther(manageFormPath(roundOf(ask)), {
    flash: `Version ${result.value.number} is published. Choose it here if this round is to use it.`,
  })
}

async function deletion(services: Services, ask: Ask, problems: readonly FormProblem[]): Promise<Answer> {
  const model = await readFormVersion(services.db, versionOf(ask))
  if (model.published) return version(services, ask, problems)
  const words = problemsOnPage(problems, ['theirs'], 'main-content')
  return show(deleteDraftPage({ ...model, csrf: ask.csrf, problems: words }), statusOf(problems))
}

async function deleted(services: Services, applications: OfApplications, ask: Ask): Promise<Answer> {
  const result = await deleteDraft(services, applications, { ...versionOf(ask), seen: ask.form.line('seen') })
  if (!result.ok) return deletion(services, ask, result.problems)
  return seeOther(manageFormPath(roundOf(ask)), { flash: 'The draft is deleted' })
}

async function preview({ db }: Services, ask: Ask): Promise<Answer> {
  const { actor, path, versionId } = versionOf(ask)
  const found = await findVersion(db, actor, 'fund:read', path, versionId)
  const form = found.version.definition
  const nameOf = await authorityNames(db, form)
  const fieldOf = (question: Question) =>
    questionFields({ form, questions: [question], answers: {}, problems: [], authorities: [] })[0]
  const page = previewPage({
    frame: frameOf(found.round),
    caption: versionCaption(found),
    title: form.title,
    number: found.version.number,
    guidance: form.guidance ?? '',
    versionHref: versionPath(path, versionId),
    pages: form.pages.map((each) => ({
      id: each.id,
      title: each.title,
      guidance: each.guidance ?? '',
      condition: conditionWords(form, each, nameOf),
      questions: each.questions.flatMap((question) => {
        const field = fieldOf(question)
        return field === undefined ? [] : [{ condition: conditionWords(form, question, nameOf), field }]
      }),
    })),
  })
  return show(page)
}

async function downloaded({ db }: Services, ask: Ask): Promise<Answer> {
  const { actor, path, versionId } = versionOf(ask)
  const { form, version: found } = await findVersion(db, actor, 'fund:read', path, versionId)
  const name = `${slug(form.name) || 'form'}-version-${found.number}.json`
  return download({ name, type: 'application/json; charset=utf-8', body: definitionText(found.definition) })
}
