import { fundsWith, type Membership, type SignedIn } from '../../core/permissions/index.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import { arrangeWaiting } from '../../core/waiting/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type Organisation, organisationsById, organisationsPath } from '../accounts/index.ts'
import { type Fund, fundsByIds, publishedRounds } from '../funds/index.ts'
import { notificationsPath, unreadOf } from '../notifications/index.ts'
import { reviewsPath } from '../reviews/index.ts'
import { applicationsWaiting } from './applications-waiting.ts'
import { approvalsWaiting } from './approvals-waiting.ts'
import { assessingWaiting } from './assessing-waiting.ts'
import { awardsWaiting } from './awards-waiting.ts'
import { benefitsWaiting } from './benefits-waiting.ts'
import { clarificationsWaiting } from './clarifications-waiting.ts'
import { concernsWaiting } from './concerns-waiting.ts'
import { debriefsWaiting } from './debriefs-waiting.ts'
import { decidingWaiting } from './deciding-waiting.ts'
import { grantsWaiting } from './grants-waiting.ts'
import { managedFundPath, roundPath } from './home.paths.ts'
import { interviewsWaiting } from './interviews-waiting.ts'
import { invitationsWaiting } from './invitations-waiting.ts'
import { measuresWaiting } from './measures-waiting.ts'
import { messagesWaiting } from './messages-waiting.ts'
import { networksWaiting } from './networks-waiting.ts'
import type { YourWorkModel } from './pages/your-work.ts'
import { panelsWaiting } from './panels-waiting.ts'
import { peopleWaiting } from './people-waiting.ts'
import { questionsWaiting } from './questions-waiting.ts'
import { returnsWaiting } from './returns-waiting.ts'
import { reviewsWaiting } from './reviews-waiting.ts'
import { secondStepWaiting } from './second-step-waiting.ts'
import { signOffsWaiting } from './sign-offs-waiting.ts'
import { suppliersWaiting } from './suppliers-waiting.ts'
import { supportWaiting } from './support-waiting.ts'
import type { FindWaiting, Waiting } from './waiting-item.ts'
import { whatWillCome } from './what-will-come.ts'

/** Every subject of which something may wait for somebody; of equal dates, in this order. */
const subjects: readonly FindWaiting[] = [
  secondStepWaiting,
  signOffsWaiting,
  awardsWaiting,
  interviewsWaiting,
  debriefsWaiting,
  clarificationsWaiting,
  applicationsWaiting,
  concernsWaiting,
  decidingWaiting,
  invitationsWaiting,
  assessingWaiting,
  questionsWaiting,
  peopleWaiting,
  messagesWaiting,
  reviewsWaiting,
  supportWaiting,
  suppliersWaiting,
  grantsWaiting,
  benefitsWaiting,
  returnsWaiting,
  panelsWaiting,
  networksWaiting,
  measuresWaiting,
]

/** What waits for this person: a fixed number of statements, whatever they work on. */
export async function yourWork(services: Services, actor: SignedIn, now: Date): Promise<YourWorkModel> {
  const { db } = services
  const [found, approvals, unread, funds, organisations, rounds] = await Promise.all([
    Promise.all(subjects.map((find) => find(db, actor, now))),
    approvalsWaiting(services, actor, now),
    unreadOf(db, actor),
    fundsOf(db, actor),
    organisationsOfPerson(db, actor),
    publishedRounds(db),
  ])
  const work = [...approvals, ...found.flat()]
  return {
    name: actor.name,
    ...arrangeWaiting(work),
    willCome: whatWillCome(actor),
    unread,
    notificationsHref: notificationsPath,
    reviewsHref: reviewsPath,
    funds,
    organisations,
    openRounds: rounds
      .filter((round) => phaseOf(round, now) === 'open')
      .map((round) => ({ href: roundPath(round.fund.slug, round.slug), text: `${round.fund.name}: ${round.name}` })),
    organisationsHref: organisationsPath,
    // Who works for a supplier, advises or was invited is not here to apply.
    mayApply: actor.heldRoles.length === 0 && work.length === 0,
  }
}

/** The funds on which they hold a role that reads them: one statement, or none. */
async function fundsOf(db: Database, actor: SignedIn): Promise<readonly Waiting[]> {
  const ids = fundsWith(actor, 'fund:read')
  return ids.length === 0 ? [] : (await fundsByIds(db, ids)).map(fundWaiting)
}

/** The bodies for which they act, or have asked to: one statement. */
async function organisationsOfPerson(db: Database, { memberships }: SignedIn): Promise<readonly Waiting[]> {
  const organisations = await organisationsById(
    db,
    memberships.map(({ organisationId }) => organisationId),
  )
  return memberships.map((membership) => organisationWaiting(membership, organisations))
}

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
