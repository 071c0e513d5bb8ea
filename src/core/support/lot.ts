import { type SupportWork, supportWork } from './work.ts'

/** The kinds of help among what was ticked, in the order in which they are listed. */
export const readWorks = (ticked: readonly string[]): readonly SupportWork[] =>
  supportWork.filter((work) => ticked.includes(work))

/**
 * Whether a kind of help is bought under a lot: any is, where the lot names none.
 *
 * @example lotCovers(['hr', 'engagement'], 'options-appraisal') // => false
 */
export const lotCovers = (works: readonly SupportWork[], work: SupportWork): boolean =>
  works.length === 0 || works.includes(work)
