import { acceptedWords, acceptOf, documentKinds } from '../../../core/files/index.ts'
import type { EventTyped } from '../../../core/network/index.ts'
import { typedInstant } from '../../../core/rounds/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { fileFormRoutes } from '../../files/index.ts'
import { storedFileList } from '../../forms/index.ts'
import { findFund } from '../../funds/index.ts'
import { askedOf, askerId } from '../asked-of.routes.ts'
import { managedCrumbs } from '../network-crumbs.ts'
import { addMaterials, materialsOf, materialsTaken, mostMaterialMegabytes, mostMaterials } from './add-materials.ts'
import { factsOf } from './describe-event.ts'
import { holdProblemText, materialsProblemText, placeWords } from './events.messages.ts'
import {
  addMaterialsPath,
  attendancePath,
  cancelEventPath,
  changeEventPath,
  managedEventPath,
  materialPath,
  newEventPath,
} from './events.paths.ts'
import { cancelEvent, changeEvent, openManagedEvent, planEvent, takeAttendance } from './hold-event.ts'
import { eventFormPage } from './pages/event-form.ts'
import { managedEventPage } from './pages/managed-event.ts'

const all = '/manage/funds/:fund/network/events'
const one = `${all}/:event`

/** Holding events: planning, changing, cancelling, who came, materials. */
export const managedEventsRoutes = (services: Services): Route[] => [
  get(`${all}/new`, 'network:run', async (ask) => await showNew(services, ask, [])),
  post(`${all}/new`, 'network:run', 'network.event-planned', async (ask) => {
    const result = await planEvent(services, { ...byTeam(ask), typed: typedIn(ask) })
    if (!result.ok) return await showNew(services, ask, result.problems.map(holdProblemText))
    return seeOther(managedEventPath(param(ask, 'fund'), result.value), {
      flash: 'Everybody in the network is invited.',
    })
  }),
  get(one, 'network:run', async (ask) => await showManaged(services, ask, [])),
  get(`${one}/change`, 'network:run', async (ask) => await showChange(services, ask, [])),
  post(`${one}/change`, 'network:run', 'network.event-changed', async (ask) => {
    const result = await changeEvent(services, { ...ofEvent(ask), typed: typedIn(ask) })
    if (!result.ok) return await showChange(services, ask, result.problems.map(holdProblemText))
    return back(ask, 'The event is changed. We have emailed everybody who has not declined.')
  }),
  post(`${one}/cancel`, 'network:run', 'network.event-cancelled', async (ask) => {
    const result = await cancelEvent(services, { ...ofEvent(ask), why: ask.form.text('why') })
    if (!result.ok) return await showManaged(services, ask, result.problems.map(holdProblemText))
    return back(ask, 'The event is cancelled. We have emailed everybody who has not declined.')
  }),
  post(`${one}/attendance`, 'network:run', 'network.attendance-taken', async (ask) => {
    const result = await takeAttendance(services, { ...ofEvent(ask), came: ask.form.all('came') })
    if (!result.ok) return await showManaged(services, ask, result.problems.map(holdProblemText))
    return back(ask, 'Who came is saved.')
  }),
  ...fileFormRoutes(services, {
    path: `${one}/materials`,
    permission: 'network:run',
    audit: 'file.uploaded',
    input: 'materials',
    ...materialsTaken,
    sender: async (ask) => {
      const { fund, event } = await openManagedEvent(services.db, ofEvent(ask))
      return { owner: { type: 'network-event', id: event.id }, by: askerId(ask), fundId: fund.id }
    },
    handler: async (ask, sent) => {
      const result = await addMaterials(services, { ...ofEvent(ask), sent })
      if (!result.ok) return await showManaged(services, ask, result.problems.map(materialsProblemText))
      return back(ask, 'Added. It is being checked for viruses.')
    },
  }),
]

const byTeam = (ask: Ask) => ({ ...askedOf(ask), personId: askerId(ask) })
const ofEvent = (ask: Ask) => ({ ...byTeam(ask), event: param(ask, 'event') })

const back = (ask: Ask, flash: string): Answer =>
  seeOther(managedEventPath(param(ask, 'fund'), param(ask, 'event')), { flash })

const momentIn = ({ form }: Ask, name: string) => ({
  day: form.line(`${name}-day`),
  month: form.line(`${name}-month`),
  year: form.line(`${name}-year`),
  clock: form.line(`${name}-clock`),
})

const typedIn = (ask: Ask): EventTyped => ({
  title: ask.form.line('title'),
  about: ask.form.text('about'),
  held: ask.form.line('held'),
  place: ask.form.line('place'),
  joining: ask.form.text('joining'),
  starts: momentIn(ask, 'starts'),
  ends: momentIn(ask, 'ends'),
  capacity: ask.form.line('capacity'),
})

const statusOf = (errors: readonly FieldText[]) => ({ status: errors.length > 0 ? 400 : 200 })

async function showNew({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'network:run', param(ask, 'fund'))
  const page = eventFormPage({
    fund,
    crumbs: managedCrumbs(fund),
    title: 'Plan an event',
    action: newEventPath(fund.slug),
    buttonText: 'Invite everybody',
    typed: typedIn(ask),
    errors,
    csrf: ask.csrf,
  })
  return show(page, statusOf(errors))
}

async function showChange({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, event } = await openManagedEvent(db, ofEvent(ask))
  const kept = {
    ...event,
    starts: typedInstant(event.startsAt),
    ends: typedInstant(event.endsAt),
    capacity: String(event.capacity),
  }
  const page = eventFormPage({
    fund,
    crumbs: managedCrumbs(fund, { text: event.title, href: managedEventPath(fund.slug, event.id) }),
    title: 'Change the event',
    action: changeEventPath(fund.slug, event.id),
    buttonText: 'Save and tell everybody',
    typed: errors.length > 0 ? typedIn(ask) : kept,
    errors,
    csrf: ask.csrf,
  })
  return show(page, statusOf(errors))
}

async function showManaged({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, event, places } = await openManagedEvent(db, ofEvent(ask))
  const { slug } = fund
  const open = event.cancelledAt === null
  const going = places.filter(({ state }) => state === 'going')
  const nameOf = ({ name, email }: { readonly name: string; readonly email: string }) => name || email
  const files = await materialsOf(db, event.id)
  const page = managedEventPage({
    ...factsOf(event),
    fund,
    crumbs: managedCrumbs(fund),
    people: places.map((place) => ({
      name: nameOf(place),
      state: placeWords[place.state],
      attended: place.attended === null ? 'Not recorded' : place.attended ? 'Yes' : 'No',
    })),
    changeHref: open && event.startsAt > ask.receivedAt ? changeEventPath(slug, event.id) : undefined,
    cancel:
      open && event.endsAt > ask.receivedAt
        ? { action: cancelEventPath(slug, event.id), typed: ask.form.text('why') }
        : undefined,
    attendance:
      open && event.startsAt <= ask.receivedAt
        ? {
            action: attendancePath(slug, event.id),
            people: going.map((place) => ({ value: place.personId, text: nameOf(place) })),
            came: going.filter(({ attended }) => attended === true).map(({ personId }) => personId),
          }
        : undefined,
    materials: storedFileList(files, (file) => materialPath(slug, event.id, file)),
    materialsAction: addMaterialsPath(slug, event.id),
    materialsLimits: `${acceptedWords(documentKinds)}. Up to ${mostMaterials} files of ${mostMaterialMegabytes} MB each`,
    accept: acceptOf(documentKinds),
    errors,
    csrf: ask.csrf,
  })
  return show(page, statusOf(errors))
}
