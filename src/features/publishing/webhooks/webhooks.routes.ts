import { ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { webhookEvents } from '../../../core/webhooks/webhook.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { pageOfList } from '../../../platform/http/page-of-list.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund, fundCrumbs, webhooksPath } from '../../funds/index.ts'
import { developersPath } from '../api/api.paths.ts'
import { type ChangeAddressProblem, changeAddress } from './change-address.ts'
import {
  changeEvents,
  findWebhook,
  type OfWebhook,
  pauseWebhook,
  pingWebhook,
  removeWebhook,
  renewSecret,
  resumeWebhook,
  sendAgain,
} from './change-webhook.ts'
import { countMessages, messagesOf } from './messages.store.ts'
import { secretPage } from './pages/secret.ts'
import { webhookPage } from './pages/webhook.ts'
import { webhooksPage } from './pages/webhooks.ts'
import { registerWebhook, type WebhookProblem, type WebhookTyped } from './register-webhook.ts'
import { answerWords, eventWords, messageStates, standingWords, webhookProblemWords } from './webhooks.messages.ts'
import { sendAgainPath, webhookChangePath, webhookPath } from './webhooks.paths.ts'
import { webhooksOf } from './webhooks.store.ts'

const all = '/manage/funds/:fund/webhooks'
const one = `${all}/:webhook`

/** Where the team of a fund looks after its webhooks. */
export const webhooksRoutes = (services: Services): Route[] => [
  get(
    all,
    'results:publish',
    async (ask) => await showAll(services, ask, { address: '', events: [...webhookEvents] }, []),
  ),
  post(all, 'results:publish', 'webhook.registered', async (ask) => {
    const typed = { address: ask.form.line('address'), events: ask.form.all('events') }
    const given = { fund: param(ask, 'fund'), typed, at: ask.receivedAt }
    const made = await registerWebhook(services, ask.actor, given)
    return made.ok
      ? await showSecret(services, ask, made.value.id, made.value.secret)
      : await showAll(services, ask, typed, made.problems)
  }),
  get(one, 'results:publish', async (ask) => await showOne(services, ask, [])),
  post(`${one}/events`, 'results:publish', 'webhook.events-changed', async (ask) => {
    const result = await changeEvents(services, ask.actor, { ...ofWebhook(ask), typed: ask.form.all('events') })
    return result.ok
      ? back(ask, true, 'Your choice of events is saved.')
      : await showOne(services, ask, result.problems)
  }),
  post(`${one}/address`, 'results:publish', 'webhook.address-changed', async (ask) => {
    const result = await changeAddress(services, ask.actor, { ...ofWebhook(ask), typed: typedMove(ask) })
    if (!result.ok) return await showOne(services, ask, result.problems)
    return result.value === undefined
      ? back(ask, true, 'The address is changed. The webhook keeps its secret.')
      : await showSecret(services, ask, param(ask, 'webhook'), result.value)
  }),
  post(`${one}/secret`, 'results:publish', 'webhook.secret-renewed', async (ask) => {
    const secret = await renewSecret(services, ask.actor, ofWebhook(ask))
    return await showSecret(services, ask, param(ask, 'webhook'), secret ?? '')
  }),
  post(`${one}/ping`, 'results:publish', 'webhook.pinged', async (ask) =>
    back(ask, await pingWebhook(services, ask.actor, ofWebhook(ask)), 'A test message is on its way.'),
  ),
  post(`${one}/pause`, 'results:publish', 'webhook.paused', async (ask) =>
    back(ask, await pauseWebhook(services, ask.actor, ofWebhook(ask)), 'The webhook is paused.'),
  ),
  post(`${one}/resume`, 'results:publish', 'webhook.resumed', async (ask) =>
    back(
      ask,
      await resumeWebhook(services, ask.actor, ofWebhook(ask)),
      'The webhook is on again. It is sent new events from now on.',
    ),
  ),
  post(`${one}/messages/:message/again`, 'results:publish', 'webhook.message-sent-again', async (ask) => {
    const of = { ...ofWebhook(ask), message: param(ask, 'message') }
    return back(ask, await sendAgain(services, ask.actor, of), 'The message is on its way again.')
  }),
  post(`${one}/remove`, 'results:publish', 'webhook.removed', async (ask) => {
    await removeWebhook(services, ask.actor, ofWebhook(ask))
    return seeOther(webhooksPath(param(ask, 'fund')), { flash: 'The webhook is removed.' })
  }),
]

