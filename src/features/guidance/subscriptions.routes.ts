import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { askForUpdates } from './ask-for-updates.ts'
import { changeSubscription, confirmSubscription, endSubscription } from './change-subscription.ts'
import { findReadableRound } from './find-round.ts'
import { type GuidanceProblem, problemsInWords } from './guidance.messages.ts'
import { subscribePath, subscribeSentPath, subscriptionPath } from './guidance.paths.ts'
import { subscribePage, subscribeSentPage } from './pages/subscribe.ts'
import { subscriptionPage, unsubscribedPage, unsubscribePage } from './pages/subscription.ts'
import { publishedPages } from './pages.store.ts'
import { addressOf } from './public-pages.routes.ts'
import { readSubscription } from './read-subscription.ts'
import { frameOf } from './round-frame.ts'

/** Requests a minute from one address: more than a person makes, fewer than somebody who tries addresses. */
const perMinute = 10

/** How people ask to be told of a round, and stop it. */
export function subscriptionsRoutes(services: Services): Route[] {
  return [
    get('/funds/:fund/:round/subscribe', 'public', (ask) => subscribe(services, ask, [])),
    post('/funds/:fund/:round/subscribe', 'public', 'subscription.asked', (ask) => asked(services, ask), { perMinute }),
    get('/funds/:fund/:round/subscribe/sent', 'public', async (ask) =>
      show(subscribeSentPage(await frame(services, ask))),
    ),
    get('/subscriptions/:token', 'public', (ask) => own(services, ask, [])),
    post('/subscriptions/:token', 'public', 'subscription.changed', async (ask) => {
      const kinds = ask.form.all('kinds')
      const result = await changeSubscription(services, { token: param(ask, 'token'), at: ask.receivedAt, kinds })
      return result.ok ? saved(ask) : own(services, ask, result.problems)
    }),
    post('/subscriptions/:token/confirm', 'public', 'subscription.confirmed', async (ask) => {
      const result = await confirmSubscription(services, { token: param(ask, 'token'), at: ask.receivedAt })
      return result.ok ? confirmed(ask) : own(services, ask, result.problems)
    }),
    get('/subscriptions/:token/unsubscribe', 'public', async (ask) =>
      show(unsubscribePage(await ownModel(services, ask, []))),
    ),
    // Mail programs post here for their user, who may be signed in or not: the token is the permission.
    post(
      '/subscriptions/:token/unsubscribe',
      'public',
      'subscription.ended',
      async (ask) => {
        await endSubscription(services, { token: param(ask, 'token'), at: ask.receivedAt })
        return show(unsubscribedPage(await readSubscription(services, param(ask, 'token'), ask.receivedAt)))
      },
      { crossSite: true },
    ),
  ]
}

const saved = (ask: Ask): Answer =>
  seeOther(subscriptionPath(param(ask, 'token')), { flash: 'Your updates are changed' })

const confirmed = (ask: Ask): Answer =>
  seeOther(subscriptionPath(param(ask, 'token')), { flash: 'You will get updates about this round' })

async function frame(services: Services, ask: Ask) {
  const readable = await findReadableRound(services.db, ask.actor, addressOf(ask), ask.receivedAt)
  const { titles } = await publishedPages(services.db, readable.round.id, 'announcement')
  return frameOf(readable, 'subscribe', titles, 'Get updates by email')
}

async function subscribe(services: Services, ask: Ask, problems: readonly GuidanceProblem[]): Promise<Answer> {
  const model = {
    frame: await frame(services, ask),
    action: subscribePath(addressOf(ask)),
    csrf: ask.csrf,
    email: ask.form.line('email'),
    kinds: ask.form.all('kinds'),
    problems: problemsInWords(problems),
  }
  return show(subscribePage(model), { status: problems.length > 0 ? 400 : 200 })
}

async function asked(services: Services, ask: Ask): Promise<Answer> {
  const { round } = await findReadableRound(services.db, ask.actor, addressOf(ask), ask.receivedAt)
  const result = await askForUpdates(services, {
    round,
    email: ask.form.line('email'),
    kinds: ask.form.all('kinds'),
    language: ask.language ?? null,
    at: ask.receivedAt,
    origin: ask.origin,
  })
  return result.ok ? seeOther(subscribeSentPath(addressOf(ask))) : subscribe(services, ask, result.problems)
}

const ownModel = async (services: Services, ask: Ask, problems: readonly GuidanceProblem[]) => ({
  ...(await readSubscription(services, param(ask, 'token'), ask.receivedAt)),
  csrf: ask.csrf,
  problems: problemsInWords(problems),
})

async function own(services: Services, ask: Ask, problems: readonly GuidanceProblem[]): Promise<Answer> {
  return show(subscriptionPage(await ownModel(services, ask, problems)), { status: problems.length > 0 ? 400 : 200 })
}
