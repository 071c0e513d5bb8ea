import { awardsOf } from '../../features/decisions/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type FinishedSize, type MadeUpPlace, seedMadeUpRound, writeOnce, writtenBids } from '../finished-round.ts'
import { seedBenefits } from './benefits/seed-benefits.ts'
import type { Cohort } from './cohort.ts'
import { seedExperts } from './experts.ts'
import { seedNetwork } from './network.ts'
import { seedSupport } from './support.ts'

/** A third made-up round, of two and a half years ago: ten councils whose awards are spent and whose savings are counted. */
const place: MadeUpPlace = {
  fund: {
    slug: 'cohort-fund',
    name: 'Cohort Fund (illustrative)',
    summary:
      'A made-up fund with made-up authorities, to show what comes after the award: support, advice, the network and two years of benefits. Nothing in it is real.',
    places: 10,
    budgetPounds: 1_000_000,
  },
  round: { slug: 'cohort-round', name: 'Cohort round' },
}

const size: Omit<FinishedSize, 'written'> = {
  applications: 24,
  assessors: 8,
  stage: 'published',
  answered: 'all-accepted',
  openedDaysAgo: 930,
  seed: 2_016,
  rules: { spread: [] },
  place,
}

/** A part of what happened to the cohort since. */
type CohortPart = (tx: Tx, services: Services, cohort: Cohort) => Promise<void>

/** In this order. */
const parts: readonly CohortPart[] = [seedSupport, seedExperts, seedBenefits, seedNetwork]

/** Writes the cohort, unless it is there. */
export const seedCohort = async (services: Services): Promise<void> =>
  await writeOnce(services, place, async (tx, at) => {
    const written = await writtenBids()
    // The ten that somebody wrote, Exbridge among them, as whose people a newcomer can sign in.
    const strongLeads = written.map(({ lead }) => lead)
    const round = await seedMadeUpRound(tx, services, at, { ...size, written, strongLeads })
    const awards = await awardsOf(tx, round.roundId)
    for (const part of parts) await part(tx, services, { ...round, awards, at })
  })
