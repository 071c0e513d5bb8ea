import { sql } from 'kysely'
import { principalCouncilKinds } from '../core/authorities/authority.ts'
import type { Answers } from '../core/forms/index.ts'
import type { Role } from '../core/permissions/index.ts'
import type { AwardType } from '../core/rounds/fund.ts'
import type { Timetable } from '../core/rounds/round.ts'
import { plainRules } from '../core/rounds/round-rules.ts'
import type { AssessmentRules } from '../core/rules/index.ts'
import { addDays } from '../core/time/day.ts'
import { giveRole, saveOrganisation } from '../features/accounts/index.ts'
import { understandJob } from '../features/assessment/understanding/request-understanding.ts'
import { insertFunder } from '../features/funds/funders.store.ts'
import {
  insertFund,
  insertRound,
  markPublished,
  updateRoundRules,
  updateTimetable,
} from '../features/funds/funds.store.ts'
import { fundBySlug } from '../features/funds/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { type AssessedCase, type Stage, seedAssessedRound } from './assessed/seed-assessed-round.ts'
import { seedExtraOpinion } from './assessed/seed-extra-opinion.ts'
import { seedAnswerRequest } from './finished-round-requests.ts'
import { seedPersonId } from './people.ts'
import { readSeed } from './read-seed.ts'
import { datesFrom, ukInstant } from './round-dates.ts'
import { seedForm, seedScreener } from './round-form.ts'
import { seedPages } from './round-pages.ts'
import { seedSealedRules } from './round-rules.ts'

/** Late enough for what a stage needs: a round is open for five weeks. */
const daysAgoOf = (stage: Stage): number => {
  const late: Partial<Record<Stage, number>> = { interviewed: 62, decided: 72, told: 85, published: 90 }
  return late[stage] ?? 48
}

/** What everything made up in it is drawn from. */
export const madeUpSeed = 2_014

/** Where a made-up round is. */
export type MadeUpPlace = {
  readonly fund: {
    readonly slug: string
    readonly name: string
    readonly summary: string
    readonly places: number
    /** The cap for each place: whole pounds. */
    readonly budgetPounds: number
    /** Support in kind unless told. */
    readonly awardType?: AwardType
  }
  readonly round: { readonly slug: string; readonly name: string }
}

/** The made-up fund whose round has closed. */
export const finishedFundSlug = 'example-fund'

const finished: MadeUpPlace = {
  fund: {
    slug: finishedFundSlug,
    name: 'Example Fund (illustrative)',
    summary:
      'A made-up fund with made-up authorities, to show what a finished round looks like. Nothing in it is real.',
    places: 10,
    budgetPounds: 1_000_000,
  },
  round: { slug: 'finished-round', name: 'Finished round' },
}

/** How much of a made-up round to make, and how far it has come. */
export type FinishedSize = Pick<
  AssessedCase,
  'applications' | 'assessors' | 'stage' | 'written' | 'strongLeads' | 'answered'
> & {
  /** How many days before today it opened; as its stage needs unless told. */
  readonly openedDaysAgo?: number
  /** What its rules say otherwise than those of the seeds. */
  readonly rules?: Partial<AssessmentRules> | undefined
  /** Where it is; the finished round unless told. */
  readonly place?: MadeUpPlace
  readonly seed?: number
}

/** Writes a finished round in which everything is made up: the fund, its funder, the authorities, what they wrote and its scores. */
export const seedFinishedRound = async (services: Services): Promise<void> =>
  await writeOnce(services, finished, async (tx, at) => await fillFinishedRound(tx, services, at))

