import { moneyWords, numberWords } from '../../../core/forms/index.ts'
import {
  businessAsUsualOf,
  optionsOf,
  type ReviewRecord,
  readPeriod,
  type ServiceYear,
  serviceByYear,
} from '../../../core/reviews/index.ts'
import { scaleOfYears, scaleOver } from '../../../ui/patterns/index.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { sheetPath } from '../reviews.paths.ts'
import type { Review } from '../reviews.store.ts'
import type { ServiceModel } from './pages/service-by-year.ts'

/** What the service delivers and costs by year, as a table and a picture of the cost of one. */
export function describeService(review: Review, record: ReviewRecord): ServiceModel {
  const { reference } = review
  const years = serviceByYear(record)
  const unit = readPeriod(record).units?.name
  return {
    illustrative: review.illustrative,
    breadcrumbs: reviewCrumbs(review),
    usual: businessAsUsualOf(optionsOf(record))?.title ?? 'business as usual',
    unit: unit === undefined ? 'Number' : `${unit.charAt(0).toUpperCase()}${unit.slice(1)}`,
    rows: years.map(rowOf),
    chart: chartOf(years),
    demandHref: sheetPath(reference, 'demand'),
    linesHref: sheetPath(reference, 'lines'),
  }
}

const pounds = (amount: number | null): string => (amount === null ? '–' : moneyWords(Math.round(amount)))

/** What one costs may be a pound or two, of which pence matter. */
const pence = (amount: number | null): string => (amount === null ? '–' : moneyWords(Math.round(amount * 100) / 100))

const rowOf = ({ year, past, demand, gross, income, net, unitCost }: ServiceYear): ServiceModel['rows'][number] => ({
  year,
  from: past ? 'Accounts' : 'Forecast',
  demand: demand === null ? '–' : numberWords(demand),
  gross: pounds(gross),
  income: pounds(income),
  net: pounds(net),
  unitCost: pence(unitCost),
})

/** None while fewer than two years have a cost of one. */
function chartOf(years: readonly ServiceYear[]): ServiceModel['chart'] {
  const known = years.flatMap(({ year, unitCost }) =>
    unitCost === null ? [] : [{ x: Number(year.slice(0, 4)), y: unitCost, year }],
  )
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || first === last) return undefined
  const change = Math.round((last.y / first.y - 1) * 100)
  const how = change === 0 ? 'stays the same' : `${change > 0 ? 'rises' : 'falls'} by ${Math.abs(change)}%`
  return {
    points: known.map(({ x, y }) => ({ x, y })),
    across: scaleOfYears(known.map(({ x }) => x)),
    upwards: scaleOver([0, ...known.map(({ y }) => y)]),
    finding: `From ${first.year} to ${last.year} the net cost per unit ${how}, from ${pence(first.y)} to ${pence(last.y)}, in the pounds of each year.`,
  }
}
