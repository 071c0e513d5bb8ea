import type { Json } from '../../../core/canonical/index.ts'
import type { PackNames } from '../../../core/evidence/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { type TemporaryZip, writeZip } from '../../../platform/zip/temporary-zip.ts'
import { exportIn, publishedIn } from '../../assessment/index.ts'
import { recordEvent, sealAll } from '../../audit/index.ts'
import { findRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { fillPack } from './fill-pack.ts'
import { ownNames, replacedNames } from './pack-names.ts'
import { packEvent, packObject } from './packs.store.ts'
import { lastOfTrail } from './trail.store.ts'

/** Names are replaced by those of the published assessment, which is not there, or no longer that of today. */
export type PackProblem = { readonly code: 'still-scoring' } | { readonly code: 'not-bound' }

export type Pack = { readonly round: RoundInFund; readonly zip: TemporaryZip }

/**
 * Makes the evidence pack of a round as it is at one moment, on the disk of this machine, and says in the audit log who
 * made it, with the hash of every file. The same state of the round gives the same bytes.
 *
 * @returns the archive, which has to be opened or dropped
 * @throws {NotFound} if the round is not there, or its evidence not for this person
 */
export async function makePack(
  services: Services,
  asked: { readonly actor: Actor; readonly path: RoundPath; readonly names: PackNames; readonly at: Date },
): Promise<Result<Pack, PackProblem>> {
  const { db, sha256 } = services
  const { actor, names, at } = asked
  const round = await findRound(db, actor, 'evidence:read', asked.path)
  // What happened before has its place in the chain, so that it is in the pack.
  await sealAll(db, sha256)
  const made = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => await packIn(tx, services, round, names))
  if (!made.ok) return made
  const { zip, files } = made.value
  await recordEvent(db, {
    action: packEvent,
    actorId: personIdOf(actor),
    fundId: round.fundId,
    objectType: 'evidence',
    objectId: packObject(round.id),
    at,
    facts: { names, bytes: zip.bytes, sha256: zip.sha256, files } satisfies Json,
  })
  return done({ round, zip })
}

type Made = { readonly zip: TemporaryZip; readonly files: Readonly<Record<string, string>> }

async function packIn(
  tx: Tx,
  services: Services,
  round: RoundInFund,
  names: PackNames,
): Promise<Result<Made, PackProblem>> {
  const last = await lastOfTrail(tx, round)
  const asAt = last?.at ?? round.createdAt
  const assessment =
    names === 'shown' ? await exportIn(tx, services, round, asAt) : await publishedIn(tx, services, round, asAt)
  if (assessment === 'changed') return refused<PackProblem>({ code: 'not-bound' })
  if (names === 'replaced' && assessment === undefined) return refused<PackProblem>({ code: 'still-scoring' })
  const nameFor =
    names === 'shown' ? ownNames : await replacedNames(tx, services, round, assessment?.parts.people ?? [])
  const source = { tx, round, names, nameFor, assessment, last: last?.sequence ?? 0 }
  let files: Made['files'] = {}
  const zip = await writeZip(async (writer) => {
    files = Object.fromEntries((await fillPack(writer, source)).map(({ path, sha256 }) => [path, sha256]))
  })
  return done({ zip, files })
}
