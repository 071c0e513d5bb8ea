import { organisationsOf } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import { interviewsToCome, ownInterviewPath } from '../decisions/index.ts'
import { asked, type FindWaiting } from './waiting-item.ts'

/** The interviews to come of applications that somebody takes part in: one statement. */
export const interviewsWaiting: FindWaiting = async (db, actor, now) => {
  const interviews = await interviewsToCome(db, organisationsOf(actor), now)
  return interviews.map(({ reference, fundName, roundName, startsAt, place, answered }) => ({
    href: ownInterviewPath(reference),
    title: `Interview of ${reference} for ${fundName}: ${roundName}`,
    detail: `${ukTime(startsAt)}, ${place}`,
    state: answered ? { text: 'Answered', classes: 'govuk-tag--green' } : asked('Confirm or ask to move'),
    asks: !answered,
    dueAt: startsAt,
    about: reference,
  }))
}
