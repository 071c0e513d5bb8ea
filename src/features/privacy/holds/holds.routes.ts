import { type HoldProblem, type HoldTyped, holdKinds } from '../../../core/privacy/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { holdsPath, releaseHoldPath } from '../privacy.paths.ts'
import { privacyCrumbs, privacyPages } from '../privacy-navigation.ts'
import { holdKindWords, holdProblemText } from './holds.messages.ts'
import { allHolds } from './holds.store.ts'
import { holdsPage } from './pages/holds.ts'
import { placeHold, releaseHold } from './place-hold.ts'

/** What is kept whatever the rules of retention say. */
export const holdsRoutes = (services: Services): Route[] => [
  get(holdsPath, 'service:administer', async (ask) => await showHolds(services, ask, [])),
  post(holdsPath, 'service:administer', 'hold.placed', async (ask) => {
    const result = await placeHold(services, { actor: ask.actor, typed: typedHold(ask), at: ask.receivedAt })
    if (!result.ok) return await showHolds(services, ask, result.problems.map(holdProblemText))
    return seeOther(holdsPath, { flash: 'It is on hold.' })
  }),
  post(releaseHoldPath(':hold'), 'service:administer', 'hold.released', async (ask) => {
    const id = param(ask, 'hold')
    const result = await releaseHold(services, {
      actor: ask.actor,
      id,
      reason: ask.form.text('why'),
      at: ask.receivedAt,
    })
    if (!result.ok)
      return await showHolds(
        services,
        ask,
        result.problems.map((problem) => releaseText(problem, id)),
      )
    return seeOther(holdsPath, { flash: 'The hold is released.' })
  }),
]

const typedHold = ({ form }: Ask): HoldTyped => ({
  kind: form.line('kind'),
  which: form.line('which'),
  reason: form.text('reason'),
})

const releaseText = (problem: HoldProblem, id: string) => ({
  ...holdProblemText(problem),
  field: `why-${id}`,
  href: `#why-${id}`,
})

async function showHolds(
  { db }: Services,
  ask: Ask,
  errors: Parameters<typeof holdsPage>[0]['errors'],
): Promise<Answer> {
  const page = holdsPage({
    breadcrumbs: privacyCrumbs('Legal holds'),
    pages: privacyPages(holdsPath),
    holds: (await allHolds(db)).map((hold) => ({
      id: hold.id,
      title: `${holdKindWords[hold.kind].text}: ${hold.called}`,
      placed: `${hold.placedByName}, at ${ukTime(hold.placedAt)}: ${hold.reason}`,
      released:
        hold.releasedAt === null
          ? undefined
          : `${hold.releasedByName}, at ${ukTime(hold.releasedAt)}: ${hold.releaseReason}`,
      release: releaseHoldPath(hold.id),
    })),
    kinds: holdKinds.map((value) => ({ value, ...holdKindWords[value] })),
    typed: typedHold(ask),
    why: ask.form.text('why'),
    errors,
    action: holdsPath,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length === 0 ? 200 : 400 })
}
