import { authorityKinds } from '../../core/authorities/authority.ts'
import { notFound } from '../../core/errors.ts'
import { dayInWords } from '../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import { textFile } from '../../platform/http/sent-text.ts'
import type { Services } from '../../platform/services.ts'
import { readSought } from '../../ui/patterns/index.ts'
import { signedIn } from './account.routes.ts'
import { registerBodyPath, registerImportPath, registerPath } from './accounts.paths.ts'
import type { ErrorText } from './accounts-problems.messages.ts'
import { bodiesBeside } from './borders/borders.store.ts'
import { changeOrganisation } from './change-organisation.ts'
import { type ImportReport, importAuthorities, previewAuthorities } from './import-authorities.ts'
import {
  domainsOf,
  neighboursInTime,
  type Organisation,
  organisationById,
  organisationsById,
  searchOrganisations,
} from './organisations.store.ts'
import { registerBodyPage, registerPage } from './pages/register.ts'
import { registerImportPage, registerPreviewPage } from './pages/register-import.ts'
import { postedText } from './posted-text.routes.ts'
import {
  endText,
  factChangeText,
  kindName,
  kindNames,
  organisationErrors,
  registerProblemText,
  rowProblemText,
} from './register.messages.ts'

const mostShown = 100

/** The register of authorities, for administrators. */
export const registerRoutes = (services: Services): Route[] => [
  get(registerPath, 'service:administer', async (ask) => await showRegister(services, ask)),
  get(registerImportPath, 'service:administer', async (ask) =>
    show(registerImportPage({ csrf: ask.csrf, typed: '', problems: [] })),
  ),
  post(registerImportPath, 'service:administer', 'register.imported', async (ask) => await postImport(services, ask), {
    files: textFile,
  }),
  get(registerBodyPath(':body'), 'service:administer', async (ask) => {
    const { body, domains } = await bodyOf(services, ask)
    const [year = '', month = '', day = ''] = body.shadowFrom?.split('-') ?? []
    const typed = {
      contactEmail: body.contactEmail ?? '',
      domains: domains.join('\n'),
      shadowFrom: { day, month, year },
    }
    return await showBody(services, ask, body, typed)
  }),
  post(registerBodyPath(':body'), 'service:administer', 'organisation.changed', async (ask) => {
    const { body } = await bodyOf(services, ask)
    const typed = typedOf(ask)
    const change = { organisationId: body.id, ...typed, by: signedIn(ask).personId, at: ask.receivedAt }
    const result = await changeOrganisation(services, change)
    if (!result.ok) return await showBody(services, ask, body, typed, organisationErrors(result.problems))
    return seeOther(registerBodyPath(body.id), { flash: 'Saved.' })
  }),
]

type Typed = Parameters<typeof registerBodyPage>[0]['typed']

const typedOf = ({ form }: Ask): Typed => ({
  contactEmail: form.line('contactEmail'),
  domains: form.text('domains'),
  shadowFrom: {
    day: form.line('shadowFrom-day'),
    month: form.line('shadowFrom-month'),
    year: form.line('shadowFrom-year'),
  },
})

async function showRegister(services: Services, ask: Ask): Promise<Answer> {
  const { words: query, problems } = readSought(ask.query, 'query')
  const kind = ask.query.get('kind') ?? ''
  // Whoever chooses a type and no name looks for all of that type.
  const sought = { words: query, problems: kind === '' ? problems : [] }
  const kinds = kind === '' ? {} : { kinds: [kind] }
  const found = await searchOrganisations(services.db, { query, ...kinds, limit: mostShown + 1 })
  return show(
    registerPage({
      sought,
      kind,
      kinds: authorityKinds.map((value) => ({ value, text: kindNames[value] })),
      bodies: found.slice(0, mostShown).map((body) => ({
        href: registerBodyPath(body.id),
        name: body.name,
        illustrative: body.illustrative,
        kind: kindName(body.kind),
        region: body.region ?? '',
        inBeing: inBeingText(body),
      })),
      more: found.length > mostShown,
    }),
    { status: sought.problems.length > 0 ? 400 : 200 },
  )
}

