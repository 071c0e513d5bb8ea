import { exemptionOf, lawOf, type Outcome, type RequestKind } from '../../../core/requests/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import type { KeptExtension } from './extensions.store.ts'

/** Letters to whoever asks for information, to be sent from the mail system: the service keeps no address of theirs. */

type Asked = { readonly kind: RequestKind; readonly number: number; readonly receivedOn: IsoDay }

const lawName = {
  foi: 'the Freedom of Information Act 2000',
  eir: 'the Environmental Information Regulations 2004',
} as const

/** An exemption within a sentence. @example citedShort('s43') // => 'section 43 (commercial interests)' */
export const citedShort = (id: string): string => {
  const exemption = exemptionOf(id)
  return exemption === undefined
    ? id
    : `${exemption.cited} (${exemption.name.slice(0, 1).toLowerCase()}${exemption.name.slice(1)})`
}

const about = ({ receivedOn, number }: Asked): string =>
  `Your request for information of ${dayInWords(receivedOn)} (our number ${number})`

/** What whoever is not content can do: section 17(7) and 50 of the Act, regulations 11, 14(5) and 18. */
const notContent = (kind: RequestKind, within: string): string =>
  `If you are not content with this, write to us${within} and ask for an internal review${kind === 'eir' && within !== '' ? ' (regulation 11)' : ''}. If you are not content after that, you can complain to the Information Commissioner: https://ico.org.uk/make-a-complaint/`

/** That a request came, and by when it is answered; '' where the law has no such requests. */
export function acknowledgementLetter(
  request: Asked & { readonly dueOn: IsoDay; readonly text: string },
  today: IsoDay,
): string {
  const law = lawOf(request.kind)
  return law === null
    ? ''
    : [
        dayInWords(today),
        about(request),
        `Thank you for your request, which we received on ${dayInWords(request.receivedOn)}. You asked:`,
        request.text,
        `We deal with it under ${lawName[law]}. We will answer as soon as we can, and no later than ${dayInWords(request.dueOn)}.`,
        'If you write to us about it, please give our number.',
      ].join('\n\n')
}

/** The letter by which the requester is told: a notice under section 17(1) and (2) of the Act, or regulation 7(3). */
export const extensionLetter = (
  request: Asked,
  { extendedOn, dueOn, exemptions, reason }: Pick<KeptExtension, 'extendedOn' | 'dueOn' | 'exemptions' | 'reason'>,
): string =>
  [
    dayInWords(extendedOn),
    about(request),
    request.kind === 'eir'
      ? 'We need more than 20 working days to answer your request under the Environmental Information Regulations 2004, since what you ask for is complex and there is much of it.'
      : `We think that some or all of what you ask for under the Freedom of Information Act 2000 may be exempt under ${plainList(exemptions.map(citedShort))}. The Act asks us to weigh the public interest in withholding it against that in giving it, and we have not decided yet.`,
    reason,
    request.kind === 'eir'
      ? `Regulation 7 allows us up to 40 working days. We expect to answer by ${dayInWords(dueOn)}.`
      : `Section 10(3) of the Act allows us a reasonable time for this. We expect to decide, and to answer, by ${dayInWords(dueOn)}.`,
    notContent(request.kind, ''),
  ].join('\n\n')

const outcomeSentence = (outcome: Outcome, law: 'foi' | 'eir'): string | undefined => {
  switch (outcome) {
    case 'told':
      return `We have looked at your request under ${lawName[law]}, and give you all of what you asked for.`
    case 'told-in-part':
      return `We have looked at your request under ${lawName[law]}, and give you some of what you asked for. We withhold the rest, and say below why.`
    case 'refused':
      return `We have looked at your request under ${lawName[law]}, and refuse it. We say below why.`
    case 'not-held':
      return `We have looked at your request under ${lawName[law]}. We do not hold what you asked for.`
    default:
      return undefined
  }
}

type Answered = {
  readonly outcome: Outcome
  readonly answer: string
  readonly claimed: readonly { readonly id: string; readonly reason: string; readonly publicInterest: string }[]
}

/**
 * The answer, or the notice of a refusal: section 17(1), (3) and (7) of the Act, regulation 14(2), (3) and (5). '' where the
 * law has no such requests, or it was withdrawn.
 */
export function answerLetter(request: Asked, { outcome, answer, claimed }: Answered, on: IsoDay): string {
  const law = lawOf(request.kind)
  const said = law === null ? undefined : outcomeSentence(outcome, law)
  if (said === undefined) return ''
  const withheld = claimed.flatMap(({ id, reason, publicInterest }) => [
    `We rely on ${citedShort(id)}. ${reason}`,
    ...(publicInterest === '' ? [] : [`On the public interest: ${publicInterest}`]),
  ])
  return [
    dayInWords(on),
    about(request),
    said,
    answer,
    ...withheld,
    notContent(request.kind, ' within 40 working days'),
  ].join('\n\n')
}
