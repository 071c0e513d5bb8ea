import { financialYearWords, publishedOf3bm, type WorkedExample, workedExample } from '../../../core/benefits/index.ts'
import { wholePounds } from '../../../core/forms/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { show } from '../../../platform/http/answer.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { type WorkedExampleModel, workedExamplePage } from './pages/worked-example.ts'

/** The saving of 3BM from what was published, for everybody. */
export const workedExampleRoutes = (): Route[] => [
  get('/worked-examples/3bm', 'public', async () => {
    const example = workedExample()
    return show(workedExamplePage({ facts, sums: sumsOf(example), years: yearsOf(example) }))
  }),
]

const lawyer = {
  text: 'Local Government Lawyer',
  href: 'http://www.localgovernmentlawyer.co.uk/index.php?option=com_content&view=article&id=13983',
}
const cabinet = {
  text: 'Hammersmith and Fulham cabinet, 4 March 2013',
  href: 'https://democracy.lbhf.gov.uk/ieIssueDetails.aspx?IId=16693&Opt=3&PlanId=0',
}

const { expectedSaving, first, last, startsOn, years } = publishedOf3bm

const facts: WorkedExampleModel['facts'] = [
  ['Saving that was expected', `${wholePounds(expectedSaving)} over four years`, lawyer],
  ['Contract', `Four years from ${dayInWords(startsOn)}, with an option of three more`, cabinet],
  [`Price in ${financialYearWords(first.year)}`, wholePounds(first.pounds), cabinet],
  [`Price by ${financialYearWords(last.year)}`, wholePounds(last.pounds), cabinet],
]

const sumsOf = (example: WorkedExample): WorkedExampleModel['sums'] => [
  [
    'By how much did the price fall?',
    `${wholePounds(example.fall)}, which is ${(example.fallShare * 100).toFixed(1)}%`,
  ],
  [
    'Over how many years?',
    `${example.labels} years are named for a contract of ${years}: it ends on ${dayInWords(example.endsOn)}, one day into ${financialYearWords(example.endsIn)}`,
  ],
  ['How much is the expected saving in a year?', wholePounds(example.savingEachYear)],
  ['How much less was paid, on a straight line?', wholePounds(example.savedOnPrice)],
  ['What would both come to if they were added up?', wholePounds(example.addedUp)],
  ['And counted as one, as the register does?', wholePounds(example.countedOnce)],
]

const yearsOf = ({ straightLine }: WorkedExample): WorkedExampleModel['years'] =>
  straightLine.map(({ year, price, saved }) => [financialYearWords(year), wholePounds(price), wholePounds(saved)])
