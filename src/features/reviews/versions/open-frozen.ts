import { notFound } from '../../../core/errors.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Review } from '../reviews.store.ts'
import { frozenVersion } from './versions.store.ts'

/** A frozen version by its number as an address has it. @throws {NotFound} if there is none */
export async function openFrozen(db: Database, { id }: Pick<Review, 'id'>, number: string) {
  const version = /^[1-9]\d{0,5}$/.test(number) ? await frozenVersion(db, id, Number(number)) : undefined
  if (version === undefined) throw notFound('version')
  return version
}
