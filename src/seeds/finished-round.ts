import { principalCouncilKinds } from '../core/authorities/authority.ts'
import { type Answers, eligibility, frozenHash, validateSubmission } from '../core/forms/index.ts'
import { plainRules } from '../core/rounds/round-rules.ts'
import { makeReference } from '../core/text/reference.ts'
import { addDays, isoDay } from '../core/time/day.ts'
import {
  ensurePerson,
  giveRole,
  type Organisation,
  organisationById,
  saveMembership,
  saveOrganisation,
} from '../features/accounts/index.ts'
import { insertApplication, markSubmitted } from '../features/applications/applications.store.ts'
import { freezeContent } from '../features/applications/submitting/freeze-content.ts'
import { insertSubmission } from '../features/applications/submitting/submissions.store.ts'
import { recordEvent } from '../features/audit/index.ts'
import type { FormVersion } from '../features/forms/index.ts'
import { insertFunder } from '../features/funds/funders.store.ts'
import {
  insertFund,
  insertRound,
  markPublished,
  updateRoundRules,
  updateTimetable,
} from '../features/funds/funds.store.ts'
import { roundById } from '../features/funds/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Services } from '../platform/services.ts'
import { seedAnswerRequest } from './finished-round-requests.ts'
import { seedPersonId } from './people.ts'
import { readSeed } from './read-seed.ts'
import { datesFrom } from './round-dates.ts'
import { seedForm, seedScreener } from './round-form.ts'
import { seedPages } from './round-pages.ts'
import { seedSealedRules } from './round-rules.ts'

/** A made-up application: the code of a made-up authority and what it answered. */
type SeedApplication = { readonly lead: string; readonly answers: Answers }

/** The round opened this many days before today, and closed five weeks after that. */
const openedDaysAgo = 90

/** A finished round in which everything is made up: the fund, its funder, the authorities and what they wrote. */
export async function seedFinishedRound(tx: Tx, services: Services, at: Date): Promise<void> {
  const dates = datesFrom(at, openedDaysAgo)
  const openedAt = dates.opensAt
  const fundId = await insertTheFund(tx, services, openedAt)
  const version = await seedForm(tx, services, fundId, openedAt)
  const roundId = services.newId()
  await insertRound(tx, { ...details, id: roundId, fundId, formVersionId: version.id, createdAt: openedAt })
  await updateTimetable(tx, roundId, dates)
  // Some of what was sent fails a rule, so that the programme team has something to decide.
  const { id: screenerVersionId } = await seedScreener(tx, services, fundId, openedAt)
  await updateRoundRules(tx, roundId, { ...plainRules, ineligible: 'accept-and-flag', screenerVersionId })
  await seedPages(tx, services, roundId, openedAt, 'finished-round')
  await seedSealedRules(tx, services, { roundId, at: openedAt, earliestOn: dates.startsOn })
  await markPublished(tx, roundId, openedAt)
  const applications: readonly SeedApplication[] = JSON.parse(await readSeed('finished-round/applications.json'))
  for (const [index, application] of applications.entries()) {
    // The first came days before the deadline and the last with minutes to spare.
    const minutesBefore = 7 + (applications.length - 1 - index) ** 3 * 11
    const receivedAt = new Date(dates.deadlineAt.getTime() - minutesBefore * 60_000)
    await insertTheApplication(tx, services, { fundId, roundId, version, application, receivedAt })
  }
  for (const [who, role] of [
    ['programme', 'programme-team'],
    ['auditor', 'auditor'],
  ] as const) {
    await giveRole(tx, services, { personId: await seedPersonId(tx, services, who, at), role, fundId, by: null, at })
  }
  const programmeId = await seedPersonId(tx, services, 'programme', at)
  await seedAnswerRequest(tx, services, { fundId, roundId, programmeId, deadlineAt: dates.deadlineAt })
}

const details = {
  slug: 'finished-round',
  name: 'Finished round',
  eligibleKinds: [...principalCouncilKinds, 'combined-authority' as const],
  expectedLow: 5,
  expected: 10,
  expectedHigh: 20,
  assessors: 8,
  assessorsPerApplication: 3,
  minutesPerApplication: 45,
  panelMembers: 4,
  interviewMinutes: 60,
  hoursToApply: 12,
  contactEmail: 'example.fund@programme.example',
  illustrative: true,
}

async function insertTheFund(tx: Tx, services: Services, createdAt: Date): Promise<string> {
  const id = services.newId()
  await insertFund(tx, {
    id,
    slug: 'example-fund',
    name: 'Example Fund (illustrative)',
    summary:
      'A made-up fund with made-up authorities, to show what a finished round looks like. Nothing in it is real.',
    awardType: 'support-in-kind',
    budgetPounds: 400_000,
    places: 4,
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
    contributionPounds: 400_000,
    logoText: department.shortName,
    quote: '',
    quoteSpeaker: '',
    quoteSourceUrl: '',
  })
  return id
}

type ToInsert = {
  readonly fundId: string
  readonly roundId: string
  readonly version: FormVersion
  readonly application: SeedApplication
  readonly receivedAt: Date
}

async function insertTheApplication(tx: Tx, services: Services, given: ToInsert): Promise<void> {
  const { fundId, roundId, version, application, receivedAt } = given
  const { lead, answers } = application
  const form = version.definition
  const problems = validateSubmission(form, answers)
  if (problems.length > 0) throw new Error(`the application of ${lead} is wrong: ${JSON.stringify(problems)}`)
  const organisation = await organisationById(tx, lead)
  const round = await roundById(tx, roundId)
  if (organisation === undefined || round === undefined)
    throw new Error(`there is no ${lead} in the register of the seeds`)
  const personId = await insertTheOfficer(tx, services, organisation, receivedAt)
  const id = services.newId()
  const year = Number(isoDay(receivedAt).slice(0, 4))
  const reference = makeReference('DD', year, services.randomBytes)
  const createdAt = new Date(`${addDays(isoDay(receivedAt), -14)}T10:00:00Z`)
  const row = { id, reference, roundId, leadId: lead, formVersionId: version.id, createdAt, createdBy: personId }
  const inserted = await insertApplication(tx, { ...row, illustrative: true })
  // One in some hundred thousand references is taken: the made-up authority then stays out.
  if (!inserted) return
  const bodies = { lead: organisation, standIn: organisation, partners: [] }
  const content = await freezeContent(tx, {
    reference,
    illustrative: true,
    round,
    ...bodies,
    version,
    answers,
    screened: undefined,
  })
  const sha256 = frozenHash(content, services.sha256)
  const { outcome } = eligibility(form, answers)
  const submission = {
    id: services.newId(),
    applicationId: id,
    receivedAt,
    submittedBy: personId,
    content,
    sha256,
    outcome,
  }
  const { number } = await insertSubmission(tx, submission)
  await markSubmitted(tx, id, receivedAt)
  await recordEvent(tx, {
    action: 'application.submitted',
    actorId: personId,
    fundId,
    objectType: 'application',
    objectId: reference,
    at: receivedAt,
    facts: { number, sha256, outcome, lead, actedFor: lead },
  })
}

async function insertTheOfficer(tx: Tx, services: Services, lead: Organisation, at: Date): Promise<string> {
  const { shortName } = lead
  const email = `lead@${shortName.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`
  const officer = { id: services.newId(), email, name: `Lead officer, ${shortName}`, at, illustrative: false }
  const { person } = await ensurePerson(tx, officer)
  const decided = { state: 'confirmed' as const, requestedAt: at, decidedAt: at, decidedBy: null }
  await saveMembership(tx, { personId: person.id, organisationId: lead.id, ...decided })
  return person.id
}
