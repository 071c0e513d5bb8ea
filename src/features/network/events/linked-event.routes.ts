import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { answerByLink, openLinkedEvent } from './answer-by-link.ts'
import { answerGiven } from './answer-event.ts'
import { factsOf, isOver } from './describe-event.ts'
import { answeredWords, answerProblemText, overWords } from './events.messages.ts'
import { eventPath, linkPath } from './events.paths.ts'
import { linkedEventPage } from './pages/linked-event.ts'

/** Requests a minute from one address: more than a person makes, fewer than somebody who tries addresses. */
const perMinute = 20

/** Answering an event from the links of its mail: the token is the permission. */
export const linkedEventRoutes = (services: Services): Route[] => [
  get('/event-answers/:token', 'public', async (ask) => await showLinked(services, ask, []), { perMinute }),
  post(
    '/event-answers/:token',
    'public',
    'network.event-answered',
    async (ask) => {
      const token = param(ask, 'token')
      const result = await answerByLink(services, { token, at: ask.receivedAt, typed: ask.form.line('answer') })
      if (!result.ok) return await showLinked(services, ask, result.problems.map(answerProblemText))
      return seeOther(linkPath(token), { flash: answeredWords[result.value] })
    },
    { perMinute },
  ),
]

async function showLinked(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const token = param(ask, 'token')
  const { fund, event, person, state } = await openLinkedEvent(services.db, services, { token, at: ask.receivedAt })
  const over = isOver(event, ask.receivedAt)
  const open = event.cancelledAt === null && !over
  return show(
    linkedEventPage({
      ...factsOf(event, state),
      fund,
      forWhom: person.name || person.email,
      standing:
        event.cancelledAt === null
          ? (over ? overWords : answeredWords)[state]
          : `The event is cancelled. ${event.cancelledWhy}`,
      action: open ? linkPath(token) : undefined,
      // What the link of the mail says, or else what was answered.
      typed: ask.query.get('answer') ?? answerGiven(state),
      pageHref: eventPath(fund.slug, event.id),
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
