import type { RoundInFund } from '../../../core/rounds/round.ts'
import { timeLeftWords } from '../../../core/time/time-left.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { applicationPath } from '../applications.paths.ts'
import { partWords } from '../colleagues/part-words.messages.ts'
import type { ToTell } from '../extending/drafts.store.ts'

/** To somebody whose application is not submitted. @param titles of the pages that they write; null for all of them */
export function reminderMail(
  person: Pick<ToTell, 'reference' | 'leadName' | 'role' | 'organisation'>,
  round: Pick<RoundInFund, 'name' | 'fund'>,
  told: {
    readonly deadlineAt: Date
    readonly now: Date
    readonly origin: string
    readonly titles: readonly string[] | null
  },
): { readonly subject: string; readonly body: string } {
  const { reference, leadName, role } = person
  const { deadlineAt, now, origin, titles } = told
  const left = timeLeftWords(deadlineAt.getTime() - now.getTime())
  return {
    subject: `${left} to submit application ${reference}: ${round.fund.name}`,
    body: [
      `The application of ${leadName} to ${round.fund.name}, ${round.name}, is not submitted yet.`,
      `Deadline: ${ukTimeWithZone(deadlineAt)}`,
      `What reaches the service after that is refused, even by a second. ${role === 'lead' ? 'You can withdraw, change and submit it again until then, so submit in good time.' : 'Save what is yours in good time.'}`,
      `Continue with application ${reference}:\n${origin}${applicationPath(reference)}`,
      partWords(person, leadName, titles),
    ].join('\n\n'),
  }
}
