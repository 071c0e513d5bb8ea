import { waitsTooLong } from '../../core/debriefs/index.ts'
import { fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import {
  type DebriefsToAnswer,
  type DebriefToCome,
  debriefsPath,
  debriefsToAnswer,
  debriefsToCome,
  ownDebriefPath,
} from '../decisions/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The debriefs to come, of applicants, and those that wait for an answer of a team: two statements. */
export const debriefsWaiting: FindWaiting = async (db, actor, now) => {
  const toCome = await debriefsToCome(db, organisationsOf(actor), now)
  const toAnswer = await debriefsToAnswer(db, fundsWith(actor, 'award:run'), now)
  return [...toCome.map(debriefToCome), ...toAnswer.map((each) => debriefsToAnswerOf(each, now))]
}

const debriefToCome = ({ reference, fundName, roundName, startsAt, place }: DebriefToCome): Waiting => ({
  href: ownDebriefPath(reference),
  title: `Debrief of ${reference} for ${fundName}: ${roundName}`,
  detail: `${ukTime(startsAt)}, ${place}`,
  state: { text: 'Arranged', classes: 'govuk-tag--blue' },
  dueAt: startsAt,
  about: reference,
})

function debriefsToAnswerOf(
  { fund, fundName, round, roundName, waiting, toClose, since, remindDays }: DebriefsToAnswer,
  now: Date,
): Waiting {
  const late = since !== null && waitsTooLong(since, now, { remindDays })
  const days = late ? (remindDays === 1 ? ', for over 1 day' : `, for over ${remindDays} days`) : ''
  const answers = waiting === 0 ? [] : [`${waiting === 1 ? '1 waits' : `${waiting} wait`} for an answer${days}`]
  const closes = toClose === 0 ? [] : [`${toClose === 1 ? '1 is' : `${toClose} are`} over: say what came of it`]
  return {
    href: debriefsPath(fund, round),
    title: `Debriefs of ${fundName}: ${roundName}`,
    detail: [...answers, ...closes].join('. '),
    state: late
      ? { text: 'Waits too long', classes: 'govuk-tag--red' }
      : asked(waiting === 0 ? 'To close' : 'To answer'),
    asks: true,
    ...(since !== null && { dueAt: new Date(since.getTime() + remindDays * 24 * 3_600_000) }),
  }
}
