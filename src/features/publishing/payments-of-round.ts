import type { AwardPayment } from '../../core/open-data/index.ts'
import type { Database } from '../../platform/database/database.ts'

/** What was paid of the grants of a round, and what came back, by award and day. Support keeps it, which is built on what is published. */
export type PaymentsOfRound = (db: Database, roundId: string) => Promise<readonly AwardPayment[]>
