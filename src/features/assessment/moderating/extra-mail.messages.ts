import type { RoundInFund } from '../../../core/rounds/round.ts'
import { pilePath } from '../scoring/scoring.paths.ts'

/** What an assessor is told who is asked for one more opinion. */
export const extraMail = ({
  round,
  reference,
  origin,
}: {
  readonly round: Pick<RoundInFund, 'name' | 'slug' | 'fund'>
  readonly reference: string
  readonly origin: string
}): { readonly subject: string; readonly body: string } => ({
  subject: `One more application to score: ${round.fund.name}`,
  body: [
    `The scores of application ${reference} to ${round.fund.name}, ${round.name}, cannot say whether it is in or out. Please score it too, without asking how others did.`,
    `Scoring is open again for you and this one application, until the shortlist is frozen:\n${origin}${pilePath(round.fund.slug, round.slug)}`,
  ].join('\n\n'),
})
