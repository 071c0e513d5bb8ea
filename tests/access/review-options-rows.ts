import { optionOf, own } from './review-rows.ts'
import type { Row } from './route-table.ts'

const one = '/reviews/:reference'

/** Who may use what is about the longlist: the review's own people alone. */
export const reviewOptionsRows: Readonly<Record<string, Row>> = {
  [`GET ${one}/filter`]: own,
  [`GET ${one}/service-by-year`]: own,
  [`GET ${one}/sheets/:sheet/:entry/history`]: { rule: 'worksOnReview', parts: optionOf },
  [`POST ${one}/sheets/:sheet/move`]: {
    rule: 'worksOnReview',
    parts: optionOf,
    fields: () => ({ move: 'up:0:first' }),
  },
}
