import { authorityKinds } from '../../../core/authorities/authority.ts'
import { kindWords } from '../../../core/authorities/kind-words.ts'
import { notFound } from '../../../core/errors.ts'
import { organisationsOf } from '../../../core/permissions/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { readSought } from '../../../ui/patterns/index.ts'
import { bodiesWithoutPeople, organisationsById, searchOrganisations } from '../../accounts/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { applicationProblemText, type PartnerProblem } from '../applications.messages.ts'
import {
  applicationPath,
  partnerPartPath,
  partnerPath,
  partnersPath,
  removePartnerPath,
  yourWorkPath,
} from '../applications.paths.ts'
import { openApplication } from '../open-application.ts'
import { readPart } from '../read-part.ts'
import { madeUpToo } from '../starting/check-lead.ts'
import { partnerStates } from '../writing/task-list.routes.ts'
import { answerPartner, askPartner, givePart, removePartner } from './change-partners.ts'
import { partPage } from './pages/part.ts'
import { partnerPage } from './pages/partner.ts'
import { partnersPage } from './pages/partners.ts'
import { pastRequestsPage } from './pages/past-requests.ts'
import { type PastRequest, partnersOf, pastRequests } from './partners.store.ts'
import { partWords, readPartnership } from './read-partnership.ts'

const answeredEvents = 'application.partner-accepted or application.partner-declined'

/** Partners: asked by the lead, accepted by their own people. */
export const partnerRoutes = (services: Services): Route[] => [
  get('/applications/:reference/partners', 'application:write', async (ask) => await showPartners(services, ask, [])),
  post('/applications/:reference/partners', 'application:write', 'application.partner-asked', async (ask) => {
    const result = await askPartner(services, ask.actor, { ...requestOf(ask), origin: ask.origin })
    if (!result.ok) return await showPartners(services, ask, result.problems)
    const { id, name } = result.value.organisation
    const unreached = (await bodiesWithoutPeople(services.db, [id])).has(id)
    return seeOther(partnersPath(param(ask, 'reference')), {
      flash: unreached ? `${name} is on the list. See there how it learns of it.` : `${name} has been asked.`,
    })
  }),
  post('/applications/:reference/partners/remove', 'application:write', 'application.partner-removed', async (ask) => {
    const result = await removePartner(services, ask.actor, requestOf(ask))
    if (!result.ok) return await showPartners(services, ask, result.problems)
    return seeOther(partnersPath(param(ask, 'reference')), {
      flash: `${result.value.organisation.name} is no longer a partner.`,
    })
  }),
  get('/applications/:reference/partners/:organisation/part', 'application:write', async (ask) => {
    return await showPart(services, ask, [])
  }),
  post(
    '/applications/:reference/partners/:organisation/part',
    'application:write',
    'application.partner-part-given',
    async (ask) => {
      const pages = readPart(ask.form)
      if (pages === undefined) return await showPart(services, ask, [{ code: 'part-not-chosen' }])
      const of = { ...requestOf(ask), organisationId: param(ask, 'organisation') }
      const result = await givePart(services, ask.actor, { ...of, pages })
      if (!result.ok) return await showPart(services, ask, result.problems)
      return seeOther(partnersPath(param(ask, 'reference')), {
        flash: `What ${result.value.organisation.name} writes is saved.`,
      })
    },
  ),
  get('/applications/:reference/partner', 'application:write', async (ask) => {
    return (await showPast(services, ask)) ?? (await showPartner(services, ask, []))
  }),
  post('/applications/:reference/partner', 'application:write', answeredEvents, async (ask) => {
    const accept = ask.form.line('answer') === 'accept'
    const past = await pastOf(services, ask)
    // An old page, or a button pressed twice.
    if (past.some(({ organisationId }) => organisationId === ask.form.line('organisation'))) {
      return seeOther(partnerPath(param(ask, 'reference')))
    }
    const result = await answerPartner(services, ask.actor, { ...requestOf(ask), accept, origin: ask.origin })
    if (!result.ok) return await showPartner(services, ask, result.problems)
    const { name } = result.value.organisation
    return accept
      ? seeOther(partnerPath(param(ask, 'reference')), { flash: `${name} is now a partner.` })
      : seeOther(yourWorkPath, { flash: `${name} is not a partner in ${param(ask, 'reference')}.` })
  }),
]

const requestOf = (ask: Ask) => ({
  reference: param(ask, 'reference'),
  organisationId: ask.form.line('organisation'),
  receivedAt: ask.receivedAt,
})

const opened = ({ db }: Services, ask: Ask, need: 'read' | 'write') =>
  openApplication(db, ask.actor, { reference: param(ask, 'reference'), questions: [], need, at: ask.receivedAt })

const statusOf = (problems: readonly PartnerProblem[]) => ({ status: problems.length > 0 ? 400 : 200 })
const textsOf = (problems: readonly PartnerProblem[]) =>
  problems.map((problem) => ({ text: applicationProblemText(problem) }))

