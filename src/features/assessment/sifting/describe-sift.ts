import { countSifted } from '../../../core/assessment/index.ts'
import type { ReceivedRow } from './sift.store.ts'
import { countWords } from './sifting.messages.ts'

/** Where the sift stands, for the list of steps. */
export function siftStandingWords(rows: readonly ReceivedRow[]): string {
  const counts = countSifted(rows)
  if (counts.received === 0) return 'Nothing received'
  return counts.open > 0 ? `${counts.open} not sifted` : `${counts.scored} ${countWords.scored.toLowerCase()}`
}
