import { notFound } from '../../core/errors.ts'
import type { Services } from '../../platform/services.ts'
import { placesOf } from './entries.store.ts'
import type { SheetChange, SheetsOwner } from './sheets-owner.ts'
import { writeVersion } from './write-version.ts'

/** Moves an entry by one. `place`: where it stood when the list was shown, from 0. */
export type EntryMove = { readonly entry: string; readonly place: number; readonly by: -1 | 1 }

/** A move as the value of a button. @example moveValue({ entry: 'a', place: 1, by: -1 }) // => 'up:1:a' */
export const moveValue = ({ entry, place, by }: EntryMove): string => `${by < 0 ? 'up' : 'down'}:${place}:${entry}`

/** @returns undefined for what no button says */
export function readMove(value: string): EntryMove | undefined {
  const [, direction, place, entry] = /^(up|down):(\d{1,4}):(.+)$/.exec(value) ?? []
  return entry === undefined ? undefined : { entry, place: Number(place), by: direction === 'up' ? -1 : 1 }
}

/**
 * Moves an entry of a list up or down by one, as another version that says the same elsewhere.
 *
 * @returns false when it does not stand any more where the list showed it: a second press of a button moves nothing
 * @throws {NotFound} if the sheet is not this person's to write, or has no such entry
 */
export async function moveEntry(
  services: Services,
  owner: SheetsOwner,
  { at, move, ...asked }: SheetChange & { readonly move: EntryMove },
): Promise<boolean> {
  return await services.db.transaction().execute(async (tx) => {
    const open = await owner.hold(tx, { ...asked, need: 'write' })
    const { entries, id: sheet, list } = open.sheet
    const there = entries.find(({ id }) => id === move.entry)
    if (list === undefined || there === undefined) throw notFound('entry')
    const to = move.place + move.by
    if (entries[move.place] !== there || entries[to] === undefined) return false
    const places = await placesOf(tx, open.entries, sheet)
    const placeAt = (index: number): number | undefined => places.get(entries[index]?.id ?? '')
    const [near, far] = [placeAt(to) ?? 0, placeAt(to + move.by)]
    const place = far === undefined ? near + move.by : (near + far) / 2
    const { id: entry, content, version } = there
    await writeVersion(tx, open, { what: 'moved', sheet, entry, version: version + 1, place, content, at })
    return true
  })
}
