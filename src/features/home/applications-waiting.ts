import { organisationsOf } from '../../core/permissions/index.ts'
import { isoDay } from '../../core/time/day.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import { type ApplicationInRound, applicationPath, applicationsOfOrganisations } from '../applications/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The applications that somebody leads or takes part in: one statement. */
export const applicationsWaiting: FindWaiting = async (db, actor, now) => {
  const applications = await applicationsOfOrganisations(db, organisationsOf(actor), isoDay(now), actor.personId)
  return applications.map((application) => applicationWaiting(application, now))
}

function applicationWaiting(application: ApplicationInRound, now: Date): Waiting {
  const { reference, fundName, roundName, deadlineAt, state, submittedAt, partnerState } = application
  const closed = deadlineAt !== null && now > deadlineAt
  const deadline =
    deadlineAt === null ? '' : `${closed ? 'Closed' : 'Submit by'} ${closed ? 'at ' : ''}${ukTime(deadlineAt)}`
  const asks = !closed && (state === 'draft' || partnerState === 'asked')
  return {
    href: applicationPath(reference),
    title: `${reference} for ${fundName}: ${roundName}`,
    detail: state === 'submitted' && submittedAt !== null ? `Submitted at ${ukTime(submittedAt)}` : deadline,
    state: stateOf(application, closed),
    asks,
    ...(asks && deadlineAt !== null ? { dueAt: deadlineAt } : {}),
    about: reference,
    general: true,
  }
}

function stateOf({ state, partnerState }: ApplicationInRound, closed: boolean): Waiting['state'] {
  if (partnerState === 'asked') return asked('You are asked to be a partner')
  if (state === 'submitted') return { text: 'Submitted', classes: 'govuk-tag--green' }
  if (state === 'withdrawn') return { text: 'Withdrawn', classes: 'govuk-tag--grey' }
  return closed
    ? { text: 'Not submitted', classes: 'govuk-tag--grey' }
    : { text: 'Draft', classes: 'govuk-tag--light-blue' }
}
