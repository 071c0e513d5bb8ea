import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { roundOf, versionOf } from '../address.routes.ts'
import { removePage } from '../change-page.ts'
import type { FormProblem } from '../form-problem.ts'
import { problemsOnPage } from '../forms.messages.ts'
import { draftPagePath, versionPagePath } from '../forms.paths.ts'
import { newSectionPath, sectionPath } from './building.paths.ts'
import { renameSection, shiftSection, startSection, takeSection } from './change-section.ts'
import { copyPart, readPart } from './copy-part.ts'
import { removePartPage } from './pages/remove-part.ts'
import { sectionPage } from './pages/section.ts'
import { readPartRemoval, readSectionEditor } from './read-parts.ts'
import type { ShowOutline } from './show-outline.ts'

const base = '/manage/funds/:fund/:round/form/versions/:version'

/** Sections of a draft, copies of its parts, and taking pages and sections out. */
export const partsRoutes = (services: Services, outline: ShowOutline): Route[] => [
  post(`${base}/copy`, 'fund:edit', 'form.draft-saved', (ask) => copied(services, ask, outline)),
  get(`${base}/pages/:page/remove`, 'fund:edit', (ask) => removal(services, ask, 'page', [])),
  post(`${base}/pages/:page/remove`, 'fund:edit', 'form.draft-saved', (ask) => pageRemoved(services, ask)),
  get(`${base}/new-section`, 'fund:edit', (ask) => editor(services, ask, undefined, [])),
  post(`${base}/new-section`, 'fund:edit', 'form.draft-saved', (ask) => started(services, ask)),
  post(`${base}/move-section`, 'fund:edit', 'form.draft-saved', (ask) => shifted(services, ask, outline)),
  get(`${base}/sections/:section`, 'fund:edit', (ask) => editor(services, ask, param(ask, 'section'), [])),
  post(`${base}/sections/:section`, 'fund:edit', 'form.draft-saved', (ask) => renamed(services, ask)),
  get(`${base}/sections/:section/remove`, 'fund:edit', (ask) => removal(services, ask, 'section', [])),
  post(`${base}/sections/:section/remove`, 'fund:edit', 'form.draft-saved', (ask) => sectionTaken(services, ask)),
]

const statusOf = (problems: readonly unknown[]): { readonly status: number } => ({
  status: problems.length > 0 ? 400 : 200,
})

const editPath = (ask: Ask): string => versionPagePath(roundOf(ask), param(ask, 'version'), 'edit')
const saved = (ask: Ask, flash: string): Answer => seeOther(editPath(ask), { flash })

async function copied(services: Services, ask: Ask, outline: ShowOutline): Promise<Answer> {
  const part = readPart(ask.form.line('part'))
  if (part === undefined) return await outline(ask, [])
  const result = await copyPart(services, { ...versionOf(ask), part })
  return result.ok ? saved(ask, `The ${part.what} is copied`) : await outline(ask, result.problems)
}

async function removal(
  services: Services,
  ask: Ask,
  kind: 'page' | 'section',
  problems: readonly FormProblem[],
): Promise<Answer> {
  const address = versionOf(ask)
  const id = param(ask, kind)
  const view = await readPartRemoval(services, { ...address, kind, id })
  const { path, versionId } = address
  const page = removePartPage({
    ...view,
    action: kind === 'page' ? draftPagePath(path, versionId, id, 'remove') : sectionPath(path, versionId, id, 'remove'),
    csrf: ask.csrf,
    problems: problemsOnPage(problems, ['needed'], 'needed'),
  })
  return show(page, statusOf(problems))
}

async function pageRemoved(services: Services, ask: Ask): Promise<Answer> {
  const result = await removePage(services, {
    ...versionOf(ask),
    pageId: param(ask, 'page'),
    seen: ask.form.line('seen'),
  })
  return result.ok
    ? saved(ask, 'The page is removed from the draft')
    : await removal(services, ask, 'page', result.problems)
}

async function sectionTaken(services: Services, ask: Ask): Promise<Answer> {
  const withPages = ask.form.line('what') === 'pages'
  const result = await takeSection(services, {
    ...versionOf(ask),
    sectionId: param(ask, 'section'),
    withPages,
    seen: ask.form.line('seen'),
  })
  return result.ok
    ? saved(ask, 'The section is removed from the draft')
    : await removal(services, ask, 'section', result.problems)
}

async function editor(
  services: Services,
  ask: Ask,
  id: string | undefined,
  problems: readonly FormProblem[],
): Promise<Answer> {
  const address = versionOf(ask)
  const view = await readSectionEditor(services, { ...address, id })
  const { path, versionId } = address
  const page = sectionPage({
    ...view,
    isNew: id === undefined,
    title: problems.length > 0 ? ask.form.line('title') : view.title,
    from: ask.form.line('from'),
    action: id === undefined ? newSectionPath(path, versionId) : sectionPath(path, versionId, id),
    csrf: ask.csrf,
    problems: problemsOnPage(problems, ['title', 'from'], 'title'),
  })
  return show(page, statusOf(problems))
}

async function started(services: Services, ask: Ask): Promise<Answer> {
  const title = ask.form.line('title')
  const result = await startSection(services, { ...versionOf(ask), title, from: ask.form.line('from') })
  if (!result.ok) return await editor(services, ask, undefined, result.problems)
  return saved(ask, `The section “${title}” is added`)
}

async function renamed(services: Services, ask: Ask): Promise<Answer> {
  const sectionId = param(ask, 'section')
  const result = await renameSection(services, { ...versionOf(ask), sectionId, title: ask.form.line('title') })
  if (!result.ok) return await editor(services, ask, sectionId, result.problems)
  return saved(ask, 'The section is saved in the draft')
}

async function shifted(services: Services, ask: Ask, outline: ShowOutline): Promise<Answer> {
  const [, way, sectionId] = /^(up|down):(.+)$/.exec(ask.form.line('section')) ?? []
  if (sectionId === undefined) return await outline(ask, [])
  const by = way === 'up' ? -1 : 1
  const result = await shiftSection(services, { ...versionOf(ask), sectionId, by })
  return result.ok
    ? seeOther(`${editPath(ask)}#section-${encodeURIComponent(sectionId)}`)
    : await outline(ask, result.problems)
}
