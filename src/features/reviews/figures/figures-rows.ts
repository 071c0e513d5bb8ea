import type { AppraisedLine, AppraisedReviewOption, ReviewAppraisal } from '../../../core/reviews/index.ts'

/** Names of the sheets, as formulas have them. */
export const sheetNames = {
  about: 'About',
  results: 'Results',
  lines: 'Lines',
  risks: 'Risks',
  real: 'Real',
  nominal: 'Nominal',
  rates: 'Rates',
} as const

/** A line in the spreadsheet: it has the same row in every sheet of lines. */
export type FiguresRow = {
  /** As the sheets count options, from 1: titles may be equal. */
  readonly number: number
  readonly option: AppraisedReviewOption
  readonly line: AppraisedLine
  /** Of the sheet, below its headings. */
  readonly row: number
}

/** Every line of every option, in the order of both. */
export const figuresRows = ({ options }: ReviewAppraisal): readonly FiguresRow[] =>
  options
    .flatMap((option, at) => option.lines.map((line) => ({ number: at + 1, option, line })))
    .map((each, at) => ({ ...each, row: at + 2 }))
