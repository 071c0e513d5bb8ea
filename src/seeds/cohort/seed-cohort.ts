import type { Award } from '../../features/decisions/index.ts'
import { awardsOf } from '../../features/decisions/index.ts'
import { fundBySlug } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type FinishedSize, type MadeUpPlace, seedMadeUpRound, writtenBids } from '../finished-round.ts'

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
  applications: 44,
  assessors: 12,
  stage: 'published',
  answered: 'all-accepted',
  openedDaysAgo: 930,
  // Such that Exbridge, as whose people a newcomer can sign in, is among the ten.
  seed: 2_016,
  place,
}

/** The ten awards of the made-up cohort, all accepted, as the parts of its seed read them. */
export type Cohort = {
  readonly fundId: string
  readonly roundId: string
  readonly awards: readonly Award[]
  /** Who runs the programme. */
  readonly programmeId: string
  /** Today. */
  readonly at: Date
}

/** A part of what happened to the cohort since. */
type CohortPart = (tx: Tx, services: Services, cohort: Cohort) => Promise<void>

/** In this order. */
const parts: readonly CohortPart[] = []

/** Writes the cohort, unless it is there. */
export async function seedCohort(services: Services): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    if ((await fundBySlug(tx, place.fund.slug)) !== undefined) return
    const at = services.clock()
    const round = await seedMadeUpRound(tx, services, at, { ...size, written: await writtenBids() })
    const awards = await awardsOf(tx, round.roundId)
    for (const part of parts) await part(tx, services, { ...round, awards, at })
  })
}
