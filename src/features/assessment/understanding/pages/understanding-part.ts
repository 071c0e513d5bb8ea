import type { PageFinder } from '../../../../ui/patterns/index.ts'
import type { RoundInFund } from '../../../funds/index.ts'
import type { Understood } from '../read-understanding.ts'

/** The lists of the page that grow with the round. The picture shows the rows that the numbers say. */
export type UnderstandingList = 'picture' | 'numbers' | 'assessors' | 'differing' | 'reviews' | 'spread'

/** What a part of the page needs to say what was worked out. */
export type UnderstandingPart = {
  readonly round: RoundInFund
  readonly understood: Understood
  /** Which rows of each long list are shown. */
  readonly paged: PageFinder<UnderstandingList>
}
