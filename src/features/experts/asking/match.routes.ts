import { notFound } from '../../../core/errors.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { findFund } from '../../funds/index.ts'
import { managedPanelPath, matchPath, publishPath, requestPath } from '../experts.paths.ts'
import { managedCrumbs } from '../managed-crumbs.ts'
import { offerAnswerWords, offerProblemText, reasonsFor, standsTags, stateTags } from './asking.messages.ts'
import { factsOf } from './facts-of.ts'
import { matchRequest } from './match-request.ts'
import { offerRequest } from './offer-request.ts'
import { type Offer, offersOf } from './offers.store.ts'
import { matchPage } from './pages/match.ts'
import { requestByNumber } from './requests.store.ts'

const one = '/manage/funds/:fund/experts/requests/:number'

/** Finding an expert for a question, for whoever runs the panel. */
export const matchRoutes = (services: Services): Route[] => [
  get(one, 'experts:read', async (ask) => await showMatch(services, ask, [])),
  post(one, 'experts:run', 'expert.offered', async (ask) => {
    const [slug, number] = [param(ask, 'fund'), Number(param(ask, 'number'))]
    const typed = { expertId: ask.form.line('expert'), reason: ask.form.text('reason') }
    const result = await offerRequest(services, ask.actor, { slug, number, ...typed, at: ask.receivedAt })
    return result.ok
      ? seeOther(managedPanelPath(slug), { flash: `Question ${number} is offered to ${result.value}.` })
      : await showMatch(services, ask, result.problems.map(offerProblemText))
  }),
]

async function showMatch({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'experts:read', param(ask, 'fund'))
  const request = await requestByNumber(db, fund.id, Number(param(ask, 'number')))
  if (request === undefined) throw notFound('request')
  const { number, title, state } = request
  const runs = may(ask.actor, 'experts:run', fund.id)
  const offers = runs && state === 'asked'
  const matched = offers ? await matchRequest(db, request, ask.receivedAt) : []
  const [best] = matched
  const chosen = ask.form.line('expert') || (best?.candidate.stands === 'free' ? best.expert.id : '')
  const page = matchPage({
    fund,
    breadcrumbs: managedCrumbs(fund),
    number,
    title,
    state: stateTags[state],
    facts: factsOf(request),
    offers: (await offersOf(db, request.id)).map((offer) => ({ expert: offer.expert, lines: offerLines(offer) })),
    candidates: matched.map(({ expert, candidate }) => ({
      id: expert.id,
      name: expert.name,
      state: standsTags[candidate.stands],
      lines: reasonsFor(candidate, request),
      never: candidate.stands === 'never',
    })),
    offer: offers
      ? { action: matchPath(fund.slug, number), expert: chosen, reason: ask.form.text('reason') }
      : undefined,
    links: [
      { text: 'The question as the council and the expert see it', href: requestPath(fund.slug, number) },
      ...(runs && state === 'advised'
        ? [{ text: 'Publish the answer to the other councils', href: publishPath(fund.slug, number) }]
        : []),
    ],
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

const offerLines = ({ offeredAt, offeredBy, reason, answer, answerReason }: Offer): readonly string[] => [
  `Offered ${ukTime(offeredAt)}${offeredBy === '' ? '' : ` by ${offeredBy}`}`,
  ...(reason === '' ? [] : [`Why: ${reason}`]),
  answer === null ? 'No answer yet' : offerAnswerWords[answer],
  ...(answerReason === '' ? [] : [answerReason]),
]
