import type { AssessmentRules } from '../../src/core/rules/index.ts'
import { roundByPath } from '../../src/features/funds/index.ts'
import type { SpokenLanguage } from '../../src/languages/load-in-language.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import type { Stage } from '../../src/seeds/assessed/seed-assessed-round.ts'
import { type FinishedSize, seedMadeUpRound } from '../../src/seeds/finished-round.ts'
import { sha256 } from './decided-record.ts'
import { fillWith } from './fill-with.ts'
import { type TestServer, type TestServerOptions, testServer } from './server.ts'
import { freshDatabase, type Lifetime, type Template } from './template.ts'

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
  readonly languages?: readonly SpokenLanguage[]
  /** Its routes, where a test counts what they ask. */
  readonly routes?: TestServerOptions['routes']
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
  { applications = 24, assessors = 6, stage, clock, rules, work = false, languages = [], routes }: AssessedSize,
  fresh: (lifetime: Lifetime) => Promise<OpenDatabase> = freshDatabase,
): Promise<AssessedRound> {
  const size = { applications, assessors, stage, rules, written: [] }
  const clocked = clock && { clock }
  const template = madeUpRound(size, clocked)
  const copied = fresh === freshDatabase
  const open = copied ? await freshDatabase(lifetime, template) : await fresh(lifetime)
  if (!copied) await template.fill(open)
  const server = await testServer(lifetime, open, { work, languages, ...clocked, ...(routes && { routes }) })
  const round = await roundByPath(open.db, 'example-fund', 'finished-round')
  if (round === undefined) throw new Error('the made-up round has been written')
  const path = '/manage/funds/example-fund/finished-round/assessment'
  return { ...server, fundId: round.fundId, roundId: round.id, path }
}

/** A round of one size and of one time is written once a run: of the real time, once a day of it. */
function madeUpRound(size: FinishedSize, clocked: { readonly clock: () => Date } | undefined): Template {
  const time = clocked?.clock().toISOString() ?? new Date().toISOString().slice(0, 10)
  return {
    name: `round_${sha256(JSON.stringify([size, time])).slice(0, 16)}`,
    fill: (open) =>
      fillWith(open, { work: false, ...clocked }, async (services) => {
        await services.db.transaction().execute((tx) => seedMadeUpRound(tx, services, services.clock(), size))
      }),
  }
}
