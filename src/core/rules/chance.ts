import { contentHash, type Json, type Sha256 } from '../canonical/index.ts'
import type { SealedDocument } from './sealed-document.ts'

/**
 * What chance begins with: the hash of what decides and of how the work is done, and of nothing else that is sealed. A date
 * or a budget that is sealed anew changes nobody's chances; nobody chooses the hash.
 */
export const chanceHash = (
  { locked, mechanics }: Pick<SealedDocument, 'locked' | 'mechanics'>,
  sha256: Sha256,
): string => contentHash({ locked, mechanics } as unknown as Json, sha256)

/** The first 48 bits of the {@link chanceHash}: a whole number that every program can hold. */
export const seedOf = (document: Pick<SealedDocument, 'locked' | 'mechanics'>, sha256: Sha256): number =>
  Number.parseInt(chanceHash(document, sha256).slice(0, 12), 16)
