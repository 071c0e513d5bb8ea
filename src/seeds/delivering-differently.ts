import { principalCouncilKinds } from '../core/authorities/authority.ts'
import type { FactSource } from '../core/rounds/fund.ts'
import type { RoundDetails, Timetable } from '../core/rounds/round.ts'
import { plainRules } from '../core/rounds/round-rules.ts'
import { giveRole, saveOrganisation } from '../features/accounts/index.ts'
import { insertFunder } from '../features/funds/funders.store.ts'
import {
  insertFund,
  insertRound,
  markPublished,
  updateRoundRules,
  updateSignOffs,
  updateTimetable,
} from '../features/funds/funds.store.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { seedPersonId } from './people.ts'
import { seedResultsOf2014 } from './results-of-2014.ts'
import { datesFrom, ukInstant } from './round-dates.ts'
import { seedForm, seedFormWithLetters, seedScreener } from './round-form.ts'
import { seedChange, seedPages } from './round-pages.ts'
import { seedSealedRules } from './round-rules.ts'

const announcement =
  'https://gov.uk/government/news/central-and-local-government-team-up-to-improve-local-service-delivery'
const questions =
  'https://www.gov.uk/government/publications/delivering-differently-qa/delivering-differently-challenge-questions-and-answers'
const guardian = 'https://www.theguardian.com/public-leaders-network/2014/jan/16/councils-compete-million-pound-fund'

/** Where each fact of the fund was read. */
const sources: readonly FactSource[] = [
  { fact: 'Owners, budget, places and award', title: 'Announcement on GOV.UK', url: announcement },
  { fact: 'Eligibility, joint bids and deadline', title: 'Questions and answers on GOV.UK', url: questions },
  { fact: 'Day of the launch', title: 'The Guardian, 16 January 2014', url: guardian },
]

/** The four bodies that launched the fund, as they were called. None published what it contributed. */
export const funders = [
  { id: 'cabinet-office', name: 'Cabinet Office', shortName: 'Cabinet Office', kind: 'government-department' },
  {
    id: 'dclg',
    name: 'Department for Communities and Local Government',
    shortName: 'DCLG',
    kind: 'government-department',
  },
  { id: 'lga', name: 'Local Government Association', shortName: 'LGA', kind: 'membership-body' },
  {
    id: 'solace',
    name: 'Society of Local Authority Chief Executives and Senior Managers',
    shortName: 'SOLACE',
    kind: 'membership-body',
  },
] as const

/** The fund of 2014 as published, and a round dated from today in which an application can be made. */
export async function seedDeliveringDifferently(tx: Tx, services: Services, at: Date): Promise<void> {
  const fundId = await insertTheFund(tx, services)
  const asPublished = await seedForm(tx, services, fundId, launchedAt)
  const openedAt = new Date(at.getTime() - 7 * 24 * 3_600_000)
  const withLetters = await seedFormWithLetters(tx, services, asPublished, openedAt)
  const { id: screenerVersionId } = await seedScreener(tx, services, fundId, launchedAt)
  const roundId = await insertTheRound(tx, services, {
    fundId,
    formVersionId: asPublished.id,
    slug: '2014',
    name: 'The 2014 round, as published',
    timetable: timetableOf2014,
    contactEmail: '',
    publishedAt: ukInstant('2014-01-07', 0),
    illustrative: false,
  })
  await seedResultsOf2014(tx, services, roundId)
  const openRoundId = await insertTheRound(tx, services, {
    fundId,
    formVersionId: withLetters.id,
    slug: 'open-round',
    name: 'Open round, dated from today',
    timetable: datesFrom(at, 7),
    contactEmail: 'delivering.differently@programme.example',
    publishedAt: openedAt,
    illustrative: true,
    // What was published of the rules is a page; the screener is ours, and only the round dated from today has it.
    screenerVersionId,
  })
  await seedChange(tx, services, openRoundId, new Date(at.getTime() - 2 * 24 * 3_600_000))
  await giveRoles(tx, services, fundId, at)
}

