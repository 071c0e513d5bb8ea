import type { RequestKind } from '../../../core/requests/index.ts'
import { leastWordsOfReason } from '../../../core/rules/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { ExtendProblem } from './extend-request.ts'
import type { KeptExtension } from './extensions.store.ts'
import { citedShort } from './letters.messages.ts'

export function extendProblemText(problem: ExtendProblem): FieldText {
  switch (problem.code) {
    case 'not-extendable':
      return fieldText('main-content', 'The time of this request cannot be extended. Look at it again')
    case 'time-is-over':
      return fieldText(
        'main-content',
        `The time can no longer be extended: the requester had to be told in time, and it is due on ${dayInWords(problem.dueOn)}. Answer it as soon as you can`,
      )
    case 'no-exemption':
      return fieldText('extension-exemptions', 'Select the exemptions for which the public interest is weighed')
    case 'reason-too-thin':
      return fieldText('extension-reason', `Explain why more time is needed, in at least ${leastWordsOfReason} words`)
    case 'reason-too-long':
      return fieldText('extension-reason', 'Shorten why more time is needed to 4,000 characters')
    case 'until-missing':
      return fieldText('until-day', 'Enter by when you expect to answer')
    case 'until-unreal':
      return fieldText('until-day', 'Enter a real day, such as 27 3 2026')
    case 'until-too-soon':
      return fieldText('until-day', `Enter a day after ${dayInWords(problem.dueOn)}, when it is due now`)
    case 'until-too-late':
      return fieldText('until-day', `Enter a day no later than ${dayInWords(problem.latest)}`)
    case 'until-exceptional':
      return fieldText(
        'until-day',
        `Enter a day no later than ${dayInWords(problem.latest)}, or confirm that the case is exceptional`,
      )
  }
}

/** For what the law allows more time, to whoever takes it. @param lastOn the day on which the requester has to be told */
export const allowedWords = (kind: RequestKind, lastOn: IsoDay): string =>
  kind === 'eir'
    ? `Only where what is asked for is so complex, and there is so much of it, that it cannot be answered or refused within 20 working days (Environmental Information Regulations 2004, regulation 7). Tell the requester no later than ${dayInWords(lastOn)}.`
    : `Only to weigh the public interest where an exemption may apply, and for no longer than is reasonable (Freedom of Information Act 2000, section 10(3)). Tell the requester no later than ${dayInWords(lastOn)} which exemption it is, why, and by when you expect to decide.`

/** The latest day, under the question for it. */
export const latestWords = (kind: RequestKind, latest: IsoDay): string =>
  kind === 'eir'
    ? `No later than ${dayInWords(latest)}, which is 40 working days in all`
    : `Normally no later than ${dayInWords(latest)}, which is 40 working days in all`

export const longerWords = (kind: RequestKind): string =>
  kind === 'eir' ? '' : 'The case is exceptional and takes more than 40 working days'

/** What was extended, in a sentence. */
export const extendedWords = ({ extendedOn, dueOn, exemptions, by }: KeptExtension): string =>
  `Extended on ${dayInWords(extendedOn)} to ${dayInWords(dueOn)} by ${by}${exemptions.length === 0 ? '' : `, to weigh the public interest: ${plainList(exemptions.map(citedShort))}`}.`

/** After the day on which a request is due. */
export const extendedUnder: Readonly<Partial<Record<RequestKind, string>>> = {
  foi: 'Extended as the Freedom of Information Act 2000, section 10(3), allows',
  eir: 'Extended as the Environmental Information Regulations 2004, regulation 7, allow',
}