/** Writes a made-up round, unless its fund is there: of two that would write it at once, the second waits for the first. */
export async function writeOnce(
  { db, clock }: Services,
  { fund }: MadeUpPlace,
  fill: (tx: Tx, at: Date) => Promise<unknown>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`made-up fund ${fund.slug}`}, 0))`.execute(tx)
    if ((await fundBySlug(tx, fund.slug)) === undefined) await fill(tx, clock())
  })
}

async function fillFinishedRound(tx: Tx, services: Services, at: Date): Promise<void> {
  const written = await writtenBids()
  const round = await seedMadeUpRound(tx, services, at, { applications: 120, assessors: 20, stage: 'closed', written })
  await seedAnswerRequest(tx, services, round)
  // What the scores say is worked out once jobs are worked: the first start does not wait for it.
  const { roundId, programmeId: by } = round
  await services.sendJob(tx, understandJob, { roundId, by })
  const personId = await seedPersonId(tx, services, 'assessor', at)
  await seedExtraOpinion(tx, services, { ...round, personId, at })
}

/** What ten made-up councils with names of their own wrote. */
export async function writtenBids(): Promise<AssessedCase['written']> {
  const bids: readonly { readonly lead: string; readonly answers: Answers }[] = JSON.parse(
    await readSeed('finished-round/applications.json'),
  )
  return bids
}

/**
 * The made-up fund with its round and people, as large as wanted and as far as a stage.
 *
 * @returns what it is and who runs it
 */
export async function seedMadeUpRound(
  tx: Tx,
  services: Services,
  at: Date,
  size: FinishedSize,
): Promise<{
  readonly fundId: string
  readonly roundId: string
  readonly programmeId: string
  readonly deadlineAt: Date
}> {
  const { place = finished, seed = madeUpSeed, openedDaysAgo = daysAgoOf(size.stage) } = size
  const dates = datesFrom(at, openedDaysAgo)
  const openedAt = dates.opensAt
  const fundId = await insertTheFund(tx, services, place.fund, openedAt)
  const version = await seedForm(tx, services, fundId, openedAt)
  const roundId = services.newId()
  await insertRound(tx, {
    ...details,
    ...place.round,
    id: roundId,
    fundId,
    formVersionId: version.id,
    createdAt: openedAt,
  })
  await updateTimetable(tx, roundId, dates)
  // Some of what was sent fails a rule, so that the programme team has something to decide.
  const { id: screenerVersionId } = await seedScreener(tx, services, fundId, openedAt)
  await updateRoundRules(tx, roundId, { ...plainRules, ineligible: 'accept-and-flag', screenerVersionId })
  await seedPages(tx, services, roundId, openedAt, 'finished-round')
  await seedSealedRules(tx, services, { roundId, at: openedAt, earliestOn: dates.startsOn, rules: size.rules })
  await markPublished(tx, roundId, openedAt)
  const programmeId = await giveRoles(tx, services, fundId, at)
  await seedAssessedRound(tx, services, {
    ...size,
    ...scoringDays(dates),
    roundId,
    version,
    seed,
    programmeId,
  })
  return { fundId, roundId, programmeId, deadlineAt: dates.deadlineAt }
}

/** Scoring begins the day after the sift at nine and ends at five on the third day after that. */
function scoringDays({ siftedOn }: Timetable): Pick<AssessedCase, 'siftedAt' | 'openedAt' | 'closedAt'> {
  const on = siftedOn ?? ''
  return {
    siftedAt: ukInstant(on, 15),
    openedAt: ukInstant(addDays(on, 1), 9),
    closedAt: ukInstant(addDays(on, 3), 17),
  }
}

/** @returns the id of who runs the fund */
async function giveRoles(tx: Tx, services: Services, fundId: string, at: Date): Promise<string> {
  const give = async (who: 'programme' | 'auditor' | 'panel' | 'decision', role: Role): Promise<string> => {
    const personId = await seedPersonId(tx, services, who, at)
    await giveRole(tx, services, { personId, role, fundId, by: null, at })
    return personId
  }
  await give('auditor', 'auditor')
  await give('panel', 'panel-member')
  await give('decision', 'decision-maker')
  return await give('programme', 'programme-team')
}

const details = {
  eligibleKinds: [...principalCouncilKinds, 'combined-authority' as const],
  expectedLow: 60,
  expected: 100,
  expectedHigh: 150,
  assessors: 20,
  assessorsPerApplication: 3,
  minutesPerApplication: 45,
  panelMembers: 4,
  interviewMinutes: 60,
  hoursToApply: 12,
  contactEmail: 'example.fund@programme.example',
  illustrative: true,
}

async function insertTheFund(tx: Tx, services: Services, fund: MadeUpPlace['fund'], createdAt: Date): Promise<string> {
  const id = services.newId()
  await insertFund(tx, {
    awardType: 'support-in-kind',
    ...fund,
    id,
    capPounds: 100_000,
    vat: 'excluded',
    seniorOfficerName: 'Made-up officer',
    seniorOfficerTitle: 'Senior officer responsible',
    sources: [],
    illustrative: true,
    createdAt,
  })
  const department = {
    id: 'x-department',
    name: 'Department for Examples (made up)',
    shortName: 'Department for Examples',
  }
  await saveOrganisation(tx, { ...department, kind: 'government-department', illustrative: true })
  await insertFunder(tx, id, department.id, {
    contributionPounds: fund.budgetPounds,
    logoText: department.shortName,
    quote: '',
    quoteSpeaker: '',
    quoteSourceUrl: '',
  })
  return id
}
