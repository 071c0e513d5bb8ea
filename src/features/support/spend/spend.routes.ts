import { totalSpend } from '../../../core/support/index.ts'
import { type Column, csvOf } from '../../../platform/csv/write-csv.ts'
import { type Answer, download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { illustrativeWords } from '../../applications/index.ts'
import { findFund, fundCrumbs, supportPath } from '../../funds/index.ts'
import { grantSpendOfFund } from '../grants/grant-spend.store.ts'
import { supportedAwards } from '../packages/awards.store.ts'
import { countsWords, grantColumnsWords, penceWords } from '../support.messages.ts'
import { suppliersPath } from '../support.paths.ts'
import { awardLines, lotLines, spendChart } from './describe-spend.ts'
import { supportPage } from './pages/support.ts'
import { type OrderSpend, spendOfFund } from './spend.store.ts'

const address = '/manage/funds/:fund/support'

/** What a fund spends on support. */
export const spendRoutes = (services: Services): Route[] => [
  get(address, 'support:read', async (ask) => await showSupport(services, ask)),
  get(`${address}/spend.csv`, 'support:read', async (ask) => {
    const fund = await findFund(services.db, ask.actor, 'support:read', param(ask, 'fund'))
    const rows = await allSpendOf(services.db, fund.id)
    const columns = [...csvColumns, ...(fund.illustrative ? [{ heading: 'Note', cell: () => illustrativeWords }] : [])]
    const body = csvOf(columns, rows, { forPeople: true })
    return download({ name: `${fund.slug}-support.csv`, type: 'text/csv; charset=utf-8', body })
  }),
]

const csvColumns: readonly Column<OrderSpend>[] = [
  { heading: 'Order', cell: ({ reference }) => reference },
  { heading: 'Award', cell: ({ application }) => application },
  { heading: 'Council', cell: ({ council }) => council },
  { heading: 'Lot', cell: ({ lot }) => lot },
  { heading: 'Supplier', cell: ({ supplier }) => supplier },
  { heading: 'Title', cell: ({ title }) => title },
  { heading: 'Ordered £', cell: ({ orderedPence }) => orderedPence / 100 },
  { heading: 'Accepted £', cell: ({ acceptedPence }) => acceptedPence / 100 },
  { heading: 'Invoiced £', cell: ({ invoicedPence }) => invoicedPence / 100 },
  { heading: 'Paid £', cell: ({ paidPence }) => paidPence / 100 },
]

/** The spend of a fund on support and on grants. */
const allSpendOf = async (db: Services['db'], fundId: string): Promise<readonly OrderSpend[]> => [
  ...(await spendOfFund(db, fundId)),
  ...(await grantSpendOfFund(db, fundId)),
]

async function showSupport({ db }: Services, ask: Ask): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'support:read', param(ask, 'fund'))
  const awards = await supportedAwards(db, fund.id)
  const rows = await allSpendOf(db, fund.id)
  const { orderedPence, paidPence } = totalSpend(rows)
  return show(
    supportPage({
      illustrative: fund.illustrative,
      breadcrumbs: fundCrumbs(fund),
      fund: fund.name,
      statistics: [
        { value: penceWords(fund.budgetPounds * 100), label: 'in the fund' },
        { value: penceWords(orderedPence), label: 'ordered' },
        { value: penceWords(paidPence), label: 'paid' },
        { value: penceWords(fund.budgetPounds * 100 - orderedPence), label: 'not ordered' },
      ],
      counts: countsWords[fund.vat],
      grants: awards.some(({ type }) => type === 'grant') ? grantColumnsWords : '',
      awards: awardLines(awards, rows),
      lots: lotLines(rows),
      chart: spendChart(awards, rows),
      suppliersHref: suppliersPath(fund.slug),
      csvHref: `${supportPath(fund.slug)}/spend.csv`,
    }),
  )
}
