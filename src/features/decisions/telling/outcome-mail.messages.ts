import { type OutcomeLetter, plainLetter } from '../../../core/letters/index.ts'
import { awardPath } from '../awarding/awarding.paths.ts'
import { decidedPath } from '../outcome/outcome.paths.ts'

/** A letter as an email to somebody of the lead or of a partner. */
export function outcomeMail(
  { title, fund, reference, outcome, blocks }: OutcomeLetter,
  { leads, origin }: { readonly leads: boolean; readonly origin: string },
): { readonly subject: string; readonly body: string } {
  const link =
    outcome === 'award' && leads
      ? `Read and sign the agreement:\n${origin}${awardPath(reference)}`
      : `The letter, and how all applications scored:\n${origin}${decidedPath(reference)}`
  return {
    subject: `${title}: ${fund}`,
    body: [
      ...plainLetter(blocks),
      link,
      `You get this because you act for ${leads ? 'the authority that leads the application' : 'a partner in the application'}.`,
    ].join('\n\n'),
  }
}
