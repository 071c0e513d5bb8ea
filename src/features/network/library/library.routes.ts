import { notFound } from '../../../core/errors.ts'
import { licences, type ResourceTyped, resourceKinds } from '../../../core/network/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { type Fund, fundBySlug } from '../../funds/index.ts'
import { fundPath } from '../../guidance/index.ts'
import { askedOf, askerId } from '../asked-of.routes.ts'
import { managedCrumbs, networkCrumbs } from '../network-crumbs.ts'
import { openNetwork } from '../open-network.ts'
import {
  kindWords,
  licenceWords,
  reviewProblemText,
  sendProblemText,
  stateTags,
  stepWords,
} from './library.messages.ts'
import {
  libraryPath,
  newResourcePath,
  publicResourcePath,
  publicResourcesPath,
  resourcePath,
  reviewResourcePath,
  sendAgainPath,
} from './library.paths.ts'
import { type ListedResource, libraryPage } from './pages/library.ts'
import { newResourcePage } from './pages/new-resource.ts'
import { type ResourceModel, resourcePage } from './pages/resource.ts'
import { type Resource, resourcesOf } from './resources.store.ts'
import {
  openPublicResource,
  openResource,
  openReview,
  reviewResource,
  seesResource,
  sendResource,
  stepsFrom,
} from './send-resource.ts'

/** Resources and case studies: for members, for those who review them, and what is published for everybody. */
export const libraryRoutes = (services: Services): Route[] => [
  get('/network/:fund/library', 'network:take-part', async (ask) => await showLibrary(services, ask)),
  get('/network/:fund/library/new', 'network:take-part', async (ask) => await showNew(services, ask, [])),
  post('/network/:fund/library/new', 'network:take-part', 'network.resource-sent', async (ask) => {
    const result = await sendResource(services, { ...askedOf(ask), typed: typedIn(ask) })
    if (!result.ok) return await showNew(services, ask, result.problems.map(sendProblemText))
    return seeOther(resourcePath(param(ask, 'fund'), result.value), { flash: 'Sent. The programme team reviews it.' })
  }),
  get('/network/:fund/library/:resource', 'network:take-part', async (ask) => await showResource(services, ask)),
  get('/network/:fund/resources', 'public', async (ask) => await showPublic(services, ask)),
  get('/network/:fund/resources/:resource', 'public', async (ask) => {
    const { fund, resource } = await openPublicResource(services.db, param(ask, 'fund'), param(ask, 'resource'))
    const crumbs = [
      { text: fund.name, href: fundPath(fund.slug) },
      { text: 'Resources', href: publicResourcesPath(fund.slug) },
    ]
    return show(resourcePage({ ...shown(fund, resource), crumbs, state: undefined, note: '' }))
  }),
  get(
    '/manage/funds/:fund/network/resources/:resource',
    'network:run',
    async (ask) => await showReview(services, ask, []),
  ),
  post('/manage/funds/:fund/network/resources/:resource', 'network:run', 'network.resource-reviewed', async (ask) => {
    const { step, note } = reviewTyped(ask)
    const result = await reviewResource(services, { ...ofResource(ask), personId: askerId(ask), step, note })
    if (!result.ok) return await showReview(services, ask, result.problems.map(reviewProblemText))
    return seeOther(reviewResourcePath(param(ask, 'fund'), param(ask, 'resource')), {
      flash: 'Saved. We have told the person who sent it.',
    })
  }),
]

const ofResource = (ask: Ask) => ({ ...askedOf(ask), resource: param(ask, 'resource') })
const reviewTyped = ({ form }: Ask) => ({ step: form.line('step'), note: form.text('note') })

const typedIn = ({ form }: Ask): ResourceTyped => ({
  kind: form.line('kind'),
  title: form.line('title'),
  summary: form.text('summary'),
  text: form.text('text'),
  author: form.line('author'),
  licence: form.line('licence'),
  sourceUrl: form.line('sourceUrl'),
})

const listed = (resource: Resource, href: string, withState: boolean): ListedResource => ({
  href,
  title: resource.title,
  kind: kindWords[resource.kind],
  summary: resource.summary,
  author: resource.author,
  licence: licenceWords[resource.licence],
  illustrative: resource.illustrative,
  state: withState ? stateTags[resource.state] : undefined,
})

