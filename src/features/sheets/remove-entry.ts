import { notFound } from '../../core/errors.ts'
import type { Services } from '../../platform/services.ts'
import type { SheetChange, SheetsOwner } from './sheets-owner.ts'
import { writeVersion } from './write-version.ts'

/**
 * Takes an entry out of its list; what it said stays in the history.
 *
 * @returns why it stays, in a sentence; undefined where it was taken out
 * @throws {NotFound} if the sheet is not this person's to write, or has no such entry
 */
export async function removeEntry(
  services: Services,
  owner: SheetsOwner,
  { entry, at, ...asked }: SheetChange & { readonly entry: string },
): Promise<string | undefined> {
  return await services.db.transaction().execute(async (tx) => {
    const open = await owner.hold(tx, { ...asked, need: 'write' })
    const { entries, id: sheet, list } = open.sheet
    const there = entries.find(({ id }) => id === entry)
    if (list === undefined || there === undefined) throw notFound('entry')
    const why = open.whyItStays(entry)
    if (why !== undefined) return why
    await writeVersion(tx, open, { what: 'removed', sheet, entry, version: there.version + 1, content: null, at })
    return undefined
  })
}
