import { moneyWords, numberWords } from '../../core/forms/index.ts'
import { capital } from '../../core/text/capital.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { dayInWords, type IsoDay } from '../../core/time/day.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import { odds } from '../../core/workload/round-money.ts'
import type { Fund, Phase, RoundInFund } from '../funds/index.ts'
import { kindsInWords } from './kinds-in-words.ts'

/** One thing that is so in a round, in words. With `href` the words lead there. */
export type Fact = { readonly key: string; readonly value: string; readonly href?: string }

const vatWords = { included: 'including VAT', excluded: 'excluding VAT', 'not-stated': 'VAT not stated' } as const

/** @example awardWords({ awardType: 'grant', capPounds: 90000, vat: 'included' }) // => 'a grant of up to £90,000 (including VAT)' */
export const awardWords = ({ awardType, capPounds, vat }: Pick<Fund, 'awardType' | 'capPounds' | 'vat'>): string => {
  const most = `${moneyWords(capPounds)} (${vatWords[vat]})`
  return awardType === 'grant' ? `a grant of up to ${most}` : `support worth up to ${most}`
}

/** What the money of a fund is. */
export const moneyFacts = (fund: Fund): readonly Fact[] => [
  { key: 'Budget', value: moneyWords(fund.budgetPounds) },
  { key: 'Places', value: `Up to ${numberWords(fund.places)}. Fewer may be awarded.` },
  awardFact(fund),
]

export const awardFact = (fund: Fund): Fact => ({ key: 'Each award', value: capital(awardWords(fund)) })

/** The three numbers of a fund that people ask for first. */
export const fundNumbers = ({ budgetPounds, places, capPounds, awardType }: Fund): readonly FundNumber[] => [
  { value: shortMoney(budgetPounds), label: 'budget' },
  { value: numberWords(places), label: 'places' },
  {
    value: shortMoney(capPounds),
    label: awardType === 'grant' ? 'most for each grant' : 'most support for each place',
  },
]

export type FundNumber = { readonly value: string; readonly label: string }

/** Whole tenths of a million are said in millions. @example shortMoney(1_500_000) // => '£1.5m' */
export const shortMoney = (pounds: number): string =>
  pounds >= 1_000_000 && pounds % 100_000 === 0 ? `£${numberWords(pounds / 1_000_000)}m` : moneyWords(pounds)

/** Who pays for a fund, with what each has said it gives. */
export const funderFacts = ({ funders }: Pick<RoundInFund, 'funders'>): readonly Fact[] =>
  funders.map(({ organisationName, contributionPounds }) => ({
    key: organisationName,
    value: contributionPounds === null ? 'Contribution not stated' : moneyWords(contributionPounds),
  }))

export const funderNames = ({ funders }: Pick<RoundInFund, 'funders'>): string =>
  plainList(funders.map(({ organisationName }) => organisationName))

/** What was expected before anyone applied helps those who think of applying; once a round has closed it is no fact. */
const whileItHelps = (phase: Phase, ...facts: readonly Fact[]): readonly Fact[] =>
  phase === 'closed' || phase === 'cancelled' ? [] : facts

/** How likely an award is before anyone has applied; nothing once the round has closed. */
export const oddsFacts = (round: RoundInFund, phase: Phase): readonly Fact[] => whileItHelps(phase, oddsFact(round))

const enough = 'a place for each application'

function oddsFact({ fund, expectedLow, expected, expectedHigh }: RoundInFund): Fact {
  const oneIn = (applications: number): string => {
    const each = odds(fund.places, applications).oneIn
    return each === 1 ? enough : `1 in ${numberWords(Math.round(each * 10) / 10)}`
  }
  const range =
    expectedLow === expectedHigh
      ? ''
      : ` From ${oneIn(expectedLow)} at ${expectedLow === 1 ? '1 application' : `${numberWords(expectedLow)} applications`} to ${oneIn(expectedHigh)} at ${numberWords(expectedHigh)}.`
  return {
    key: 'Odds of an award',
    value: `${oneIn(expected) === enough ? capital(enough) : `About ${oneIn(expected)}`}: ${fund.places === 1 ? '1 place' : `${numberWords(fund.places)} places`}, about ${expected === 1 ? '1 application' : `${numberWords(expected)} applications`} expected.${range}`,
  }
}

/** How long an application takes to write; nothing once the round has closed. */
export const hoursFacts = ({ hoursToApply }: RoundInFund, phase: Phase): readonly Fact[] =>
  whileItHelps(phase, {
    key: 'Time to apply',
    value: `About ${hoursToApply === 1 ? '1 hour' : `${numberWords(hoursToApply)} hours`} of your authority’s time`,
  })

export const deadlineFact = (round: RoundInFund): Fact => ({
  key: 'Deadline',
  value: round.deadlineAt === null ? 'To be announced' : deadlineInWords(round, round.deadlineAt),
})

/** The deadline that counts, and the one that it was moved from. */
const deadlineInWords = ({ ownDeadlineAt }: RoundInFund, deadlineAt: Date): string =>
  ownDeadlineAt === null || ownDeadlineAt.getTime() === deadlineAt.getTime()
    ? capital(ukTimeWithZone(deadlineAt))
    : `${capital(ukTimeWithZone(deadlineAt))}, extended from ${ukTimeWithZone(ownDeadlineAt)}`

export const whoMayLeadFact = ({ eligibleKinds }: RoundInFund): Fact => ({
  key: 'Who may lead',
  value: eligibleKinds.length === 0 ? 'To be announced' : capital(kindsInWords(eligibleKinds)),
})

/** What happens when, in the order of the round; what is not set is to be announced until the round has closed. */
export function timetableFacts(round: RoundInFund, phase: Phase): readonly Fact[] {
  const unset = phase === 'closed' ? 'Not stated' : 'To be announced'
  const instant = (at: Date | null): string => (at === null ? unset : capital(ukTimeWithZone(at)))
  const day = (on: IsoDay | null): string => (on === null ? unset : dayInWords(on))
  const { interviewsFromOn: from, interviewsToOn: to } = round
  const interviews =
    from !== null && to !== null && from !== to ? `${dayInWords(from)} to ${dayInWords(to)}` : day(from)
  return [
    { key: 'Applications open', value: instant(round.opensAt) },
    { key: 'Questions close', value: instant(round.questionsCloseAt) },
    {
      key: 'Deadline for applications',
      value: round.deadlineAt === null ? unset : deadlineInWords(round, round.deadlineAt),
    },
    { key: 'Applications assessed by', value: day(round.siftedOn) },
    { key: 'Shortlist', value: day(round.shortlistOn) },
    ...(round.interviewsHeld ? [{ key: 'Interviews', value: interviews }] : []),
    { key: 'Decisions', value: day(round.decisionsOn) },
    { key: 'Work starts', value: day(round.startsOn) },
  ]
}

/** How applications are to be read; nothing once the round has closed. */
export const assessmentFacts = (round: RoundInFund, phase: Phase): readonly Fact[] =>
  whileItHelps(
    phase,
    {
      key: 'Readers of each application',
      value: `${capital(numberWords(round.assessorsPerApplication))}, each for about ${minutesWords(round.minutesPerApplication)}`,
    },
    ...(round.interviewsHeld
      ? [
          {
            key: 'Interview',
            value: `About ${minutesWords(round.interviewMinutes)}, with a panel of ${numberWords(round.panelMembers)}`,
          },
        ]
      : []),
  )

function minutesWords(minutes: number): string {
  if (minutes % 60 !== 0) return `${numberWords(minutes)} minutes`
  return minutes === 60 ? '1 hour' : `${numberWords(minutes / 60)} hours`
}
