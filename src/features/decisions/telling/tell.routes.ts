import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findRound } from '../../funds/index.ts'
import { type Decision, decisionOf } from '../deciding/decision.store.ts'
import { letterTitles } from './letters.messages.ts'
import { lettersInForce } from './letters-in-force.ts'
import { tellingPage } from './pages/telling.ts'
import { lettersPath } from './telling.paths.ts'

/** Telling everybody, for the programme team and those who look on. */
export const tellRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/decisions/telling', 'decision:read', async (ask) => {
    const { db } = services
    const path = { fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') }
    const round = await findRound(db, ask.actor, 'decision:read', path)
    const letters = await lettersInForce(db, round.id)
    return show(
      tellingPage({
        round,
        when: whenTold(await decisionOf(db, round.id)),
        letters: letters.map(({ outcome, version }) => ({
          title: letterTitles[outcome],
          href: lettersPath(round.fund.slug, round.slug, outcome),
          standing: version === undefined ? 'Text of the service' : `Version ${version.number}`,
        })),
      }),
    )
  }),
]

function whenTold(decision: Decision | undefined): string {
  if (decision === undefined) return 'When the decision is recorded it says when'
  const { tellAt, toldAt } = decision
  return toldAt === null ? `Not before ${ukTimeWithZone(tellAt)}` : ukTimeWithZone(toldAt)
}
