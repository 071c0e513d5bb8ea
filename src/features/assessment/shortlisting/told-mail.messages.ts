import type { RoundInFund } from '../../../core/rounds/round.ts'
import { outcomePath } from './shortlisting.paths.ts'

/** What the people of an applicant are told: the outcome alone. Scores are on the page where the rules say so. */
export function toldMail({
  round,
  reference,
  shortlisted,
  leads,
  origin,
}: {
  readonly round: Pick<RoundInFund, 'name' | 'fund'>
  readonly reference: string
  readonly shortlisted: boolean
  /** Of the lead; else of a partner. */
  readonly leads: boolean
  readonly origin: string
}): { readonly subject: string; readonly body: string } {
  const outcome = shortlisted ? 'is on the shortlist' : 'is not on the shortlist'
  return {
    subject: `Application ${reference} ${outcome}: ${round.fund.name}`,
    body: [
      `Application ${reference} to ${round.fund.name}, ${round.name}, ${outcome}.`,
      `Read what this means:\n${origin}${outcomePath(reference)}`,
      `You get this because you act for ${leads ? 'the authority that leads the application' : 'a partner in the application'}.`,
    ].join('\n\n'),
  }
}
