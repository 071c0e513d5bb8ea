import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { stateTags } from '../asking/asking.messages.ts'
import { type ExpertRequest, requestsOfCouncils, requestsOfExpert } from '../asking/requests.store.ts'
import {
  answersPath,
  askPath,
  hoursPath,
  managedPanelPath,
  panelPath,
  profilePath,
  requestPath,
  termsPath,
} from '../experts.paths.ts'
import { type OpenedPanel, openPanel } from '../open-panel.ts'
import { questionWaitWords, waitsWords } from './home.messages.ts'
import { panelPage } from './pages/panel.ts'
import { panelsPage } from './pages/panels.ts'
import { panelsOf, type QuestionWait, questionWaits } from './panels.store.ts'

/** Where experts and councils start. */
export const panelRoutes = (services: Services): Route[] => [
  get('/experts', 'experts:work', async ({ actor }) => {
    const panels = actor.kind === 'person' ? await panelsOf(services.db, actor) : []
    return show(
      panelsPage({
        panels: panels.map(({ slug, name, waits }) => ({
          name,
          href: panelPath(slug),
          waits: waits === 0 ? 'Nothing waits' : waitsWords({ waits }),
        })),
      }),
    )
  }),
  get('/experts/:fund', 'experts:work', async (ask) => {
    const opened = await openPanel(services.db, ask.actor, param(ask, 'fund'))
    const { fund, expert, awards, reads, actor } = opened
    const { db } = services
    const councils = [...new Set(awards.map(({ organisationId }) => organisationId))]
    const asked = councils.length === 0 ? [] : await requestsOfCouncils(db, fund.id, councils)
    const given = expert === undefined ? [] : await requestsOfExpert(db, expert.id)
    const waits = await questionWaits(db, actor, fund.id)
    const lineOf = (request: ExpertRequest) => ({
      title: `${request.number}. ${request.title}`,
      href: requestPath(fund.slug, request.number),
      detail: request.council,
      state: stateOf(request, waits),
    })
    const page = panelPage({
      fund,
      toDo: toDoOf(opened),
      council: councils.length === 0 ? undefined : { requests: asked.map(lineOf), askHref: askPath(fund.slug) },
      expert: expert && {
        requests: given.map(lineOf),
        links: [
          { text: 'Your profile', href: profilePath(fund.slug) },
          { text: 'When you can be booked', href: hoursPath(fund.slug) },
          { text: 'Terms of the panel', href: termsPath(fund.slug) },
        ],
      },
      links: [
        ...(readsAnswers(opened) ? [{ text: 'Answers to other councils', href: answersPath(fund.slug) }] : []),
        ...(reads ? [{ text: 'Run the panel', href: managedPanelPath(fund.slug) }] : []),
      ],
    })
    return show(page)
  }),
]

/** What waits for whoever looks, or else how far a question is. */
function stateOf({ number, state }: ExpertRequest, waits: ReadonlyMap<number, QuestionWait>) {
  const what = waits.get(number)
  return what === undefined ? stateTags[state] : { text: questionWaitWords[what], classes: 'govuk-tag--purple' }
}

const readsAnswers = ({ expert, awards, reads }: OpenedPanel): boolean =>
  expert?.standing === 'ready' || awards.length > 0 || reads

function toDoOf({ fund, expert }: OpenedPanel) {
  switch (expert?.standing) {
    case 'invited':
      return { text: 'You are invited to this panel: read the terms, and accept them', href: termsPath(fund.slug) }
    case 'terms-changed':
      return { text: 'The terms have changed: read them, and accept them', href: termsPath(fund.slug) }
    case 'no-profile':
      return { text: 'Write your profile, so that you can be asked', href: profilePath(fund.slug) }
    default:
      return undefined
  }
}