const launchedAt = ukInstant('2014-01-07', 0)

/** What was published of the timetable: the day of the launch and the deadline. Interviews were to be later that month. */
const timetableOf2014: Timetable = {
  opensAt: launchedAt,
  questionsCloseAt: null,
  deadlineAt: ukInstant('2014-02-10', 17),
  siftedOn: null,
  shortlistOn: null,
  interviewsFromOn: null,
  interviewsToOn: null,
  decisionsOn: null,
  startsOn: null,
}

async function insertTheFund(tx: Tx, services: Services): Promise<string> {
  const id = services.newId()
  await insertFund(tx, {
    id,
    slug: 'delivering-differently',
    name: 'Delivering Differently',
    summary:
      'Support for councils in England to review every way of delivering a service, and to choose the right one.',
    awardType: 'support-in-kind',
    budgetPounds: 1_000_000,
    places: 10,
    capPounds: 100_000,
    vat: 'not-stated',
    seniorOfficerName: '',
    seniorOfficerTitle: '',
    sources,
    illustrative: false,
    createdAt: launchedAt,
  })
  for (const { id: organisationId, ...body } of funders) {
    await saveOrganisation(tx, { id: organisationId, ...body })
    await insertFunder(tx, id, organisationId, {
      contributionPounds: null,
      logoText: body.shortName,
      quote: '',
      quoteSpeaker: '',
      quoteSourceUrl: announcement,
    })
  }
  return id
}

/** Expected volumes and hours are ours: none were published. */
const details: Omit<RoundDetails, 'slug' | 'name' | 'contactEmail'> = {
  eligibleKinds: [...principalCouncilKinds, 'combined-authority'],
  expectedLow: 40,
  expected: 80,
  expectedHigh: 150,
  assessors: 24,
  assessorsPerApplication: 3,
  minutesPerApplication: 45,
  panelMembers: 4,
  interviewMinutes: 60,
  hoursToApply: 12,
}

type SeedRound = {
  readonly fundId: string
  readonly formVersionId: string
  readonly slug: string
  readonly name: string
  readonly timetable: Timetable
  /** Empty where none was published. */
  readonly contactEmail: string
  readonly publishedAt: Date
  readonly illustrative: boolean
  readonly screenerVersionId?: string
}

/** @returns its id */
async function insertTheRound(tx: Tx, services: Services, round: SeedRound): Promise<string> {
  const id = services.newId()
  const { publishedAt, timetable, illustrative, screenerVersionId = null } = round
  const { opensAt, deadlineAt } = timetable
  // What was published in 2014 was never sealed here, and nothing is made up for it.
  const published = illustrative ? {} : { published: { publishedAt, opensAt, deadlineAt } }
  await insertRound(tx, { ...details, ...round, ...published, id, createdAt: publishedAt })
  await updateTimetable(tx, id, timetable)
  await seedPages(tx, services, id, publishedAt)
  if (illustrative) {
    await updateRoundRules(tx, id, { ...plainRules, screenerVersionId })
    // Partners sign; an expression of interest only names its sponsor, and the section 151 officer signs at award.
    await updateSignOffs(tx, id, ['partner'])
    await seedSealedRules(tx, services, { roundId: id, at: publishedAt, earliestOn: timetable.startsOn })
    await markPublished(tx, id, publishedAt)
  }
  return id
}

async function giveRoles(tx: Tx, services: Services, fundId: string, at: Date): Promise<void> {
  const give = async (who: 'programme' | 'auditor' | 'funder', role: 'programme-team' | 'auditor' | 'funder') => {
    const personId = await seedPersonId(tx, services, who, at)
    const organisationId = role === 'funder' ? 'cabinet-office' : null
    await giveRole(tx, services, { personId, role, fundId, organisationId, by: null, at })
  }
  await give('programme', 'programme-team')
  await give('auditor', 'auditor')
  await give('funder', 'funder')
}
