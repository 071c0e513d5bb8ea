import { type TypedReview, wholeId } from './posted-review.ts'

/** The items that stood on a page that was sent. */
export const typedOf = ({ scores, whole }: TypedReview): readonly string[] => [
  ...scores.map(({ criterion }) => criterion.id),
  ...(whole === undefined ? [] : [wholeId]),
]
