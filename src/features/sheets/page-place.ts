import { notFound } from '../../core/errors.ts'
import { onlyEntry, type SheetHere } from '../../core/sheets/index.ts'

/** Which page of a sheet is asked for: the only one, a new one of a list, or one of several by its id. */
export type PagePlace = 'only' | 'new' | { readonly entry: string }

/** The entry of a page; undefined for a new one. @throws {NotFound} if the sheet has no pages of that kind */
export function entryOf({ itemName, list }: SheetHere, place: PagePlace): string | undefined {
  const fits = place === 'only' ? itemName === undefined : place === 'new' ? list !== undefined : itemName !== undefined
  if (!fits) throw notFound('sheet')
  return place === 'new' ? undefined : place === 'only' ? onlyEntry : place.entry
}
