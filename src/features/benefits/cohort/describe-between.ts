import { type BetweenAwards, type Claimed, type CountedElsewhere, sizeOf } from '../../../core/benefits/index.ts'
import { wholePounds } from '../../../core/forms/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { betweenWords } from './cohort.messages.ts'

/** A benefit with whose it is. */
export const claimText = ({ claims, benefit }: Claimed): string =>
  `“${benefit.title}” of ${claims.bodies[0] ?? claims.reference}`

/** The same with what is forecast of it. */
export const claimWithForecast = (claimed: Claimed): string =>
  `${claimText(claimed)}, ${wholePounds(sizeOf(claimed.benefit))} forecast`

/** Why two benefits may be one, in a sentence. */
export const reasonsText = ({ reasons }: Pick<BetweenAwards, 'reasons'>): string =>
  `${capital(reasons.map((reason) => betweenWords[reason]).join('; '))}.`

/** That a benefit is left out of the sums of a fund, and as what it is counted. */
export const elsewhereSentence = ({ benefit, as }: CountedElsewhere): string =>
  `${claimText(benefit)} is left out of the sums: it is counted as ${claimText(as)}.`

/** That two benefits both count though they may be one. */
export const keptSentence = ({ first, second, kept = '' }: BetweenAwards): string =>
  `${claimText(first)} and ${claimText(second)} both count: ${kept}`
