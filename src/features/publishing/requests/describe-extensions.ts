import { extendingExemptions, isTooLateToExtend, latestExtended } from '../../../core/requests/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { typedDayIn } from '../../../core/time/typed-day.ts'
import type { Ask } from '../../../platform/http/route.ts'
import { canBeExtended, timeOf } from './extend-request.ts'
import { allowedWords, extendedWords, latestWords, longerWords } from './extensions.messages.ts'
import { extensionLetter } from './letters.messages.ts'
import type { OpenedRequest } from './open-request.ts'
import type { MoreTime } from './pages/more-time.ts'
import { citedWords } from './request-rows.ts'

/** What was typed of more time for a request. */
export const typedExtension = ({ form }: Ask) => ({
  exemptions: form.all('extension-exemptions'),
  reason: form.text('extension-reason'),
  until: typedDayIn(form, 'until'),
  exceptional: form.line('exceptional') === 'yes',
})

/** More time for a request for its page, with what this person can take of it. */
export function shownExtensions(ask: Ask, { request }: OpenedRequest, address: string | undefined): MoreTime {
  const time = timeOf(request)
  const { kind, dueOn } = time
  const can = address !== undefined && canBeExtended(request) && !isTooLateToExtend(time, isoDay(ask.receivedAt))
  return {
    taken: request.extensions.map((extension) => ({
      when: extendedWords(extension),
      reason: extension.reason,
      letter: extensionLetter(request, extension),
    })),
    take: can
      ? {
          action: `${address}/extend`,
          allowed: allowedWords(kind, dueOn),
          exemptions: extendingExemptions(kind).map(({ id }) => ({ value: id, text: citedWords(id) })),
          latest: latestWords(kind, latestExtended(time.begunOn)),
          longer: longerWords(kind),
          typed: typedExtension(ask),
        }
      : undefined,
  }
}
