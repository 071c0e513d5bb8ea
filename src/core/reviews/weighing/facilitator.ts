import type { ReviewWeighing } from './weighing.ts'

/**
 * What is said where one person both leads a workshop and gives weights or scores in it. It is not refused: a small council may
 * have nobody else, and then its readers are told.
 *
 * @see docs/sources.md#mcda
 */
export const notIndependent =
  'Guidance asks for an independent chair, who does not weigh or score (Northern Ireland guide to expenditure appraisal, appendix 3)'

/** Whether the facilitator of a round gave weights or scores in it; false of versions frozen before it was kept who it was. */
export const facilitatorScored = ({
  facilitatorId,
  people,
}: Pick<ReviewWeighing, 'facilitatorId' | 'people'>): boolean => people.some(({ id }) => id === facilitatorId)
