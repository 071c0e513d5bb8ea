import { waitsTooLong } from '../../core/debriefs/index.ts'
import { type Actor, fundsWith, organisationsOf } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Database } from '../../platform/database/database.ts'
import {
  type DebriefsToAnswer,
  type DebriefToCome,
  debriefsPath,
  debriefsToAnswer,
  debriefsToCome,
  ownDebriefPath,
} from '../decisions/index.ts'
import type { Waiting } from './pages/your-work.ts'

/** The debriefs that wait for somebody: as an applicant those to come, and in a team those that wait for an answer. */
export async function debriefsWaiting(
  db: Database,
  actor: Actor,
  now: Date,
): Promise<{ readonly ofApplicants: readonly Waiting[]; readonly ofTeam: readonly Waiting[] }> {
  const [toCome, toAnswer] = await Promise.all([
    debriefsToCome(db, organisationsOf(actor), now),
    debriefsToAnswer(db, fundsWith(actor, 'award:run')),
  ])
  return { ofApplicants: toCome.map(debriefToCome), ofTeam: toAnswer.map((each) => debriefsToAnswerOf(each, now)) }
}

const debriefToCome = ({ reference, fundName, roundName, startsAt, place }: DebriefToCome): Waiting => ({
  href: ownDebriefPath(reference),
  title: `Debrief of ${reference} for ${fundName}: ${roundName}`,
  detail: `${ukTime(startsAt)}, ${place}`,
  state: { text: 'Arranged', classes: 'govuk-tag--blue' },
})

function debriefsToAnswerOf(
  { fund, fundName, round, roundName, waiting, since, remindDays }: DebriefsToAnswer,
  now: Date,
): Waiting {
  const late = waitsTooLong(since, now, { remindDays })
  return {
    href: debriefsPath(fund, round),
    title: `Debriefs of ${fundName}: ${roundName}`,
    detail: `${waiting === 1 ? '1 waits' : `${waiting} wait`} for an answer${late ? `, for over ${remindDays} days` : ''}`,
    state: late
      ? { text: 'Waits too long', classes: 'govuk-tag--red' }
      : { text: 'To answer', classes: 'govuk-tag--purple' },
  }
}
