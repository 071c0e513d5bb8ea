import { type Award, awardsOf } from '../../features/decisions/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type FinishedSize, type MadeUpPlace, seedMadeUpRound, writeOnce } from '../finished-round.ts'
import { seedGrantClaims } from './seed-grant-claims.ts'

/** A made-up round whose awards are money, one of which is claimed, paid and accounted for. */
const granted: MadeUpPlace = {
  fund: {
    slug: 'grant-fund',
    name: 'Grant Fund (illustrative)',
    summary:
      'A made-up fund with made-up authorities, to show an award that is a grant: instalments, claims, payments and what came back. Nothing in it is real.',
    places: 2,
    budgetPounds: 200_000,
    awardType: 'grant',
  },
  round: { slug: 'grant-round', name: 'Grant round' },
}

const size: FinishedSize = {
  applications: 8,
  assessors: 4,
  stage: 'published',
  answered: 'all-accepted',
  written: [],
  openedDaysAgo: 800,
  seed: 2_019,
  place: granted,
  rules: { spread: [] },
}

/** Writes the round, unless it is there. */
export const seedGrantFund = async (services: Services): Promise<void> =>
  await writeOnce(services, granted, async (tx, at) => await fillGrantFund(tx, services, at))

async function fillGrantFund(tx: Tx, services: Services, at: Date): Promise<void> {
  const round = await seedMadeUpRound(tx, services, at, size)
  const [award]: readonly Award[] = await awardsOf(tx, round.roundId)
  if (award === undefined) throw new Error('the made-up grants have no award')
  await seedGrantClaims(tx, services, { ...round, award, at })
}
