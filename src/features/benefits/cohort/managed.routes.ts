import {
  type BenefitRecord,
  type Cohort,
  goLiveOf,
  overlapsOf,
  type ReturnStanding,
  ratingsOf,
  returnStandings,
} from '../../../core/benefits/index.ts'
import { wholePounds } from '../../../core/forms/index.ts'
import { dayInWords, type IsoDay, isoDay } from '../../../core/time/day.ts'
import { csvOf } from '../../../platform/csv/write-csv.ts'
import { type Answer, download, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { findFund, manageFundPath } from '../../funds/index.ts'
import { publishedBenefitsPath } from '../../guidance/index.ts'
import type { BenefitAward } from '../awards.store.ts'
import { returnStateWords } from '../benefits.messages.ts'
import { benefitsPath, betweenPath, cohortFilePath, returnPath } from '../benefits.paths.ts'
import { returnRow } from '../returning/describe-return.ts'
import { type ReturnVersion, returnsOf } from '../returning/returns.store.ts'
import { elsewhereSentence } from './describe-between.ts'
import { cohortYearHeadings, optimismHeadings, optimismRows, rangeSentence, yearRows } from './describe-cohort.ts'
import { outturnColumns } from './outturn-columns.ts'
import { type CohortRow, type ManagedCohortModel, managedCohortPage } from './pages/managed-cohort.ts'
import { type AwardRead, readCohort } from './read-cohort.ts'

const all = '/manage/funds/:fund/benefits'

/** The benefits of every award of a fund, for those who run it and look at it. */
export const managedCohortRoutes = (services: Services): Route[] => [
  get(all, 'benefits:read', async (ask) => await showCohort(services, ask)),
  get(`${all}/outturns.csv`, 'benefits:read', async (ask) => {
    const { fund, cohort } = await openCohort(services, ask)
    const body = csvOf(outturnColumns, cohort.outturns, { forPeople: true })
    return download({ name: `${fund.slug}-outturns.csv`, type: 'text/csv; charset=utf-8', body })
  }),
]

async function openCohort({ db }: Services, ask: Ask) {
  const fund = await findFund(db, ask.actor, 'benefits:read', param(ask, 'fund'))
  return { fund, ...(await readCohort(db, fund)) }
}

async function showCohort(services: Services, ask: Ask): Promise<Answer> {
  const { fund, read, cohort } = await openCohort(services, ask)
  const versions = await returnsOf(
    services.db,
    read.map(({ of }) => of.id),
  )
  const today = isoDay(ask.receivedAt)
  const standings = read.map(({ of }) => ({ of, returns: standingsOf(of, versions, today) }))
  const isPublished = versions.some(({ steps }) => steps.some(({ step }) => step === 'published'))
  return show(
    managedCohortPage({
      illustrative: fund.illustrative,
      breadcrumbs: [{ text: fund.name, href: manageFundPath(fund.slug) }],
      statistics: [
        { value: wholePounds(cohort.forecast), label: 'Forecast' },
        { value: wholePounds(cohort.confirmed), label: 'Confirmed by finance' },
        { value: wholePounds(cohort.unconfirmed), label: 'Not confirmed yet' },
      ],
      chase: chaseOf(standings),
      awards: read.map((each) => rowOf(each, cohort, standingsOf(each.of, versions, today))),
      yearHeadings: cohortYearHeadings,
      years: yearRows(cohort.years),
      learned: { sentence: rangeSentence(cohort), headings: optimismHeadings, rows: optimismRows(cohort.optimism) },
      between: {
        href: betweenPath(fund.slug),
        pairs: cohort.between.length,
        leftOut: cohort.elsewhere.map(elsewhereSentence),
      },
      fileHref: cohortFilePath(fund.slug),
      publicHref: isPublished ? publishedBenefitsPath(fund.slug) : undefined,
    }),
  )
}

type Standing = ReturnStanding<ReturnVersion>

const standingsOf = (of: BenefitAward, versions: readonly ReturnVersion[], today: IsoDay): readonly Standing[] =>
  returnStandings(
    of.acceptedOn,
    versions.filter(({ awardId }) => awardId === of.id),
    today,
  )

const toChase = ({ state }: Standing): boolean => !['waiting', 'accepted', 'published'].includes(state)

const chaseOf = (
  standings: readonly { readonly of: BenefitAward; readonly returns: readonly Standing[] }[],
): ManagedCohortModel['chase'] =>
  standings
    .flatMap(({ of, returns }) => returns.filter(toChase).map((standing) => ({ of, standing })))
    .toSorted((one, other) => (one.standing.due < other.standing.due ? -1 : 1))
    .map(({ of, standing }) => ({
      ...returnRow(standing, returnPath(of.reference, standing.months)),
      council: of.organisation,
    }))

function rowOf(
  { of, record, benefits }: AwardRead,
  { awards }: Cohort<BenefitAward>,
  standings: readonly Standing[],
): CohortRow {
  const rollUp = awards.find((each) => each.of === of)?.rollUp
  const { green, amber, red } = ratingsOf(record)
  const next = standings.find(({ state }) => state !== 'accepted' && state !== 'published')
  return {
    href: benefitsPath(of.reference),
    council: of.organisation,
    title: of.title,
    forecast: wholePounds(rollUp?.forecast ?? 0),
    confirmed: wholePounds(rollUp?.confirmed ?? 0),
    unconfirmed: wholePounds(rollUp?.unconfirmed ?? 0),
    ratings: `${red} red, ${amber} amber, ${green} green`,
    twice: overlapsOf(benefits).length,
    goLive: goLiveWords(record),
    next: next === undefined ? 'All made' : `${next.months} months: ${returnStateWords[next.state].text.toLowerCase()}`,
  }
}

function goLiveWords(record: BenefitRecord): string {
  const step = goLiveOf(record).find(({ id }) => id === 'go-live')
  if (step?.done !== undefined) return `Since ${dayInWords(step.done)}`
  return step?.planned === undefined ? 'Not said yet' : `Planned for ${dayInWords(step.planned)}`
}
