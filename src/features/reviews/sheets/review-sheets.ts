import { notFound } from '../../../core/errors.ts'
import {
  businessAsUsualOf,
  mayIn,
  optionsOf,
  type ReviewRecord,
  sheetById,
  writingNeed,
} from '../../../core/reviews/index.ts'
import { sheetIn } from '../../../core/sheets/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { OpenSheet, SheetAsked, SheetEvents, SheetsOwner, SheetWriter } from '../../sheets/index.ts'
import { type OpenedReview, openReview } from '../open-review.ts'
import { reviewCrumbs } from '../review-crumbs.ts'
import { removalProblemText } from '../reviews.messages.ts'
import { reviewPath } from '../reviews.paths.ts'
import { lockReview } from '../reviews.store.ts'
import { readWeighed } from '../weighing/read-weighed.ts'
import { readRecord } from './read-record.ts'
import { reviewEntries } from './review-entries.ts'

const events: SheetEvents = {
  objectType: 'review',
  written: 'review.written',
  moved: 'review.entry-moved',
  removed: 'review.entry-removed',
}

/** Somebody who writes in a review, as sheets need to know them. */
export const reviewWriter = ({ actor, review: { id, reference } }: OpenedReview): SheetWriter => ({
  actor,
  entries: reviewEntries(id),
  events,
  reference,
})

/** A review as what has sheets. */
export const reviewSheets: SheetsOwner = {
  pattern: '/reviews/:reference',
  permission: 'review:work',
  events,
  home: reviewPath,
  open: openReviewSheet,
  hold: async (tx, asked) => {
    await lockReview(tx, asked.reference)
    return await openReviewSheet(tx, asked)
  },
}

async function openReviewSheet(db: Database | Tx, { actor, reference, ...asked }: SheetAsked): Promise<OpenSheet> {
  const sheet = sheetById(asked.sheet)
  if (sheet === undefined) throw notFound('sheet')
  const writing = writingNeed(sheet)
  const opened = await openReview(db, actor, reference, asked.need === 'read' ? 'read' : writing)
  const { review } = opened
  const record = sheet.readsWeighing === true ? await readWeighed(db, review) : await readRecord(db, review)
  return {
    ...reviewWriter(opened),
    sheet: sheetIn(sheet, record),
    files: { type: 'review', id: reference },
    mayWrite: mayIn(review.roles, writing),
    whoWrites: 'The person who leads the review chooses who writes it.',
    home: reviewPath(reference),
    illustrative: review.illustrative,
    breadcrumbs: reviewCrumbs(review),
    whyItStays: (entry) => (sheet.id === 'options' ? whyOptionStays(record, entry) : undefined),
  }
}

/** Options that must be on every longlist stay. */
function whyOptionStays(record: ReviewRecord, entry: string): string | undefined {
  const options = optionsOf(record)
  const option = options.find(({ id }) => id === entry)
  const stays = option?.model.compulsory === true && options.filter(({ model }) => model === option.model).length === 1
  return stays ? removalProblemText({ isUsual: businessAsUsualOf(options)?.id === entry }) : undefined
}
