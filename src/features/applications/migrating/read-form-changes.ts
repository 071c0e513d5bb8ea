import type { Form } from '../../../core/forms/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { authorityNames, type ChangeInWords, describeChanges, formVersionById } from '../../forms/index.ts'
import { type KeptAside, unreadChanges } from './form-changes.store.ts'

/** What changed in the form of an application since its people last said that they had read it. */
export type FormChangesShown = {
  /** The last of them: what a reader has seen when they say so. */
  readonly upTo: string
  readonly when: string
  readonly notes: readonly string[]
  readonly changes: readonly ChangeInWords[]
  readonly setAside: readonly KeptAside[]
}

/** @returns undefined when there is nothing that nobody has read */
export async function readFormChanges(db: Database, applicationId: string): Promise<FormChangesShown | undefined> {
  const unread = await unreadChanges(db, applicationId)
  const [first, last] = [unread[0], unread.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const [before, after] = [await formVersionById(db, first.fromVersionId), await formVersionById(db, last.toVersionId)]
  const notes: string[] = []
  for (const { toVersionId } of unread) {
    const note = (await formVersionById(db, toVersionId))?.changeNote ?? ''
    if (note !== '') notes.push(note)
  }
  return {
    upTo: last.id,
    when: ukTime(last.changedAt),
    notes,
    changes:
      before === undefined || after === undefined ? [] : await changesBetween(db, before.definition, after.definition),
    setAside: unread.flatMap(({ setAside }) => setAside),
  }
}

const changesBetween = async (db: Database, before: Form, after: Form): Promise<readonly ChangeInWords[]> =>
  describeChanges(before, after, await authorityNames(db, before, after))