/** What every page of a resource shows of it. */
const shown = ({ name }: Fund, resource: Resource): Omit<ResourceModel, 'crumbs' | 'state' | 'note'> => ({
  // Published facts stand in a made-up network too, and are not made up.
  fund: { name, illustrative: resource.illustrative },
  title: resource.title,
  kind: kindWords[resource.kind],
  summary: resource.summary,
  author: resource.author,
  licence: licenceWords[resource.licence],
  sourceUrl: resource.sourceUrl,
  illustrative: resource.illustrative,
  text: resource.text,
  review: undefined,
  reviewHref: undefined,
  againHref: undefined,
})

async function showLibrary({ db }: Services, ask: Ask): Promise<Answer> {
  const network = await openNetwork(db, askedOf(ask))
  const { fund } = network
  const resources = (await resourcesOf(db, fund.id)).filter((each) => seesResource(network, each))
  return show(
    libraryPage({
      fund,
      title: 'Resources and case studies',
      crumbs: networkCrumbs(fund),
      lead: 'What members wrote for each other, reviewed by the programme team.',
      newHref: newResourcePath(fund.slug),
      resources: resources.map((each) => listed(each, resourcePath(fund.slug, each.id), true)),
    }),
  )
}

async function showPublic({ db }: Services, ask: Ask): Promise<Answer> {
  const fund = await fundBySlug(db, param(ask, 'fund'))
  const resources = fund === undefined ? [] : (await resourcesOf(db, fund.id)).filter(({ state }) => state === 'public')
  if (fund === undefined || resources.length === 0) throw notFound('resources')
  return show(
    libraryPage({
      fund,
      title: 'What the network has learned',
      crumbs: [{ text: fund.name, href: fundPath(fund.slug) }],
      lead: 'Resources and case studies that the network has published.',
      newHref: undefined,
      resources: resources.map((each) => listed(each, publicResourcePath(fund.slug, each.id), false)),
    }),
  )
}

async function showNew({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund } = await openNetwork(db, askedOf(ask))
  const page = newResourcePage({
    fund,
    crumbs: networkCrumbs(fund, { text: 'Resources and case studies', href: libraryPath(fund.slug) }),
    action: newResourcePath(fund.slug),
    kinds: resourceKinds.map((value) => ({ value, text: kindWords[value] })),
    licences: licences.map((value) => ({ value, text: licenceWords[value] })),
    typed: errors.length > 0 ? typedIn(ask) : await beginWith(db, ask),
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

/** A new one begins empty, or with one's own that was returned, to be changed and sent again. */
async function beginWith(db: Services['db'], ask: Ask): Promise<ResourceTyped> {
  const from = ask.query.get('from')
  if (from === null) return typedIn(ask)
  const { person, resource } = await openResource(db, { ...askedOf(ask), resource: from })
  if (!maySendAgain(resource, person.personId)) throw notFound('resource')
  return resource
}

const maySendAgain = ({ state, sentBy }: Resource, personId: string): boolean =>
  state === 'returned' && sentBy === personId

async function showResource({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund, person, resource } = await openResource(db, ofResource(ask))
  const runs = may(ask.actor, 'network:run', fund.id)
  const page = resourcePage({
    ...shown(fund, resource),
    crumbs: networkCrumbs(fund, { text: 'Resources and case studies', href: libraryPath(fund.slug) }),
    state: stateTags[resource.state],
    note: runs || resource.sentBy === person.personId ? resource.reviewNote : '',
    reviewHref: runs ? reviewResourcePath(fund.slug, resource.id) : undefined,
    againHref: maySendAgain(resource, person.personId) ? sendAgainPath(fund.slug, resource.id) : undefined,
  })
  return show(page)
}

async function showReview({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, resource } = await openReview(db, ofResource(ask))
  const page = resourcePage({
    ...shown(fund, resource),
    crumbs: managedCrumbs(fund),
    state: stateTags[resource.state],
    note: resource.reviewNote,
    review: {
      action: reviewResourcePath(fund.slug, resource.id),
      steps: stepsFrom[resource.state].map((value) => ({ value, text: stepWords[value] })),
      typed: reviewTyped(ask),
      errors,
      csrf: ask.csrf,
    },
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
