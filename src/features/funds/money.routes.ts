import { moneyOfFund } from '../../core/rounds/read-fund.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { type ChangeMoneyProblem, changeMoney } from './change-money.ts'
import { fieldName } from './fields.messages.ts'
import { findFund } from './find-round.ts'
import { moneyProblemWords } from './funds.messages.ts'
import { manageFundPath } from './funds.paths.ts'
import { type MoneyModel, moneyPage } from './pages/money.ts'

/** The money of a fund, for whoever decides on its awards. */
export const moneyRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/money', 'decision:decide', async (ask) => showMoney(services, ask, [])),
  post('/manage/funds/:fund/money', 'decision:decide', 'fund.changed', async (ask) => {
    const fundSlug = param(ask, 'fund')
    const typed = typedMoney(ask)
    const { reason } = typed
    const result = await changeMoney(services, { actor: ask.actor, fundSlug, typed, reason, at: ask.receivedAt })
    if (!result.ok) return await showMoney(services, ask, result.problems)
    return seeOther(manageFundPath(fundSlug), { flash: 'The money is changed. The reason is published.' })
  }),
]

function typedMoney({ form }: Ask): MoneyModel['typed'] {
  const [budgetPounds = '', places = '', capPounds = ''] = moneyOfFund.map((field) => form.line(fieldName(field)))
  return { budgetPounds, places, capPounds, reason: form.text('reason') }
}

async function showMoney(services: Services, ask: Ask, problems: readonly ChangeMoneyProblem[]): Promise<Answer> {
  const fund = await findFund(services.db, ask.actor, 'decision:decide', param(ask, 'fund'))
  const { budgetPounds, places, capPounds } = fund
  const now = { budgetPounds: `${budgetPounds}`, places: `${places}`, capPounds: `${capPounds}`, reason: '' }
  const again = problems.length > 0
  const page = moneyPage({
    fund,
    typed: again ? typedMoney(ask) : now,
    errors: problems.map(moneyProblemWords),
    csrf: ask.csrf,
  })
  return show(page, { status: again ? 400 : 200 })
}
