import type { Services } from '../../../platform/services.ts'
import type { ReceivedRow, SiftFinding } from './sift.store.ts'

/** All that people say of an application when they sift it. */
export type SiftSaid = Omit<SiftFinding, 'applicationId'> & Pick<ReceivedRow, 'suppliers'>

const parts = [
  'eligibility',
  'eligibilityReason',
  'scope',
  'scopeReason',
  'serviceAreas',
  'deliveryModels',
  'suppliers',
] as const satisfies readonly (keyof SiftSaid)[]

export type SiftPart = (typeof parts)[number]

/** What stands for the sift that a page showed of an application; '' where nobody had sifted it. */
export const shownSift = ({ sha256 }: Pick<Services, 'sha256'>, row: ReceivedRow): string =>
  row.siftedAt === null ? '' : sha256(JSON.stringify([row.siftedAt, row.siftedBy, ...parts.map((part) => row[part])]))

/**
 * The parts in which two sifts of one application differ, as a form asks for them. Neither the order of a list nor the
 * case of a name makes a difference.
 *
 * @example partsApart(row, { ...row, suppliers: ['ALBA MUTUAL'] }) // => [] where the row names Alba Mutual alone
 */
export const partsApart = (one: SiftSaid, other: SiftSaid): readonly SiftPart[] =>
  parts.filter((part) => alike(one[part]) !== alike(other[part]))

const alike = (said: string | readonly string[]): string =>
  typeof said === 'string' ? said.trim() : JSON.stringify(said.map((each) => each.toLowerCase()).sort())
