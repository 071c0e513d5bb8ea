import { assessmentPhase } from '../../core/assessment/index.ts'
import { type Actor, fundsWith, type Membership, organisationsOf } from '../../core/permissions/index.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import { slotName } from '../../core/sign-offs/index.ts'
import { isoDay } from '../../core/time/day.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import { type Organisation, organisationsById, organisationsPath } from '../accounts/index.ts'
import {
  type ApplicationInRound,
  type AskedOf,
  applicationPath,
  applicationsOfOrganisations,
  askedOf,
  signOffPath,
} from '../applications/index.ts'
import {
  type AssessedRound,
  assessedRounds,
  assessmentPath,
  assessmentPhaseWords,
  pilePath,
  type RoundUnderWay,
  roundsUnderWay,
} from '../assessment/index.ts'
import {
  type AwardToAnswer,
  awardPath,
  awardsToAnswer,
  decisionPath,
  type InterviewToAnswer,
  interviewsToCome,
  ownInterviewPath,
  type PanelWork,
  panelPath,
  panelWork,
  roundsToDecide,
  type ToDecide,
} from '../decisions/index.ts'
import { type Fund, fundsByIds, publishedRounds, type RoundInFund } from '../funds/index.ts'
import { reviewsPath } from '../reviews/index.ts'
import { benefitsWaiting } from './benefits-waiting.ts'
import { concernsWaiting } from './concerns-waiting.ts'
import { debriefsWaiting } from './debriefs-waiting.ts'
import { managedFundPath, roundPath } from './home.paths.ts'
import { networksWaiting } from './networks-waiting.ts'
import type { Waiting, YourWorkModel } from './pages/your-work.ts'
import { reviewsWaiting } from './reviews-waiting.ts'

/** What waits for this person: a fixed number of statements, whatever they work on. */
export async function yourWork({ db }: Services, actor: Actor, now: Date): Promise<YourWorkModel> {
  if (actor.kind !== 'person') throw new Error('only somebody signed in has work that waits')
  const managed = fundsWith(actor, 'fund:read')
  const { memberships } = actor
  const [
    applications,
    funds,
    organisations,
    rounds,
    toSign,
    assessed,
    underWay,
    panels,
    interviews,
    awards,
    toDecide,
    debriefs,
    reviews,
  ] = await Promise.all([
    applicationsOfOrganisations(db, organisationsOf(actor), isoDay(now), actor.personId),
    managed.length === 0 ? [] : fundsByIds(db, managed),
    organisationsById(
      db,
      memberships.map(({ organisationId }) => organisationId),
    ),
    publishedRounds(db),
    askedOf(db, { email: actor.email, organisationIds: organisationsOf(actor), at: now }),
    assessedRounds(db, actor.personId, fundsWith(actor, 'assessment:score')),
    roundsUnderWay(db, fundsWith(actor, 'assessment:read')),
    panelWork(db, actor.personId),
    interviewsToCome(db, organisationsOf(actor), now),
    awardsToAnswer(db, { organisationIds: organisationsOf(actor), email: actor.email }),
    roundsToDecide(db, fundsWith(actor, 'decision:decide')),
    debriefsWaiting(db, actor, now),
    reviewsWaiting(db, actor.personId),
  ])
  return {
    name: actor.name,
    applications: [
      ...toSign.map(toSignWaiting),
      ...awards.map(awardWaiting),
      ...(await benefitsWaiting(db, actor, now)),
      ...interviews.map(interviewWaiting),
      ...debriefs.ofApplicants,
      ...applications.map((application) => applicationWaiting(application, now)),
    ],
    assessing: [
      ...(await concernsWaiting(db, actor, isoDay(now))),
      ...toDecide.map(decisionWaiting),
      ...debriefs.ofTeam,
      ...panels.map(panelWaiting),
      ...assessed.map(assessingWaiting),
      ...underWay.map(underWayWaiting),
    ],
    reviews,
    reviewsHref: reviewsPath,
    networks: await networksWaiting(db, actor.personId, now),
    funds: funds.map(fundWaiting),
    organisations: memberships.map((membership) => organisationWaiting(membership, organisations)),
    openRounds: openRounds(rounds, now),
    organisationsHref: organisationsPath,
  }
}

const openRounds = (rounds: readonly RoundInFund[], now: Date): YourWorkModel['openRounds'] =>
  rounds
    .filter((round) => phaseOf(round, now) === 'open')
    .map(({ fund, slug, name }) => ({ href: roundPath(fund.slug, slug), text: `${fund.name}: ${name}` }))

const fundWaiting = ({ slug, name, summary }: Pick<Fund, 'slug' | 'name' | 'summary'>): Waiting => ({
  href: managedFundPath(slug),
  title: name,
  detail: summary,
  state: { text: 'Manage', classes: 'govuk-tag--blue' },
})

const organisationWaiting = (
  { organisationId, state }: Membership,
  organisations: ReadonlyMap<string, Pick<Organisation, 'name'>>,
): Waiting => ({
  href: organisationsPath,
  title: organisations.get(organisationId)?.name ?? organisationId,
  detail: state === 'confirmed' ? 'You may act for it' : 'A colleague or the programme team will confirm you',
  state:
    state === 'confirmed'
      ? { text: 'Confirmed', classes: 'govuk-tag--green' }
      : { text: 'Waiting', classes: 'govuk-tag--yellow' },
})

