import { leastCount, type MonthPerformance, type Performance, performanceOf } from '../../../core/performance/index.ts'
import { fundsWith } from '../../../core/permissions/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Column, csvOf } from '../../../platform/csv/write-csv.ts'
import { type Answer, download, json, show } from '../../../platform/http/answer.ts'
import { type Ask, get, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { costsPath, fundsByIds } from '../../funds/index.ts'
import { costsRoutes } from './costs.routes.ts'
import { feedbackRoutes } from './feedback.routes.ts'
import { type PerformanceModel, performancePage } from './pages/performance.ts'
import {
  countWords,
  figures,
  hoursWords,
  monthWords,
  notShownWords,
  poundsWords,
  shareWords,
} from './performance.messages.ts'
import { feedbackPath, performanceCsvPath, performanceJsonPath, performancePath } from './performance.paths.ts'
import { monthCounts } from './performance.store.ts'

/** More than a person asks for, and little enough that nobody can make the service count all day. */
const perMinute = 60

/** How the service performs, for everybody; what people think of it, and what it costs. */
export const performanceRoutes = (services: Services): Route[] => [
  get(performancePath, 'public', async (ask) => await showPerformance(services, ask), { perMinute }),
  get(
    performanceCsvPath,
    'public',
    async () => {
      const body = csvOf(columns, (await read(services)).months, { forPeople: true })
      return download({ name: 'performance.csv', type: 'text/csv; charset=utf-8', body })
    },
    { perMinute },
  ),
  get(
    performanceJsonPath,
    'public',
    async () => {
      const { months, all } = await read(services)
      return json({ illustrative: services.config.evaluation, withheldBelow: leastCount, figures, all, months })
    },
    { perMinute },
  ),
  ...feedbackRoutes(services),
  ...costsRoutes(services),
]

const read = async ({ db, config }: Services): Promise<Performance> =>
  performanceOf(await monthCounts(db, config.evaluation))

const columns: readonly Column<MonthPerformance>[] = [
  { heading: 'Month', cell: ({ month }) => month },
  { heading: figures.completion.name, cell: ({ completion }) => shareWords(completion) },
  { heading: 'Submitted', cell: ({ submitted }) => countWords(submitted) },
  { heading: `${figures.medianHours.name} (hours)`, cell: ({ medianHours }) => medianHours },
  { heading: figures.satisfaction.name, cell: ({ satisfaction }) => shareWords(satisfaction) },
  { heading: `${figures.poundsEach.name} (pounds)`, cell: ({ poundsEach }) => poundsEach },
  { heading: figures.digital.name, cell: ({ digital }) => shareWords(digital) },
]

async function showPerformance(services: Services, ask: Ask): Promise<Answer> {
  const { months, all } = await read(services)
  const own = fundsWith(ask.actor, 'fund:edit')
  const funds = own.length === 0 ? [] : await fundsByIds(services.db, own)
  return show(
    performancePage({
      illustrative: services.config.evaluation,
      at: ukTime(ask.receivedAt),
      leastCount,
      ...headlinesOf(all),
      headings: [
        'Month',
        figures.completion.name,
        'Submitted',
        figures.medianHours.name,
        figures.satisfaction.name,
        figures.poundsEach.name,
        figures.digital.name,
      ],
      rows: months.map((month) => [
        monthWords(month.month),
        shareWords(month.completion),
        countWords(month.submitted),
        hoursWords(month.medianHours),
        shareWords(month.satisfaction),
        poundsWords(month.poundsEach),
        shareWords(month.digital),
      ]),
      figures: Object.values(figures),
      csvHref: performanceCsvPath,
      jsonHref: performanceJsonPath,
      feedbackHref: feedbackPath,
      costs: funds.map(({ slug, name }) => ({ href: costsPath(slug), text: name })),
    }),
  )
}

/** What is known, in large figures; of the others, why they are not there. */
function headlinesOf(all: Performance['all']): Pick<PerformanceModel, 'statistics' | 'notShown'> {
  const of = ['completion', 'satisfaction', 'poundsEach', 'digital'] as const
  const isKnown = (name: (typeof of)[number]): boolean => all[name] !== null && typeof all[name] !== 'string'
  const wordsOf = (value: (typeof all)[(typeof of)[number]]): string =>
    value === null || typeof value === 'number' ? poundsWords(value) : shareWords(value)
  return {
    statistics: of.filter(isKnown).map((name) => ({ value: wordsOf(all[name]), label: figures[name].name })),
    notShown: of.filter((name) => !isKnown(name)).map((name) => notShownWords(name, all[name] === 'few')),
  }
}
