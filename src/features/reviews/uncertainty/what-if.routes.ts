import { wholePounds } from '../../../core/forms/index.ts'
import { appraisalOf, changedBy, optionsOf, switchesAt, whatIfOf } from '../../../core/reviews/index.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { sheetPath } from '../reviews.paths.ts'
import { readRecord } from '../sheets/read-record.ts'
import { mostPercent, whatIfPage } from './pages/what-if.ts'
import { whatIfPath } from './uncertainty.paths.ts'

/** What a change of one line does to all options. */
export const whatIfRoutes = (services: Services): Route[] => [
  get('/reviews/:reference/what-if', 'review:work', async (ask) => await showWhatIf(services, ask)),
]

async function showWhatIf({ db }: Services, ask: Ask): Promise<Answer> {
  const { review } = await openReview(db, ask.actor, param(ask, 'reference'), 'read')
  const record = await readRecord(db, review)
  const appraisal = appraisalOf(record)
  const options = appraisal === undefined ? [] : whatIfOf(appraisal)
  const titles = new Map(optionsOf(record).map(({ id, title }) => [id, title]))
  const drivers = [...new Set(options.flatMap((option) => Object.keys(option.drivers)))]
  const asked = ask.query.get('line')
  const driver = drivers.find((each) => each === asked) ?? drivers[0] ?? ''
  const typed = Number(ask.query.get('percent') ?? '0')
  const percent = Number.isFinite(typed) ? Math.min(mostPercent, Math.max(-100, typed)) : 0
  const before = changedBy(options, driver, 0)
  return show(
    whatIfPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      linesHref: sheetPath(review.reference, 'lines'),
      action: whatIfPath(review.reference),
      drivers,
      driver,
      percent,
      options,
      switches: switchesAt(options, driver),
      rows: changedBy(options, driver, percent).map(({ id, npsv, place }, at) => ({
        id,
        title: titles.get(id) ?? '',
        before: wholePounds(before[at]?.npsv ?? 0),
        after: wholePounds(npsv),
        place,
      })),
    }),
  )
}
