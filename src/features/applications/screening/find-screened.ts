import type { Screened } from '../../../core/eligibility/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { formVersionById } from '../../forms/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { screeningOf } from './screening.store.ts'

/** The screener of a round with what it was told for an application; undefined when the round has none. */
export async function findScreened(
  db: Database | Tx,
  { screenerVersionId }: Pick<RoundInFund, 'screenerVersionId'>,
  applicationId: string,
): Promise<Screened | undefined> {
  if (screenerVersionId === null) return undefined
  const version = await formVersionById(db, screenerVersionId)
  if (version === undefined) throw new Error('a round lost its screener')
  const { definition: form, number, sha256 } = version
  return { form, number, sha256, told: (await screeningOf(db, applicationId))?.answers }
}
