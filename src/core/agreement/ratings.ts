/** Scores: a row for each application, a column for each assessor; null where there is none. Rows are equally long. */
export type Ratings = readonly (readonly (number | null)[])[]

/** The same without gaps. */
export type CompleteRatings = readonly (readonly number[])[]

/** The ratings when none is missing. */
export const completeOrNull = (ratings: Ratings): CompleteRatings | null =>
  ratings.length > 0 && ratings.every((row) => row.length > 0 && row.every((score) => score !== null))
    ? (ratings as CompleteRatings)
    : null

/** A quotient, or null where there is none: agreement is not defined without any difference to agree on. */
export const ratio = (above: number, below: number): number | null =>
  below === 0 || !Number.isFinite(above / below) ? null : above / below
