import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { entriesOf, type Sheet, writingNeed } from '../../../core/reviews/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import { insertVersion, placesOf } from './entries.store.ts'
import { readRecord } from './read-record.ts'

/** Moves an entry by one. `place`: where it stood when the list was shown, from 0. */
export type EntryMove = { readonly entry: string; readonly place: number; readonly by: -1 | 1 }

/** A move as the value of a button. @example moveValue({ entry: 'a', place: 1, by: -1 }) // => 'up:1:a' */
export const moveValue = ({ entry, place, by }: EntryMove): string => `${by < 0 ? 'up' : 'down'}:${place}:${entry}`

/** @returns undefined for what no button says */
export function readMove(value: string): EntryMove | undefined {
  const [, direction, place, entry] = /^(up|down):(\d{1,4}):(.+)$/.exec(value) ?? []
  return entry === undefined ? undefined : { entry, place: Number(place), by: direction === 'up' ? -1 : 1 }
}

type Asked = { readonly reference: string; readonly sheet: Sheet; readonly move: EntryMove; readonly at: Date }

/**
 * Moves an entry of a list up or down by one, as another version that says the same elsewhere.
 *
 * @returns false when it does not stand any more where the list showed it: a second press of a button moves nothing
 * @throws {NotFound} if the review is not this person's to write, or has no such entry
 */
export async function moveEntry(services: Services, actor: Actor, asked: Asked): Promise<boolean> {
  const { reference, sheet, move, at } = asked
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, writingNeed(sheet))
    const entries = entriesOf(await readRecord(tx, opened.review), sheet.id)
    const there = entries.find(({ id }) => id === move.entry)
    if (sheet.list === undefined || there === undefined) throw notFound('entry')
    const to = move.place + move.by
    if (entries[move.place] !== there || entries[to] === undefined) return false
    const places = await placesOf(tx, opened.review.id, sheet.id)
    const placeAt = (index: number): number | undefined => places.get(entries[index]?.id ?? '')
    const [near, far] = [placeAt(to) ?? 0, placeAt(to + move.by)]
    const version = there.version + 1
    const place = far === undefined ? near + move.by : (near + far) / 2
    const written = { reviewId: opened.review.id, sheet: sheet.id, entry: there.id, version, place }
    await insertVersion(tx, { ...written, content: there.content, at, by: opened.actor.personId })
    await recordReview(tx, opened, {
      action: 'review.entry-moved',
      at,
      facts: { sheet: sheet.id, entry: there.id, version, to },
    })
    return true
  })
}
