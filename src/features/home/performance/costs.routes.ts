import { ukDate } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { costsPath, findFund, fundCrumbs } from '../../funds/index.ts'
import { enterCost } from './enter-cost.ts'
import { costsPage } from './pages/costs.ts'
import { costProblemText, monthWords, poundsWords } from './performance.messages.ts'
import { performancePath } from './performance.paths.ts'
import { costsOf } from './performance.store.ts'

const all = '/manage/funds/:fund/costs'

/** What a fund costs, as its programme team enters it. */
export const costsRoutes = (services: Services): Route[] => [
  get(all, 'fund:edit', async (ask) => await showCosts(services, ask, [])),
  post(all, 'fund:edit', 'service.cost-entered', async (ask) => {
    const { actor, receivedAt: at } = ask
    const result = await enterCost(services, { actor, fund: param(ask, 'fund'), typed: typedIn(ask), at })
    if (!result.ok) return await showCosts(services, ask, result.problems.map(costProblemText))
    return seeOther(costsPath(param(ask, 'fund')), { flash: `The cost of ${monthWords(result.value.month)} is saved.` })
  }),
]

const typedIn = ({ form }: Ask) => ({
  month: { month: form.line('month-month'), year: form.line('month-year') },
  pounds: form.line('pounds'),
  source: form.text('source'),
})

async function showCosts({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'fund:edit', param(ask, 'fund'))
  const costs = await costsOf(db, fund.id)
  const page = costsPage({
    fund,
    breadcrumbs: fundCrumbs(fund),
    performanceHref: performancePath,
    rows: costs.map(({ month, pounds, source, enteredAt, by }) => [
      monthWords(month),
      poundsWords(pounds),
      source,
      `${ukDate(enteredAt)}, ${by}`,
    ]),
    typed: typedIn(ask),
    errors,
    action: costsPath(fund.slug),
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
