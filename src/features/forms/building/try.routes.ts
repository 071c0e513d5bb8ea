import { fieldsOf, whatIsVisible } from '../../../core/forms/index.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { searchOrganisations } from '../../accounts/index.ts'
import { versionOf } from '../address.routes.ts'
import { findVersion, type VersionInRound } from '../find-version.ts'
import { testsPath, versionPath } from '../forms.paths.ts'
import { namedFacts } from '../named-facts.ts'
import { actionField } from '../pages/fields/item-buttons.ts'
import { asksForAuthority, problemLinks, questionFields } from '../pages/question-fields.ts'
import { versionCaption } from '../read-form-version.ts'
import { frameOf } from '../read-round-form.ts'
import { tryPath } from './building.paths.ts'
import { tryPage } from './pages/try.ts'
import { tryCheckPage } from './pages/try-check.ts'
import { beginTry, judgeTried, type Known, readTried, type TryShown, type TryStep, takeStep } from './read-try.ts'

const base = '/manage/funds/:fund/:round/form/versions/:version/try'

/** Trying a version out as an applicant: conditions and messages work, and nothing is kept. */
export const tryRoutes = (services: Services): Route[] => [
  get(base, 'fund:read', async (ask) => {
    const found = await findIt(services, ask)
    return await answer(services, ask, found, beginTry(found.version.definition))
  }),
  // Changes nothing: the answers go back and forth in the page alone, so there is nothing to audit.
  post(base, 'fund:read', 'none', async (ask) => {
    const found = await findIt(services, ask)
    const { form } = ask
    const names = Object.fromEntries(
      form.names().map((name) => [name, form.all(name).length > 1 ? form.all(name) : form.text(name)]),
    )
    const asked = found.version.definition
    const at = { answers: readTried(form.text('tried')), pageId: form.line('page') }
    const known: Known = async (answers) => ({ ...answers, ...(await namedFacts(services.db, asked, answers)) })
    const shown = await takeStep(asked, at, fieldsOf(names), stepOf(ask), known)
    return await answer(services, ask, found, shown)
  }),
]

function findIt({ db }: Services, ask: Ask): Promise<VersionInRound> {
  const { actor, path, versionId } = versionOf(ask)
  return findVersion(db, actor, 'fund:read', path, versionId)
}

function stepOf({ form }: Ask): TryStep {
  const [verb, question = '', index = ''] = form.line(actionField).split(':')
  if (verb === 'add' || verb === 'remove') return { go: verb, question, index: Number(index) }
  const [go, pageId = ''] = form.line('go').split(':')
  return { go: go === 'check' || go === 'page' ? go : 'next', pageId }
}

async function answer(services: Services, ask: Ask, found: VersionInRound, shown: TryShown): Promise<Answer> {
  const { path, versionId } = versionOf(ask)
  const form = found.version.definition
  const { answers, oneMore } = shown.tried
  const frame = {
    frame: frameOf(found.round),
    caption: versionCaption(found),
    number: found.version.number,
    versionHref: versionPath(path, versionId),
    testsHref: testsPath(path, versionId),
    action: tryPath(path, versionId),
    csrf: ask.csrf,
    tried: JSON.stringify(answers),
    pages: whatIsVisible(form, answers).pages.map(({ page }) => ({ id: page.id, title: page.title })),
  }
  if (shown.kind === 'check') return show(tryCheckPage({ ...frame, ...judgeTried(form, answers) }))
  const { page, questions, problems } = shown
  const authorities = asksForAuthority(questions)
    ? (await searchOrganisations(services.db, { limit: 1000 })).map(({ id, name }) => ({ value: id, text: name }))
    : undefined
  return show(
    tryPage({
      ...frame,
      pageId: page.id,
      title: page.title,
      guidance: page.guidance ?? '',
      fields: questionFields({
        form,
        questions,
        answers,
        problems,
        authorities,
        oneMore,
        trying: true,
        factsKnown: 'named',
      }),
      problems: problemLinks(problems),
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}
