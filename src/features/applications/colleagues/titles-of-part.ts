import type { Database, Tx } from '../../../platform/database/database.ts'
import { formVersionById } from '../../forms/index.ts'
import type { WriterPart } from './writers.store.ts'

/** The titles of the pages of an application that somebody writes; null for all of them. */
export async function titlesOfPart(
  db: Database | Tx,
  { pages, formVersionId }: Pick<WriterPart, 'pages'> & { readonly formVersionId: string },
): Promise<readonly string[] | null> {
  if (pages === null) return null
  const form = (await formVersionById(db, formVersionId))?.definition
  return form?.pages.filter(({ id }) => pages.includes(id)).map(({ title }) => title) ?? []
}
