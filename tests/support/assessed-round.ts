import type { AssessmentRules } from '../../src/core/rules/index.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import type { Stage } from '../../src/seeds/assessed/seed-assessed-round.ts'
import { seedMadeUpRound } from '../../src/seeds/finished-round.ts'
import { type TestServer, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** How large a made-up round is, and how far it has come. */
export type AssessedSize = {
  readonly applications?: number
  readonly assessors?: number
  readonly stage: Stage
  /** What its rules say otherwise than those of the seeds. */
  readonly rules?: Partial<AssessmentRules>
  /** Whether it does its jobs. */
  readonly work?: boolean
  /** The time of the service; that of the machine unless told. */
  readonly clock?: () => Date
}

export type AssessedRound = TestServer & {
  readonly fundId: string
  readonly roundId: string
  /** The address of its assessment. */
  readonly path: string
}

/**
 * The whole app with one made-up round, the one that a newcomer finds but smaller: 24 applications and 6 assessors unless
 * said otherwise, of which a few are withdrawn, not eligible or out of scope. `seedPeopleByRole` says who can sign in.
 */
export async function assessedRound(
  lifetime: Lifetime,
  { applications = 24, assessors = 6, stage, clock, rules, work = false }: AssessedSize,
  fresh: (lifetime: Lifetime) => Promise<OpenDatabase> = freshDatabase,
): Promise<AssessedRound> {
  const server = await testServer(lifetime, await fresh(lifetime), { work, ...(clock && { clock }) })
  const { services } = server
  const size = { applications, assessors, stage, rules, written: [] }
  const { fundId, roundId } = await services.db
    .transaction()
    .execute(async (tx) => await seedMadeUpRound(tx, services, services.clock(), size))
  return { ...server, fundId, roundId, path: '/manage/funds/example-fund/finished-round/assessment' }
}
