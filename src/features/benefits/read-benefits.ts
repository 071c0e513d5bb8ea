import { type BenefitRecord, type Confirmation, type WorkedOut, workedOut } from '../../core/benefits/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import type { BenefitAward } from './awards.store.ts'
import { confirmationsOf } from './confirming/confirmations.store.ts'
import { readRecords } from './writing/read-record.ts'

/** What is written of an award, and what of it is confirmed. */
export type BenefitsRead = WorkedOut & {
  readonly record: BenefitRecord
  readonly confirmed: readonly Confirmation[]
}

type OfAward = Pick<BenefitAward, 'id' | 'acceptedOn'>

/** The benefits of an award as they stand. Two statements. */
export async function readBenefits(db: Database | Tx, award: OfAward): Promise<BenefitsRead> {
  const [read] = (await readBenefitsOfAll(db, [award])).values()
  if (read === undefined) throw new Error('the benefits of an award were not read')
  return read
}

/** The same of several awards, by their id. Two statements, however many. */
export async function readBenefitsOfAll(
  db: Database | Tx,
  awards: readonly OfAward[],
): Promise<ReadonlyMap<string, BenefitsRead>> {
  const records = await readRecords(db, awards)
  const confirmations = await confirmationsOf(
    db,
    awards.map(({ id }) => id),
  )
  return new Map(
    [...records].map(([id, record]) => {
      const confirmed = confirmations.get(id) ?? []
      return [id, { record, confirmed, ...workedOut(record, confirmed) }]
    }),
  )
}