const waitsForSignature = { text: 'Waits for your signature', classes: 'govuk-tag--purple' } as const

const toSignWaiting = ({ reference, fund, ...slot }: AskedOf): Waiting => ({
  href: signOffPath(reference, slotName(slot)),
  title: `Sign off application ${reference}`,
  detail: fund,
  state: waitsForSignature,
})

const awardWaiting = ({ reference, fundName, roundName, state, toSign }: AwardToAnswer): Waiting => ({
  href: awardPath(reference),
  title: `Award to ${reference} by ${fundName}: ${roundName}`,
  detail:
    state === 'offered' ? 'Its senior officer and section 151 officer sign the agreement' : 'The agreement is signed',
  state: toSign ? waitsForSignature : awardStates[state],
})

const awardStates = {
  offered: { text: 'Offered', classes: 'govuk-tag--purple' },
  accepted: { text: 'Accepted', classes: 'govuk-tag--green' },
} as const satisfies Record<AwardToAnswer['state'], Waiting['state']>

const decisionWaiting = ({ fund, fundName, round, roundName }: ToDecide): Waiting => ({
  href: decisionPath(fund, round),
  title: `Decide on awards of ${fundName}: ${roundName}`,
  detail: 'The panel has recommended',
  state: { text: 'Waits for your decision', classes: 'govuk-tag--purple' },
})

const interviewWaiting = ({
  reference,
  fundName,
  roundName,
  startsAt,
  place,
  answered,
}: InterviewToAnswer): Waiting => ({
  href: ownInterviewPath(reference),
  title: `Interview of ${reference} for ${fundName}: ${roundName}`,
  detail: `${ukTime(startsAt)}, ${place}`,
  state: answered
    ? { text: 'Answered', classes: 'govuk-tag--green' }
    : { text: 'Confirm or ask to move', classes: 'govuk-tag--purple' },
})

const panelWaiting = (panel: PanelWork): Waiting => ({
  href: panelPath(panel.fund, panel.round),
  title: `Interviews of ${panel.fundName}: ${panel.roundName}`,
  detail: 'You are on the panel',
  state: panelState(panel),
})

function panelState({ saidAt, openedAt, closedAt }: PanelWork): Waiting['state'] {
  if (closedAt !== null) return { text: 'Closed', classes: 'govuk-tag--grey' }
  if (openedAt !== null) return { text: 'To score', classes: 'govuk-tag--light-blue' }
  return saidAt === null
    ? { text: 'Say when you can come', classes: 'govuk-tag--purple' }
    : { text: 'Not open yet', classes: 'govuk-tag--grey' }
}

function applicationWaiting(application: ApplicationInRound, now: Date): Waiting {
  const { reference, fundName, roundName, deadlineAt, state, submittedAt } = application
  const closed = deadlineAt !== null && now > deadlineAt
  const deadline =
    deadlineAt === null ? '' : `${closed ? 'Closed' : 'Submit by'} ${closed ? 'at ' : ''}${ukTime(deadlineAt)}`
  return {
    href: applicationPath(reference),
    title: `${reference} for ${fundName}: ${roundName}`,
    detail: state === 'submitted' && submittedAt !== null ? `Submitted at ${ukTime(submittedAt)}` : deadline,
    state: stateOf(application, closed),
  }
}

function stateOf({ state, partnerState }: ApplicationInRound, closed: boolean): Waiting['state'] {
  if (partnerState === 'asked') return { text: 'You are asked to be a partner', classes: 'govuk-tag--purple' }
  if (state === 'submitted') return { text: 'Submitted', classes: 'govuk-tag--green' }
  if (state === 'withdrawn') return { text: 'Withdrawn', classes: 'govuk-tag--grey' }
  return closed
    ? { text: 'Not submitted', classes: 'govuk-tag--grey' }
    : { text: 'Draft', classes: 'govuk-tag--light-blue' }
}

function assessingWaiting(round: AssessedRound): Waiting {
  const { fund, round: slug, given, submitted, dueAt, toPractise } = round
  const counts = given === 0 ? `${toPractise} to practise on` : `${submitted} of ${given} submitted`
  return {
    href: pilePath(fund, slug),
    title: `Score applications to ${round.fundName}: ${round.roundName}`,
    detail: dueAt === null || round.closedAt !== null ? counts : `${counts}. Due by ${ukTime(dueAt)}`,
    state: assessingState(round),
  }
}

const underWayWaiting = (round: RoundUnderWay): Waiting => ({
  href: assessmentPath(round.fund, round.round),
  title: `Assessment of ${round.fundName}: ${round.roundName}`,
  detail: round.closedAt === null ? 'Scores are seen when scoring has closed' : 'Moderate, and decide on the shortlist',
  state: { text: assessmentPhaseWords[assessmentPhase(round)], classes: 'govuk-tag--light-blue' },
})

function assessingState({ openedAt, closedAt, given, submitted }: AssessedRound): Waiting['state'] {
  if (closedAt !== null) return { text: 'Closed', classes: 'govuk-tag--grey' }
  if (openedAt === null) return { text: 'Not open yet', classes: 'govuk-tag--grey' }
  return submitted === given
    ? { text: 'All submitted', classes: 'govuk-tag--green' }
    : { text: 'To score', classes: 'govuk-tag--light-blue' }
}
