import { assessmentPhase } from '../../core/assessment/index.ts'
import { fundsWith } from '../../core/permissions/index.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import {
  type AssessedRound,
  assessedRounds,
  assessmentPath,
  assessmentPhaseWords,
  type BiddingRound,
  biddingRounds,
  bidsPath,
  pilePath,
  type RoundUnderWay,
  roundsUnderWay,
} from '../assessment/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** What somebody would like to read, what they score, and the assessments that they may look at: three statements. */
export const assessingWaiting: FindWaiting = async (db, actor, now) => {
  const scores = fundsWith(actor, 'assessment:score')
  const bidding = await biddingRounds(db, actor.personId, scores)
  const scored = await assessedRounds(db, actor.personId, scores)
  const runs = fundsWith(actor, 'assessment:run')
  const moderates = fundsWith(actor, 'assessment:moderate')
  const underWay = await roundsUnderWay(db, { read: fundsWith(actor, 'assessment:read'), sifted: runs, now })
  const mine = [...bidding.map(biddingWaiting), ...scored.map(scoringWaiting)]
  return [...mine, ...underWay.map((round) => underWayWaiting(round, { runs, moderates, now }))]
}

/** It is asked of them until they have said it of one: a wish, and nobody need have one of all. */
const biddingWaiting = ({ fund, fundName, round, roundName, said }: BiddingRound): Waiting => ({
  href: bidsPath(fund, round),
  title: `Say what you would like to read of ${fundName}: ${roundName}`,
  detail:
    said === 0
      ? 'By title, before applications are given to assessors'
      : `Said of ${said === 1 ? '1 application' : `${said} applications`}. You can change it until applications are given to you`,
  state: said === 0 ? asked('To say') : { text: 'Said', classes: 'govuk-tag--green' },
  asks: said === 0,
})

function scoringWaiting(round: AssessedRound): Waiting {
  const { fund, round: slug, openedAt, given, submitted, dueAt, closedAt, toPractise, extra } = round
  const counts = given === 0 ? `${toPractise} to practise on` : `${submitted} of ${given} submitted`
  const dated = dueAt !== null && closedAt === null
  return {
    href: pilePath(fund, slug),
    title: `Score applications to ${round.fundName}: ${round.roundName}`,
    detail: extra > 0 ? 'You are asked for one more opinion' : dated ? `${counts}. Due by ${ukTime(dueAt)}` : counts,
    state: scoringState(round),
    asks: extra > 0 || (closedAt === null && openedAt !== null && submitted < given),
    ...(dated ? { dueAt } : {}),
  }
}

function scoringState({ openedAt, closedAt, given, submitted, extra }: AssessedRound): Waiting['state'] {
  if (extra > 0) return { text: 'To score', classes: 'govuk-tag--light-blue' }
  if (closedAt !== null) return { text: 'Closed', classes: 'govuk-tag--grey' }
  if (openedAt === null) return { text: 'Not open yet', classes: 'govuk-tag--grey' }
  return submitted === given
    ? { text: 'All submitted', classes: 'govuk-tag--green' }
    : { text: 'To score', classes: 'govuk-tag--light-blue' }
}

/** What this person does in the rounds that are being assessed. */
type Doing = { readonly runs: readonly string[]; readonly moderates: readonly string[]; readonly now: Date }

function underWayWaiting(round: RoundUnderWay, { runs, moderates, now }: Doing): Waiting {
  const phase = assessmentPhase(round)
  const { reviews, submitted, dueAt } = round
  const frame = {
    href: assessmentPath(round.fund, round.round),
    title: `Assessment of ${round.fundName}: ${round.roundName}`,
  }
  if (phase === 'sifting') return { ...frame, ...siftingWaiting(round) }
  if (phase === 'scoring') {
    const detail = `${submitted} of ${reviews} reviews submitted. Scores are seen when scoring has closed`
    const over = submitted === reviews || (dueAt !== null && dueAt.getTime() < now.getTime())
    if (over && runs.includes(round.fundId)) {
      const state = asked(submitted === reviews ? 'To be closed' : 'Scores are due')
      return { ...frame, detail, state, asks: true }
    }
    return { ...frame, detail, state: { text: assessmentPhaseWords[phase], classes: 'govuk-tag--light-blue' } }
  }
  const asks = moderates.includes(round.fundId)
  return {
    ...frame,
    detail: asks ? 'Moderate, and decide on the shortlist' : 'The panel moderates, and decides on the shortlist',
    state: asks ? asked('To be decided') : { text: assessmentPhaseWords[phase], classes: 'govuk-tag--light-blue' },
    asks,
  }
}

const siftingWaiting = ({ toSift, reviews }: RoundUnderWay): Pick<Waiting, 'detail' | 'state' | 'asks'> => {
  if (toSift > 0)
    return {
      detail: `${toSift} ${toSift === 1 ? 'application' : 'applications'} to sift`,
      state: asked('To sift'),
      asks: true,
    }
  return {
    detail: reviews === 0 ? 'Sifted. Assign applications to assessors' : 'Sifted and assigned. Open scoring',
    state: asked(reviews === 0 ? 'To assign' : 'To be opened'),
    asks: true,
  }
}
