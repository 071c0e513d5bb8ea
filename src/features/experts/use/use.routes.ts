import { useByExpert, useOfAll } from '../../../core/experts/index.ts'
import { csvOf } from '../../../platform/csv/write-csv.ts'
import { download, show } from '../../../platform/http/answer.ts'
import { get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund } from '../../funds/index.ts'
import { panelUsePath } from '../experts.paths.ts'
import { managedCrumbs } from '../managed-crumbs.ts'
import { usePage } from './pages/use.ts'
import { type SpentHours, spentOf } from './spent.store.ts'

/** What the panel of a fund has spent, for whoever runs or reads the fund. */
export const useRoutes = ({ db }: Services): Route[] => [
  get('/manage/funds/:fund/experts/use', 'experts:read', async (ask) => {
    const fund = await findFund(db, ask.actor, 'experts:read', param(ask, 'fund'))
    const spent = await spentOf(db, fund.id)
    const names = new Map(spent.map(({ expertId, expert }) => [expertId, expert]))
    return show(
      usePage({
        fund,
        breadcrumbs: managedCrumbs(fund),
        all: useOfAll(spent),
        experts: [...useByExpert(spent)].map(([id, use]) => ({ name: names.get(id) ?? '', ...use })),
        csvHref: `${panelUsePath(fund.slug)}.csv`,
      }),
    )
  }),
  get('/manage/funds/:fund/experts/use.csv', 'experts:read', async (ask) => {
    const fund = await findFund(db, ask.actor, 'experts:read', param(ask, 'fund'))
    const body = csvOf(columns, await spentOf(db, fund.id), { forPeople: true })
    return download({ name: `${fund.slug}-experts.csv`, type: 'text/csv; charset=utf-8', body })
  }),
]

const columns = [
  { heading: 'Question', cell: ({ number }: SpentHours) => number },
  { heading: 'Title', cell: ({ title }: SpentHours) => title },
  { heading: 'Council', cell: ({ council }: SpentHours) => council },
  { heading: 'Expert', cell: ({ expert }: SpentHours) => expert },
  { heading: 'Accepted at', cell: ({ acceptedAt }: SpentHours) => acceptedAt },
  { heading: 'Hours', cell: ({ hours }: SpentHours) => hours },
  { heading: 'Fee an hour, pounds without VAT', cell: ({ feePounds }: SpentHours) => feePounds },
  { heading: 'Pounds without VAT', cell: ({ hours, feePounds }: SpentHours) => hours * feePounds },
]
