import { notFound } from '../../../core/errors.ts'
import { isoDay } from '../../../core/time/day.ts'
import { type Answer, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { questionFields } from '../../forms/index.ts'
import { hoursPath, panelPath, requestPath } from '../experts.paths.ts'
import { openOwn } from '../open-panel.ts'
import { formPage } from '../pages/form-page.ts'
import { readPosted } from '../read-posted.ts'
import { openRequest } from '../thread/open-request.ts'
import { askedIn, showRequest } from '../thread/show-request.routes.ts'
import { type BookingProblem, bookHours, cancelBooking, freeFor } from './book-hours.ts'
import { bookingEvent } from './booking-event.ts'
import { bookingProblemText, hoursProblemText, startWords } from './hours.messages.ts'
import { bookingsOf, hoursOf } from './hours.store.ts'
import { hoursForm } from './hours-form.ts'
import { offerHours, takeBackHour } from './offer-hours.ts'
import { offeredHours } from './pages/hours.ts'

const bookings = '/experts/:fund/requests/:number/bookings'

/** When experts can be booked, and booking them. */
export const hoursRoutes = (services: Services): Route[] => [
  get('/experts/:fund/hours', 'experts:work', async (ask) => await showHours(services, ask, [])),
  post('/experts/:fund/hours', 'experts:work', 'expert.hours-offered', async (ask) => {
    const slug = param(ask, 'fund')
    const result = await offerHours(services, ask.actor, { slug, fields: ask.form, at: ask.receivedAt })
    return result.ok
      ? seeOther(hoursPath(slug), {
          flash: result.value === 1 ? 'An hour is offered.' : `${result.value} hours are offered.`,
        })
      : await showHours(services, ask, result.problems.map(hoursProblemText))
  }),
  post('/experts/:fund/hours/take-back', 'experts:work', 'expert.hour-taken-back', async (ask) => {
    const slug = param(ask, 'fund')
    const startsAt = new Date(ask.form.line('starts'))
    const result = await takeBackHour(services, ask.actor, { slug, startsAt, at: ask.receivedAt })
    return result.ok
      ? seeOther(hoursPath(slug), { flash: 'It is taken back.' })
      : await showHours(services, ask, result.problems.map(hoursProblemText))
  }),
  post(bookings, 'experts:work', 'expert.booked', async (ask) => {
    const typed = { startsAt: startIn(ask), place: ask.form.line('place') }
    const result = await bookHours(services, ask.actor, { ...askedIn(ask), ...typed })
    return result.ok
      ? back(ask, `Booked for ${startWords(result.value.startsAt)}.`)
      : await showProblems(services, ask, result.problems)
  }),
  get(`${bookings}/:booking/event.ics`, 'experts:work', async (ask) => {
    const { fund, request, side, actor } = await openRequest(services.db, ask.actor, askedIn(ask))
    const booking = (await bookingsOf(services.db, request.id)).find(({ id }) => id === param(ask, 'booking'))
    if ((side !== 'council' && side !== 'expert') || booking === undefined) throw notFound('booking')
    const attendee = { name: actor.name || actor.email, email: actor.email }
    const { content } = bookingEvent(services.config, { fund, request, booking, attendee, at: ask.receivedAt })
    return download({ name: 'expert.ics', type: 'text/calendar; charset=utf-8', body: content })
  }),
  post(`${bookings}/:booking/cancel`, 'experts:work', 'expert.booking-cancelled', async (ask) => {
    const result = await cancelBooking(services, ask.actor, { ...askedIn(ask), bookingId: param(ask, 'booking') })
    return result.ok
      ? back(ask, 'Cancelled. We have emailed everybody.')
      : await showProblems(services, ask, result.problems)
  }),
]

const back = (ask: Ask, flash: string): Answer =>
  seeOther(requestPath(param(ask, 'fund'), Number(param(ask, 'number'))), { flash })

function startIn({ form }: Ask): Date | undefined {
  const start = new Date(form.line('start'))
  return Number.isNaN(start.getTime()) ? undefined : start
}

async function showProblems(services: Services, ask: Ask, problems: readonly BookingProblem[]): Promise<Answer> {
  const { request } = await openRequest(services.db, ask.actor, askedIn(ask))
  const next = await freeFor(services.db, request, ask.receivedAt)
  return await showRequest(
    services,
    ask,
    problems.map((problem) => bookingProblemText(problem, next)),
  )
}

async function showHours({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, expert } = await openOwn(db, ask.actor, param(ask, 'fund'))
  const hours = await hoursOf(db, expert, ask.receivedAt)
  const form = hoursForm(isoDay(ask.receivedAt))
  const { answers, problems } = readPosted(form, ask.form)
  const page = formPage({
    illustrative: fund.illustrative,
    breadcrumbs: [{ text: 'Expert panel', href: panelPath(fund.slug) }],
    caption: fund.name,
    title: 'When you can be booked',
    fields: questionFields({
      form,
      questions: form.pages[0]?.questions ?? [],
      answers,
      problems: errors.length > 0 ? problems : [],
    }),
    problems: errors,
    action: hoursPath(fund.slug),
    button: 'Offer these hours',
    after: offeredHours(
      hours.map(({ startsAt, booked }) => ({ when: startWords(startsAt), value: startsAt.toISOString(), booked })),
      `${hoursPath(fund.slug)}/take-back`,
      ask.csrf,
    ),
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
