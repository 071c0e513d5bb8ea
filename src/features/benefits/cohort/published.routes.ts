import { wholePounds } from '../../../core/forms/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { csvOf } from '../../../platform/csv/write-csv.ts'
import { type Answer, download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { fundPath, publishedBenefitsPath } from '../../guidance/index.ts'
import { publishedAwardPath, publishedFilePath } from '../benefits.paths.ts'
import { leftOutSentence } from '../left-out-sentence.ts'
import { elsewhereSentence, keptSentence } from './describe-between.ts'
import {
  cohortYearHeadings,
  optimismHeadings,
  optimismRows,
  publishedOutturnHeadings,
  publishedOutturns,
  rangeSentence,
  yearRows,
} from './describe-cohort.ts'
import { outturnColumns } from './outturn-columns.ts'
import { publishedPage } from './pages/published.ts'
import { publishedAwardPage } from './pages/published-award.ts'
import { readPublished, readPublishedAward } from './read-published.ts'

const all = '/funds/:fund/benefits'

/** What is published of the benefits of a fund, for everybody. */
export const publishedRoutes = (services: Services): Route[] => [
  get(all, 'public', async (ask) => await showPublished(services, ask)),
  get(`${all}/benefits.csv`, 'public', async (ask) => {
    const { fund, cohort } = await readPublished(services.db, param(ask, 'fund'))
    const body = csvOf(outturnColumns, cohort.outturns, { forPeople: true })
    return download({ name: `${fund.slug}-benefits.csv`, type: 'text/csv; charset=utf-8', body })
  }),
  get(`${all}/:reference`, 'public', async (ask) => await showAward(services, ask)),
]

async function showPublished({ db }: Services, ask: Ask): Promise<Answer> {
  const { fund, cohort } = await readPublished(db, param(ask, 'fund'))
  const councils = cohort.awards.length === 1 ? '1 council has' : `${cohort.awards.length} councils have`
  return show(
    publishedPage({
      illustrative: fund.illustrative,
      fund: { name: fund.name, href: fundPath(fund.slug) },
      sentence: `${councils} forecast ${wholePounds(cohort.forecast)} and confirmed ${wholePounds(cohort.confirmed)} so far.`,
      awards: cohort.awards.map(({ of, rollUp }) => ({
        href: publishedAwardPath(fund.slug, of.reference),
        council: of.organisation,
        title: of.title,
        forecast: wholePounds(rollUp.forecast),
        confirmed: wholePounds(rollUp.confirmed),
        asOf: `Return at ${of.months} months`,
      })),
      yearHeadings: cohortYearHeadings,
      years: yearRows(cohort.years),
      learned: { sentence: rangeSentence(cohort), headings: optimismHeadings, rows: optimismRows(cohort.optimism) },
      between: [
        ...cohort.elsewhere.map(elsewhereSentence),
        ...cohort.between.filter(({ kept }) => kept !== undefined).map(keptSentence),
      ],
      fileHref: publishedFilePath(fund.slug),
    }),
  )
}

async function showAward({ db }: Services, ask: Ask): Promise<Answer> {
  const read = await readPublishedAward(db, param(ask, 'fund'), param(ask, 'reference'))
  const { fund, of, rollUp, outturns } = read
  const titleOf = (id: string) => outturns.find(({ benefit }) => benefit === id)?.title ?? id
  return show(
    publishedAwardPage({
      illustrative: fund.illustrative,
      breadcrumbs: [
        { text: fund.name, href: fundPath(fund.slug) },
        { text: 'What came of it', href: publishedBenefitsPath(fund.slug) },
      ],
      council: of.organisation,
      title: of.title,
      statistics: [
        { value: wholePounds(rollUp.forecast), label: 'Forecast' },
        { value: wholePounds(rollUp.confirmed), label: 'Confirmed by finance' },
      ],
      leftOut: [
        ...rollUp.leftOut.map((each) => leftOutSentence(each, titleOf)),
        ...read.elsewhere.map(elsewhereSentence),
        ...read.kept.map(keptSentence),
      ],
      headings: publishedOutturnHeadings,
      outturns: publishedOutturns(outturns),
      published: `Return at ${of.months} months, published at ${ukTime(of.publishedAt)}.`,
      sha256: of.sha256,
    }),
  )
}
