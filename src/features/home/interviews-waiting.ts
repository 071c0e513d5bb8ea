import { fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import { capital } from '../../core/text/capital.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import {
  type InterviewToAnswer,
  interviewsPath,
  interviewsToCome,
  ownInterviewPath,
  type TimetableToSettle,
  timetablesToSettle,
} from '../decisions/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The interviews to come of applications that somebody takes part in, and those that a team has to settle: two statements. */
export const interviewsWaiting: FindWaiting = async (db, actor, now) => {
  const interviews = await interviewsToCome(db, organisationsOf(actor), now)
  const timetables = await timetablesToSettle(db, fundsWith(actor, 'interview:run'))
  return [...interviews.map(interviewToCome), ...timetables.map(toSettle)]
}

const interviewToCome = ({
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
  state: answered ? { text: 'Answered', classes: 'govuk-tag--green' } : asked('Confirm or ask to move'),
  asks: !answered,
  dueAt: startsAt,
  about: reference,
})

const toSettle = ({ fund, fundName, round, roundName, wishes, short }: TimetableToSettle): Waiting => ({
  href: interviewsPath(fund, round, 'timetable'),
  title: `Interviews of ${fundName}: ${roundName}`,
  detail: capital(
    plainList([
      ...(wishes === 0 ? [] : [wishes === 1 ? '1 is asked to be moved' : `${wishes} are asked to be moved`]),
      ...(short === 0 ? [] : [short === 1 ? '1 lacks members or a chair' : `${short} lack members or a chair`]),
    ]),
  ),
  state: asked('To settle'),
  asks: true,
})