/** From when to when, as far as is known. */
function inBeingText({ inBeingFrom, inBeingTo }: Organisation): string {
  const from = inBeingFrom === null ? '' : `from ${dayInWords(inBeingFrom)}`
  const to = inBeingTo === null ? '' : `to ${dayInWords(inBeingTo)}`
  return [from, to].filter(Boolean).join(' ') || 'now'
}

async function bodyOf(
  services: Services,
  ask: Ask,
): Promise<{ readonly body: Organisation; readonly domains: readonly string[] }> {
  const body = await organisationById(services.db, param(ask, 'body'))
  if (body === undefined) throw notFound('organisation')
  return { body, domains: await domainsOf(services.db, body.id) }
}

async function showBody(
  services: Services,
  ask: Ask,
  body: Organisation,
  typed: Typed,
  errors: readonly ErrorText[] = [],
): Promise<Answer> {
  const { predecessors, successors } = await neighboursInTime(services.db, body.id)
  const above = await organisationsById(
    services.db,
    [body.countyId, body.combinedAuthorityId].filter((id) => id !== null),
  )
  const link = ({ id, name }: Pick<Organisation, 'id' | 'name'>) => ({ href: registerBodyPath(id), name })
  const nameOf = (id: string | null): string => (id === null ? '' : (above.get(id)?.name ?? id))
  const facts = [
    { key: 'Code', value: body.id },
    { key: 'GSS code', value: body.gssCode ?? '' },
    { key: 'Earlier GSS codes', value: body.formerGssCodes.join(', ') },
    { key: 'Type', value: kindName(body.kind) },
    { key: 'Region', value: body.region ?? '' },
    { key: 'County', value: nameOf(body.countyId) },
    { key: 'Combined authority', value: nameOf(body.combinedAuthorityId) },
    { key: 'In being', value: inBeingText(body) },
    { key: 'Made up', value: body.illustrative ? 'Yes: this body does not exist' : '' },
  ].filter(({ value }) => value !== '')
  const page = registerBodyPage({
    csrf: ask.csrf,
    action: registerBodyPath(body.id),
    name: body.name,
    facts,
    predecessors: predecessors.map(link),
    beside: (await bodiesBeside(services.db, body.id)).map(link),
    successors: successors.map(link),
    typed,
    errors,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

async function postImport(services: Services, ask: Ask): Promise<Answer> {
  const { text: file, problem } = await postedText(ask)
  if (problem !== undefined)
    return show(registerImportPage({ csrf: ask.csrf, typed: file, problems: [problem] }), { status: 400 })
  const digest = ask.form.line('digest')
  const context = { actorId: signedIn(ask).personId, at: ask.receivedAt }
  const report =
    digest === '' ? await previewAuthorities(services, file) : await importAuthorities(services, file, context, digest)
  if (report.comparison === undefined) {
    const words = [...report.problems.map(rowProblemText), ...report.registerProblems.map(registerProblemText)]
    const problems = words.map((text) => ({ text, href: '#file' }))
    return show(registerImportPage({ csrf: ask.csrf, typed: file, problems }), { status: 400 })
  }
  if (digest !== '' && report.digest === digest) return seeOther(registerPath, { flash: 'The register is up to date.' })
  return preview(ask, file, report, report.comparison)
}

function preview(
  ask: Ask,
  file: string,
  report: ImportReport,
  comparison: NonNullable<ImportReport['comparison']>,
): Answer {
  const { added, changed, ended, disputed, clashing, notMentioned } = comparison
  return show(
    registerPreviewPage({
      csrf: ask.csrf,
      file,
      digest: report.digest,
      added: added.map(({ code, name }) => `${code}: ${name}`),
      changed: changed.map(factChangeText),
      ended: ended.map(({ authority, lastDayOn, successorCodes }) => endText(authority, lastDayOn, successorCodes)),
      leftAlone: [
        ...disputed.map(factChangeText),
        ...clashing.map(({ authority, gssCode, heldBy }) => `${authority}: ${heldBy} has its GSS code ${gssCode}`),
      ],
      warnings: report.warnings.map(rowProblemText),
      kept: notMentioned.length,
    }),
  )
}
