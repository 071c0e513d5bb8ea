import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund, fundCrumbs } from '../../funds/index.ts'
import { supportedAwards } from '../packages/awards.store.ts'
import { countsWords, penceWords } from '../support.messages.ts'
import { managedPackagePath, suppliersPath } from '../support.paths.ts'
import { supportPage } from './pages/support.ts'
import { spendOfFund } from './spend.store.ts'

/** What a fund spends on support, award by award. */
export const spendRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/support', 'support:read', async (ask) => await showSupport(services, ask)),
]

async function showSupport({ db }: Services, ask: Ask): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'support:read', param(ask, 'fund'))
  const awards = await supportedAwards(db, fund.id)
  const spend = new Map((await spendOfFund(db, fund.id)).map(({ awardId, orderedPence }) => [awardId, orderedPence]))
  const ordered = [...spend.values()].reduce((sum, pence) => sum + pence, 0)
  return show(
    supportPage({
      illustrative: fund.illustrative,
      breadcrumbs: fundCrumbs(fund),
      fund: fund.name,
      statistics: [
        { value: penceWords(fund.budgetPounds * 100), label: 'in the fund' },
        { value: penceWords(ordered), label: 'ordered' },
        { value: penceWords(fund.budgetPounds * 100 - ordered), label: 'not ordered' },
      ],
      counts: countsWords[fund.vat],
      awards: awards.map(({ id, reference, council, pounds }) => {
        const of = spend.get(id) ?? 0
        return {
          href: managedPackagePath(fund.slug, reference),
          council,
          reference,
          awarded: penceWords(pounds * 100),
          ordered: penceWords(of),
          left: penceWords(pounds * 100 - of),
        }
      }),
      suppliersHref: suppliersPath(fund.slug),
    }),
  )
}
