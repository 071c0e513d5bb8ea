import { assessmentPhase } from '../../core/assessment/index.ts'
import { fundsWith } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import {
  type AssessedRound,
  assessedRounds,
  assessmentPath,
  assessmentPhaseWords,
  pilePath,
  type RoundUnderWay,
  roundsUnderWay,
} from '../assessment/index.ts'
import type { FindWaiting, Waiting } from './waiting-item.ts'

/** What somebody scores, and the assessments that they may look at: two statements. */
export const assessingWaiting: FindWaiting = async (db, actor) => {
  const scored = await assessedRounds(db, actor.personId, fundsWith(actor, 'assessment:score'))
  const underWay = await roundsUnderWay(db, fundsWith(actor, 'assessment:read'))
  return [...scored.map(scoringWaiting), ...underWay.map(underWayWaiting)]
}

function scoringWaiting(round: AssessedRound): Waiting {
  const { fund, round: slug, openedAt, given, submitted, dueAt, closedAt, toPractise } = round
  const counts = given === 0 ? `${toPractise} to practise on` : `${submitted} of ${given} submitted`
  const dated = dueAt !== null && closedAt === null
  return {
    href: pilePath(fund, slug),
    title: `Score applications to ${round.fundName}: ${round.roundName}`,
    detail: dated ? `${counts}. Due by ${ukTime(dueAt)}` : counts,
    state: scoringState(round),
    asks: closedAt === null && openedAt !== null && submitted < given,
    ...(dated ? { dueAt } : {}),
  }
}

function scoringState({ openedAt, closedAt, given, submitted }: AssessedRound): Waiting['state'] {
  if (closedAt !== null) return { text: 'Closed', classes: 'govuk-tag--grey' }
  if (openedAt === null) return { text: 'Not open yet', classes: 'govuk-tag--grey' }
  return submitted === given
    ? { text: 'All submitted', classes: 'govuk-tag--green' }
    : { text: 'To score', classes: 'govuk-tag--light-blue' }
}

const underWayWaiting = (round: RoundUnderWay): Waiting => ({
  href: assessmentPath(round.fund, round.round),
  title: `Assessment of ${round.fundName}: ${round.roundName}`,
  detail: round.closedAt === null ? 'Scores are seen when scoring has closed' : 'Moderate, and decide on the shortlist',
  state: { text: assessmentPhaseWords[assessmentPhase(round)], classes: 'govuk-tag--light-blue' },
})
