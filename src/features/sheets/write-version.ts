import type { Answers } from '../../core/forms/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../audit/index.ts'
import { insertVersion } from './entries.store.ts'
import type { SheetEvents, SheetWriter } from './sheets-owner.ts'

type Written = {
  readonly sheet: string
  readonly entry: string
  readonly version: number
  /** Null: it is removed. */
  readonly content: Answers | null
  /** Undefined: where the version before stood, or after all others for the first one. */
  readonly place?: number
  readonly at: Date
  readonly what?: Exclude<keyof SheetEvents, 'objectType'>
}

/** Writes what somebody made of an entry as its next version, with its trace. */
export async function writeVersion(
  tx: Tx,
  { actor, entries, events, reference, fundId }: SheetWriter,
  { what = 'written', at, ...written }: Written,
): Promise<void> {
  await insertVersion(tx, entries, { ...written, at, by: actor.personId })
  const { sheet, entry, version } = written
  await recordEvent(tx, {
    action: events[what],
    actorId: actor.personId,
    fundId: fundId ?? null,
    objectType: events.objectType,
    objectId: reference,
    at,
    facts: { sheet, entry, version },
  })
}
