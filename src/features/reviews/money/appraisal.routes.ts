import { notFound } from '../../../core/errors.ts'
import { appraisalOf, atOtherRates } from '../../../core/reviews/index.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { sheetPath } from '../reviews.paths.ts'
import { readRecord } from '../sheets/read-record.ts'
import { readWeighing } from '../weighing/read-weighing.ts'
import { describeBenefits } from './describe-benefits.ts'
import { describeLedger } from './describe-ledger.ts'
import { describeSummary } from './describe-summary.ts'
import { describeTrade } from './describe-trade.ts'
import type { ReadForecastsOut } from './forecasts-out.ts'
import { appraisalPath } from './money.paths.ts'
import { appraisalPage } from './pages/appraisal.ts'
import { benefitsPage } from './pages/benefits.ts'
import { ledgerPage } from './pages/ledger.ts'

const one = '/reviews/:reference'

/** What the options of a review come to, in both cases. */
export const appraisalRoutes = (services: Services, forecastsOut: ReadForecastsOut): Route[] => [
  get(`${one}/appraisal`, 'review:work', async (ask) => await showAppraisal(services, ask)),
  get(`${one}/benefits`, 'review:work', async (ask) => await showBenefits(services, ask, forecastsOut)),
  get(`${one}/ledger/:option`, 'review:work', async (ask) => await showLedger(services, ask)),
]

async function showAppraisal({ db }: Services, ask: Ask): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const record = await readRecord(db, review)
  const appraisal = appraisalOf(record)
  return show(
    appraisalPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      linesHref: sheetPath(review.reference, 'lines'),
      moneyHref: sheetPath(review.reference, 'money'),
      summary: appraisal === undefined ? undefined : describeSummary(review.reference, appraisal, atOtherRates(record)),
      trade: appraisal === undefined ? undefined : describeTrade(appraisal, await readWeighing(db, review.id)),
    }),
  )
}

async function showBenefits({ db }: Services, ask: Ask, forecastsOut: ReadForecastsOut): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const record = await readRecord(db, review)
  const appraisal = appraisalOf(record)
  const { reference, illustrative, application } = review
  return show(
    benefitsPage({
      illustrative,
      breadcrumbs: reviewCrumbs(review),
      linesHref: sheetPath(reference, 'lines'),
      groupsHref: sheetPath(reference, 'groups'),
      moneyHref: sheetPath(reference, 'money'),
      forecasts: application === null ? undefined : await forecastsOut(db, application),
      ...(appraisal === undefined
        ? { implied: undefined, distribution: undefined }
        : describeBenefits(record, appraisal)),
    }),
  )
}

async function showLedger({ db }: Services, ask: Ask): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const appraisal = appraisalOf(await readRecord(db, review))
  const found = appraisal?.options.find(({ option }) => option.id === param(ask, 'option'))
  if (appraisal === undefined || found === undefined) throw notFound('ledger')
  const { reference, illustrative } = review
  return show(
    ledgerPage({
      illustrative,
      breadcrumbs: [...reviewCrumbs(review), { text: 'Appraisal summary', href: appraisalPath(reference) }],
      ...describeLedger(appraisal, found, (line) => `${sheetPath(reference, 'lines')}/${line}`),
    }),
  )
}