const typedMove = ({ form }: Ask) => ({ address: form.line('address'), secret: form.line('secret') })

const ofWebhook = (ask: Ask): OfWebhook => ({
  fund: param(ask, 'fund'),
  id: param(ask, 'webhook'),
  at: ask.receivedAt,
})

const back = (ask: Ask, done: true | undefined, flash: string): Answer =>
  seeOther(webhookPath(param(ask, 'fund'), param(ask, 'webhook')), {
    flash: done ? flash : 'Nothing was changed: it stands otherwise than the page showed.',
  })

async function showAll(
  { db }: Services,
  ask: Ask,
  typed: WebhookTyped,
  problems: readonly WebhookProblem[],
): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'results:publish', param(ask, 'fund'))
  const webhooks = await webhooksOf(db, fund.id)
  const page = webhooksPage({
    fund,
    breadcrumbs: [...fundCrumbs(fund), { text: 'Webhooks' }],
    webhooks: webhooks.map((webhook) => ({
      address: webhook.address,
      href: webhookPath(fund.slug, webhook.id),
      events: webhook.events.map((event) => eventWords[event]),
      standing: standingWords(webhook),
    })),
    choices: webhookEvents.map((value) => ({ value, text: eventWords[value] })),
    typed,
    problems: problems.map(webhookProblemWords),
    action: webhooksPath(fund.slug),
    csrf: ask.csrf,
    developersHref: developersPath(),
  })
  return show(page, { status: problems.length === 0 ? 200 : 400 })
}

async function showOne(
  { db }: Services,
  ask: Ask,
  problems: readonly (WebhookProblem | ChangeAddressProblem)[],
): Promise<Answer> {
  const { fund, webhook } = await findWebhook(db, ask.actor, { fund: param(ask, 'fund'), id: param(ask, 'webhook') })
  const { id, address, events, state, previousUntil, createdAt } = webhook
  const pager = pageOfList(ask.query, { total: await countMessages(db, id), path: webhookPath(fund.slug, id) })
  const action = (change: Parameters<typeof webhookChangePath>[2]) => webhookChangePath(fund.slug, id, change)
  return show(
    webhookPage({
      fund,
      breadcrumbs: [...fundCrumbs(fund), { text: 'Webhooks', href: webhooksPath(fund.slug) }, { text: 'Webhook' }],
      address,
      events: events.map((event) => eventWords[event]),
      standing: standingWords(webhook),
      active: state === 'active',
      overlapUntil:
        previousUntil !== null && previousUntil > ask.receivedAt ? ukTimeWithZone(previousUntil) : undefined,
      createdAt: ukTimeWithZone(createdAt),
      messages: (await messagesOf(db, id, pager)).map((message) => ({
        id: message.id,
        madeAt: ukTime(message.madeAt),
        event: message.event,
        standing: messageStates[message.state],
        answer: answerWords(message, state === 'active'),
        tries: message.tries,
        againAction: message.state === 'waiting' ? undefined : sendAgainPath(fund.slug, id, message.id),
      })),
      pager,
      actions: {
        address: action('address'),
        ping: action('ping'),
        pause: action('pause'),
        resume: action('resume'),
        secret: action('secret'),
        remove: action('remove'),
        events: action('events'),
      },
      choices: webhookEvents.map((value) => ({ value, text: eventWords[value] })),
      chosen: problems.some(({ code }) => code === 'events-missing') ? [] : events,
      moving: ask.form.has('address') ? typedMove(ask) : { address, secret: '' },
      problems: problems.map(webhookProblemWords),
      csrf: ask.csrf,
    }),
    { status: problems.length === 0 ? 200 : 400 },
  )
}

async function showSecret({ db }: Services, ask: Ask, id: string, secret: string): Promise<Answer> {
  const { fund } = await findWebhook(db, ask.actor, { fund: param(ask, 'fund'), id })
  const webhookHref = webhookPath(fund.slug, id)
  const breadcrumbs = [...fundCrumbs(fund), { text: 'Webhooks', href: webhooksPath(fund.slug) }, { text: 'Secret' }]
  return show(secretPage({ fund, breadcrumbs, secret, webhookHref }))
}
