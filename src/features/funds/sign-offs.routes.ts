import { phaseOf } from '../../core/rounds/phase.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { chooseSignOffs, type SignOffsProblem } from './choose-sign-offs.ts'
import { findRound } from './find-round.ts'
import { manageRoundPath, roundPagePath } from './funds.paths.ts'
import { signOffsPage } from './pages/sign-offs.ts'

/** Who must sign an application to a round off. */
export const signOffChoiceRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/sign-offs', 'fund:edit', async (ask) => await showChoice(services, ask, [])),
  post('/manage/funds/:fund/:round/sign-offs', 'fund:edit', 'round.sign-offs-chosen', async (ask) => {
    const path = pathOf(ask)
    const chosen = ask.form.all('signOffs')
    const result = await chooseSignOffs(services, { actor: ask.actor, path, chosen, at: ask.receivedAt })
    if (!result.ok) return await showChoice(services, ask, result.problems)
    return seeOther(manageRoundPath(path.fundSlug, path.roundSlug), { flash: 'The sign-offs are saved.' })
  }),
]

const pathOf = (ask: Ask) => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

async function showChoice({ db }: Services, ask: Ask, problems: readonly SignOffsProblem[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'fund:edit', pathOf(ask))
  const { fund, slug, signOffs } = round
  const phase = phaseOf(round, ask.receivedAt)
  return show(
    signOffsPage({
      fund: fund.name,
      round: round.name,
      chosen: signOffs,
      fixed: phase === 'open' || phase === 'closed',
      refused: problems.length > 0,
      action: roundPagePath(fund.slug, slug, 'sign-offs'),
      backHref: manageRoundPath(fund.slug, slug),
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}
