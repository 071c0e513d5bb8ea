import { wholePounds } from '../../../core/forms/index.ts'
import { done } from '../../../core/result.ts'
import { appraisalOf, changedBy, optionsOf, switchesAt, whatIfOf } from '../../../core/reviews/index.ts'
import { readNumber } from '../../../core/rounds/field-problem.ts'
import { type Answer, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fieldText } from '../../../ui/patterns/index.ts'
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
  const typed = ask.query.get('percent')
  const read = typed === null ? done(0) : readNumber('percent', typed, { least: -100, most: mostPercent, decimals: 6 })
  const percent = read.ok ? read.value : 0
  const before = changedBy(options, driver, 0)
  return show(
    whatIfPage({
      illustrative: review.illustrative,
      breadcrumbs: reviewCrumbs(review),
      linesHref: sheetPath(review.reference, 'lines'),
      action: whatIfPath(review.reference),
      drivers,
      driver,
      percent: read.ok ? String(percent) : (typed ?? ''),
      problems: read.ok
        ? []
        : [fieldText('percent', `Enter the change as a number from -100 to ${mostPercent}. Below nothing is changed`)],
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
