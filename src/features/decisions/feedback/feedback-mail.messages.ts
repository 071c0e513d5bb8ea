import type { RoundInFund } from '../../../core/rounds/round.ts'
import { ownFeedbackPath } from './feedback.paths.ts'

/** What people of the lead or of a partner are told when feedback is released. */
export const releasedMail = (
  { name, fund }: Pick<RoundInFund, 'name' | 'fund'>,
  { reference, leads, origin }: { readonly reference: string; readonly leads: boolean; readonly origin: string },
): { readonly subject: string; readonly body: string } => ({
  subject: `Feedback on application ${reference}: ${fund.name}`,
  body: [
    `There is feedback on application ${reference} to ${fund.name}, ${name}, with how all applications scored.`,
    `Read it, or ask for a debrief:\n${origin}${ownFeedbackPath(reference)}`,
    `You get this because you act for ${leads ? 'the authority that leads the application' : 'a partner in the application'}.`,
  ].join('\n\n'),
})
