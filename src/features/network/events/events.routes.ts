import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, attachment, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import { sayIn } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { openFile } from '../../files/index.ts'
import { storedFileList } from '../../forms/index.ts'
import { askedOf } from '../asked-of.routes.ts'
import { networkCrumbs } from '../network-crumbs.ts'
import { openNetwork } from '../open-network.ts'
import { materialsOf } from './add-materials.ts'
import { answerEvent, answerGiven } from './answer-event.ts'
import { factsOf, isOver, listedEvent, tagsAt } from './describe-event.ts'
import { answeredWords, answerProblemText } from './events.messages.ts'
import { answerPath, eventFilePath, eventPath, eventsPath, managedEventPath, materialPath } from './events.paths.ts'
import { eventById, eventsOf } from './events.store.ts'
import { eventPage } from './pages/event.ts'
import { eventsPage } from './pages/events.ts'
import { ownPlaces, placeOf } from './places.store.ts'
import { eventForCalendar } from './send-event.ts'

const all = '/network/:fund/events'
const one = `${all}/:event`

/** The events of a network: what comes, and whether one comes. */
export const eventsRoutes = (services: Services): Route[] => [
  get(all, 'network:take-part', async (ask) => await showEvents(services, ask)),
  get(one, 'network:take-part', async (ask) => await showEvent(services, ask, [])),
  post(`${one}/answer`, 'network:take-part', 'network.event-answered', async (ask) => {
    const typed = ask.form.line('answer')
    const result = await answerEvent(services, { ...askedOf(ask), event: param(ask, 'event'), typed })
    if (!result.ok) return await showEvent(services, ask, result.problems.map(answerProblemText))
    return seeOther(eventPath(param(ask, 'fund'), param(ask, 'event')), { flash: answeredWords[result.value] })
  }),
  get(`${one}/event.ics`, 'network:take-part', async (ask) => {
    const { fund, event, person, place } = await openEvent(services, ask)
    if (place?.state !== 'going' || event.cancelledAt !== null) throw notFound('event')
    const sending = { fund, event, reader: person, news: 'place', hasPlace: true, at: ask.receivedAt } as const
    const as = { sequence: place.sequence, answersTo: undefined }
    const { content } = eventForCalendar(services, sending, as, sayIn(services.languages, ask.language))
    return download({ name: 'event.ics', type: 'text/calendar', body: content })
  }),
  get(`${one}/materials/:file`, 'network:take-part', async (ask) => {
    const { event } = await openEvent(services, ask)
    return attachment(await openFile(services, { type: 'network-event', id: event.id }, param(ask, 'file')))
  }),
]

/** An event for a member. @throws {NotFound} for everybody else, and for an event of another fund */
async function openEvent({ db }: Services, ask: Ask) {
  const network = await openNetwork(db, askedOf(ask))
  const event = await eventById(db, param(ask, 'event'))
  if (event === undefined || event.fundId !== network.fund.id) throw notFound('event')
  return { ...network, event, place: await placeOf(db, event.id, network.person.personId) }
}

async function showEvents({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund, person } = await openNetwork(db, askedOf(ask))
  const events = await eventsOf(db, fund.id, null)
  const own = await ownPlaces(
    db,
    events.map(({ id }) => id),
    person.personId,
  )
  const listed = (past: boolean) =>
    events
      .filter((event) => isOver(event, ask.receivedAt) === past)
      .map((event) => listedEvent(fund.slug, event, { state: own.get(event.id), at: ask.receivedAt }))
  return show(eventsPage({ fund, crumbs: networkCrumbs(fund), coming: listed(false), past: listed(true).toReversed() }))
}

async function showEvent(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, event, place } = await openEvent(services, ask)
  const state = place?.state ?? 'invited'
  const open = event.cancelledAt === null && !isOver(event, ask.receivedAt)
  const hasPlace = state === 'going' && open
  const files = await materialsOf(services.db, event.id)
  return show(
    eventPage({
      ...factsOf(event, state),
      fund,
      crumbs: networkCrumbs(fund, { text: 'Events', href: eventsPath(fund.slug) }),
      state: tagsAt(event, ask.receivedAt)[state],
      joining: hasPlace && event.joining !== '' ? event.joining : undefined,
      calendarHref: hasPlace ? eventFilePath(fund.slug, event.id) : undefined,
      materials: storedFileList(files, (file) => materialPath(fund.slug, event.id, file)),
      answer: open ? { action: answerPath(fund.slug, event.id), typed: answerGiven(state) } : undefined,
      manageHref: may(ask.actor, 'network:run', fund.id) ? managedEventPath(fund.slug, event.id) : undefined,
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
