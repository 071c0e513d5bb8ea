import { notFound } from '../../core/errors.ts'
import type { Actor, Permission } from '../../core/permissions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { personById } from '../accounts/index.ts'
import { eventsOf } from '../audit/index.ts'
import { findRound, type RoundInFund, type RoundPath } from '../funds/index.ts'
import { type FormRecord, type FormVersion, formById, formVersionById, lockForm } from './forms.store.ts'

/** A version of a form of the fund that the round is of. */
export type VersionInRound = { readonly round: RoundInFund; readonly form: FormRecord; readonly version: FormVersion }

/**
 * A version as somebody who may do this on the fund finds it from one of its rounds.
 *
 * @throws {NotFound} if the round or the version is not there, is another fund's, or not for them
 */
export async function findVersion(
  db: Database | Tx,
  actor: Actor,
  permission: Permission,
  path: RoundPath,
  versionId: string,
): Promise<VersionInRound> {
  const round = await findRound(db, actor, permission, path)
  const version = await formVersionById(db, versionId)
  if (version === undefined || version.fundId !== round.fundId) throw notFound('form version')
  const form = await formById(db, version.formId)
  if (form === undefined) throw notFound('form')
  return { round, form, version }
}

/**
 * The same, with the form held until the transaction ends: changes of one form wait for each other.
 *
 * @throws {NotFound}
 */
export async function holdVersion(tx: Tx, actor: Actor, path: RoundPath, versionId: string): Promise<VersionInRound> {
  const { version } = await findVersion(tx, actor, 'fund:edit', path, versionId)
  await lockForm(tx, version.formId)
  // Read again: while this one waited, the draft may have been changed, published or deleted.
  return await findVersion(tx, actor, 'fund:edit', path, versionId)
}

/** The name of who wrote a draft as it is now; '' when the log does not say. */
export async function findWriter(db: Database | Tx, version: Pick<FormVersion, 'formId' | 'sha256'>): Promise<string> {
  const events = await eventsOf(db, 'form', version.formId)
  const last = events.findLast(({ facts }) => (facts as { readonly sha256?: unknown }).sha256 === version.sha256)
  const person = last?.actorId ? await personById(db, last.actorId) : undefined
  return person?.name ?? ''
}
