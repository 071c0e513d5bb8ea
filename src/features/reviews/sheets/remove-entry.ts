import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { businessAsUsualOf, optionsOf, type Sheet, writingNeed } from '../../../core/reviews/index.ts'
import type { Services } from '../../../platform/services.ts'
import { holdReview } from '../open-review.ts'
import { recordReview } from '../record-review.ts'
import type { RemovalProblem } from '../reviews.messages.ts'
import { insertVersion, versionsOf } from './entries.store.ts'
import { readRecord } from './read-record.ts'

type Asked = { readonly reference: string; readonly sheet: Sheet; readonly entry: string; readonly at: Date }

/**
 * Takes an entry out of its list; what it said stays in the history. Options that must be on every longlist stay.
 *
 * @throws {NotFound} if the review is not this person's to write, or has no such entry
 */
export async function removeEntry(
  services: Services,
  actor: Actor,
  { reference, sheet, entry, at }: Asked,
): Promise<Result<null, RemovalProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdReview(tx, actor, reference, writingNeed(sheet))
    const place = { reviewId: opened.review.id, sheet: sheet.id, entry }
    const [last] = await versionsOf(tx, place)
    if (sheet.list === undefined || last === undefined || last.content === null) throw notFound('entry')
    const options = optionsOf(await readRecord(tx, opened.review))
    const option = sheet.id === 'options' ? options.find(({ id }) => id === entry) : undefined
    if (option?.model.compulsory === true && options.filter(({ model }) => model === option.model).length === 1)
      return refused({ code: 'option-is-compulsory', isUsual: businessAsUsualOf(options)?.id === entry } as const)
    const version = last.version + 1
    await insertVersion(tx, { ...place, version, content: null, at, by: opened.actor.personId })
    await recordReview(tx, opened, { action: 'review.entry-removed', at, facts: { sheet: sheet.id, entry, version } })
    return done(null)
  })
}
