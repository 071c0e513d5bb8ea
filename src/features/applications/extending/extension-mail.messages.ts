import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { GivenExtension, RoundInFund } from '../../funds/index.ts'
import { applicationPath } from '../applications.paths.ts'
import { partWords } from '../colleagues/part-words.messages.ts'
import type { ToTell } from './drafts.store.ts'

/** To somebody who has more time. @param told `titles` of the pages that they write; null for all of them */
export function extensionMail(
  person: Pick<ToTell, 'reference' | 'leadName' | 'role' | 'organisation'>,
  { deadlineAt, fromAt, reason, notice, applicationId }: GivenExtension,
  round: Pick<RoundInFund, 'name' | 'fund'>,
  told: { readonly origin: string; readonly titles: readonly string[] | null },
): { readonly subject: string; readonly body: string } {
  const { reference, leadName } = person
  const { origin, titles } = told
  const whose = applicationId === null ? 'everyone' : leadName
  return {
    subject: `More time for application ${reference}: ${round.fund.name}`,
    body: [
      `The deadline of ${round.fund.name}, ${round.name}, was extended for ${whose}.`,
      `New deadline: ${ukTimeWithZone(deadlineAt)}\nIt was: ${ukTimeWithZone(fromAt)}`,
      `Reason: ${reason}`,
      ...(notice === '' ? [] : [notice]),
      `Continue with application ${reference}:\n${origin}${applicationPath(reference)}`,
      partWords(person, leadName, titles),
    ].join('\n\n'),
  }
}
