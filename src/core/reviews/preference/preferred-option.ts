import { answerOf } from '../../forms/index.ts'
import { contentOf } from '../../sheets/index.ts'
import { optionsOf, type ReviewOption } from '../read-options.ts'
import type { ReviewRecord } from '../review-record.ts'

/** The option that the report prefers; undefined while none is chosen, or it was taken out of the longlist. */
export function preferredOptionOf(record: ReviewRecord): ReviewOption | undefined {
  const chosen = answerOf(contentOf(record, 'report'), 'preferred')
  return optionsOf(record).find(({ id }) => id === chosen)
}