async function showPartners(services: Services, ask: Ask, problems: readonly PartnerProblem[]): Promise<Answer> {
  const { db } = services
  const { application } = await opened(services, ask, 'write')
  const { reference, illustrative } = application
  const partners = (await partnersOf(db, application.id)).filter(({ state }) => state !== 'removed')
  const names = await organisationsById(db, [application.leadId, ...partners.map((partner) => partner.organisationId)])
  const unreached = await bodiesWithoutPeople(
    db,
    partners.filter(({ state }) => state === 'asked').map(({ organisationId }) => organisationId),
  )
  const sought = readSought(ask.query, 'q')
  const query = sought.words
  const there = new Set([application.leadId, ...partners.filter(isThere).map((partner) => partner.organisationId)])
  const on = isoDay(ask.receivedAt)
  const found =
    query === ''
      ? undefined
      : await searchOrganisations(db, { query, on, ...madeUpToo(illustrative), kinds: authorityKinds, limit: 20 })
  return show(
    partnersPage({
      reference,
      illustrative,
      lead: names.get(application.leadId)?.name ?? application.leadId,
      back: applicationPath(reference),
      csrf: ask.csrf,
      partners: partners.map(({ organisationId, state, pages }) => ({
        id: organisationId,
        name: names.get(organisationId)?.name ?? organisationId,
        state: partnerStates[state],
        unreached: unreachedWords(unreached.get(organisationId)),
        removable: true,
        part: isThere({ state })
          ? { text: partWords(pages), href: partnerPartPath(reference, organisationId) }
          : undefined,
      })),
      sought,
      found: found
        ?.filter(({ id }) => !there.has(id))
        .map(({ id, name, kind }) => ({ id, name, kind: kindWords(kind) })),
      problems: textsOf(problems),
      searchAction: partnersPath(reference),
      askAction: partnersPath(reference),
      removeAction: removePartnerPath(reference),
      fixed: application.state === 'submitted',
    }),
    { status: problems.length + sought.problems.length > 0 ? 400 : 200 },
  )
}

/** What the lead has to do for somebody there to learn that their body is asked. */
function unreachedWords(body: { readonly contactEmail: string | null } | undefined): string | undefined {
  if (body === undefined) return undefined
  const written =
    body.contactEmail === null
      ? 'we have no email address for it, so nobody was told'
      : `we wrote to ${body.contactEmail}`
  return `Nobody there uses this service yet: ${written}. Ask somebody there to sign in and to say that they work for it. What you ask is then under “Your work”.`
}

const isThere = ({ state }: { readonly state: string }): boolean => state === 'asked' || state === 'accepted'

async function showPart(services: Services, ask: Ask, problems: readonly PartnerProblem[]): Promise<Answer> {
  const { db } = services
  const { application } = await opened(services, ask, 'write')
  const partner = (await partnersOf(db, application.id)).find(
    (one) => isThere(one) && one.organisationId === param(ask, 'organisation'),
  )
  const form = (await formVersionById(db, application.formVersionId))?.definition
  if (partner === undefined || form === undefined) throw notFound('partner')
  const { organisationId, pages } = partner
  const name = (await organisationsById(db, [organisationId])).get(organisationId)?.name ?? organisationId
  const saved = pages === null ? 'all' : pages.length === 0 ? 'none' : 'some'
  return show(
    partPage({
      reference: application.reference,
      illustrative: application.illustrative,
      partner: name,
      chosen: problems.length > 0 ? ask.form.line('part') : saved,
      pages: form.pages.map(({ id, title }) => ({ id, title })),
      given: problems.length > 0 ? ask.form.all('pages') : (pages ?? []),
      problems: textsOf(problems),
      action: partnerPartPath(application.reference, organisationId),
      back: partnersPath(application.reference),
      csrf: ask.csrf,
    }),
    statusOf(problems),
  )
}

async function showPartner(services: Services, ask: Ask, problems: readonly PartnerProblem[]): Promise<Answer> {
  const reference = param(ask, 'reference')
  const read = await readPartnership(services, ask.actor, reference, ask.receivedAt)
  return show(
    partnerPage({
      ...read,
      readHref: applicationPath(reference),
      problems: textsOf(problems),
      action: partnerPath(reference),
      csrf: ask.csrf,
    }),
    statusOf(problems),
  )
}

const pastOf = async ({ db }: Services, ask: Ask): Promise<readonly PastRequest[]> =>
  await pastRequests(db, param(ask, 'reference'), organisationsOf(ask.actor), isoDay(ask.receivedAt))

/** For people of a body that is not asked any more: what became of what it was asked. */
async function showPast(services: Services, ask: Ask): Promise<Answer | undefined> {
  const past = await pastOf(services, ask)
  const [last] = past
  if (last === undefined) return undefined
  const { fund, round, lead, askedBy, illustrative } = last
  return show(
    pastRequestsPage({
      ...{ fund, round, lead, askedBy, illustrative },
      reference: param(ask, 'reference'),
      sentences: past.map(pastSentence),
      back: { href: yourWorkPath, text: 'Your work' },
    }),
  )
}

const pastSentence = ({ organisation, state, decidedAt, decidedBy, lead }: PastRequest): string => {
  const time = ukTime(decidedAt)
  if (state === 'removed') return `${lead} took ${organisation} off the list of partners at ${time}.`
  return decidedBy === null
    ? `${organisation} declined at ${time}.`
    : `${decidedBy} declined for ${organisation} at ${time}.`
}
