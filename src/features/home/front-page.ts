import { phaseOf } from '../../core/rounds/phase.ts'
import { ukTime } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import { publishedRounds, type RoundInFund } from '../funds/index.ts'
import { roundPath } from './home.paths.ts'
import type { FundsModel, RoundCard } from './pages/funds.ts'

/** Every published round with where it stands now: one statement. */
export async function frontPage({ db, config }: Services, now: Date): Promise<FundsModel> {
  const rounds = await publishedRounds(db)
  return { serviceName: config.serviceName, rounds: rounds.map((round) => cardOf(round, now)) }
}

function cardOf(round: RoundInFund, now: Date): RoundCard {
  const phase = phaseOf(round, now)
  const { fund } = round
  return {
    href: roundPath(fund.slug, round.slug),
    name: round.name,
    fundName: fund.name,
    summary: fund.summary,
    phase: phase === 'preparing' ? 'announced' : phase,
    when: whenOf(round, phase),
    offer: `Up to £${fund.capPounds.toLocaleString('en-GB')} ${fund.awardType === 'grant' ? 'each' : 'of support each'}, for ${fund.places === 1 ? '1 council' : `up to ${fund.places} councils`}.`,
    illustrative: round.illustrative || fund.illustrative,
  }
}

function whenOf({ opensAt, deadlineAt, cancelledAt }: RoundInFund, phase: ReturnType<typeof phaseOf>): string {
  if (phase === 'cancelled' && cancelledAt !== null) return `Cancelled at ${ukTime(cancelledAt)}`
  if (phase === 'open' && deadlineAt !== null) return `Apply by ${ukTime(deadlineAt)}`
  if (phase === 'closed' && deadlineAt !== null) return `Closed at ${ukTime(deadlineAt)}`
  return opensAt === null ? 'Opening time to be announced' : `Opens at ${ukTime(opensAt)}`
}
