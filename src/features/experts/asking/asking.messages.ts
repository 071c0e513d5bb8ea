import type { Candidate, Caution, RequestState, RequestSubject } from '../../../core/experts/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { kindInWords } from '../../assessment/index.ts'
import type { AnswerProblem } from './answer-offer.ts'
import type { OfferProblem } from './offer-request.ts'
import type { OfferAnswer } from './offers.store.ts'
import type { WithdrawProblem } from './withdraw-request.ts'

export const stateTags: Readonly<Record<RequestState, { readonly text: string; readonly classes: string }>> = {
  asked: { text: 'Waits for an expert', classes: 'govuk-tag--yellow' },
  offered: { text: 'Offered to an expert', classes: 'govuk-tag--blue' },
  taken: { text: 'With an expert', classes: 'govuk-tag--light-blue' },
  advised: { text: 'Advised', classes: 'govuk-tag--green' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--grey' },
}

export const offerAnswerWords: Readonly<Record<OfferAnswer, string>> = {
  accepted: 'Took it',
  declined: 'Declined',
  conflict: 'Declined for a conflict',
}

const cautionWords: Readonly<Record<Caution, string>> = {
  away: 'Is away on the day by which it is wanted',
  'no-hours-left': 'Has given all the hours of a month already',
  'soft-conflict': 'Is beside the council',
}

export const standsTags: Readonly<Record<Candidate['stands'], { readonly text: string; readonly classes: string }>> = {
  free: { text: 'Can be offered it', classes: 'govuk-tag--green' },
  'with-reason': { text: 'Only with a reason', classes: 'govuk-tag--yellow' },
  never: { text: 'Never: a conflict', classes: 'govuk-tag--red' },
}

const percent = (part: number): string => `${Math.round(part * 100)}%`

/** What is called otherwise of an expert than of an assessor. */
const ofExperts: Readonly<Record<string, string>> = {
  supplier: 'Company that the application names or that supplies its support',
  declared: 'Declared by the expert',
}

const conflictOf = (kind: string): string => ofExperts[kind] ?? kindInWords(kind)

/** How much of what a question is about they cover; of what it does not say, nothing. */
function coverageOf(parts: Candidate['parts'], subject: RequestSubject): readonly string[] {
  const said = [
    ...(subject.serviceAreas.length > 0 ? [`${percent(parts.serviceAreas)} of the service areas`] : []),
    ...(subject.deliveryModels.length > 0 ? [`${percent(parts.deliveryModels)} of the delivery models`] : []),
    ...(subject.disciplines.length > 0 ? [`${percent(parts.disciplines)} of the disciplines`] : []),
  ]
  return said.length === 0 ? [] : [`Covers ${said.join(', ')}`]
}

/** Why an expert stands where they stand, in lines. */
export const reasonsFor = (
  { match, parts, openRequests, cautions, conflicts }: Candidate,
  subject: RequestSubject,
): readonly string[] => [
  `Match ${Math.round(match / 10)} of 100`,
  ...coverageOf(parts, subject),
  openRequests === 0 ? 'Has no open question' : `Open questions: ${openRequests}`,
  ...cautions.map((caution) => cautionWords[caution]),
  ...conflicts.map(({ kind }) => `Conflict: ${conflictOf(kind)}`),
]

export function offerProblemText({ code }: OfferProblem): FieldText {
  switch (code) {
    case 'expert-missing':
      return fieldText('expert', 'Select an expert')
    case 'expert-in-conflict':
      return fieldText('expert', 'This expert has a conflict with the council, and is never offered its questions')
    case 'reason-missing':
      return fieldText('reason', 'Explain why you chose this expert')
    case 'offered-already':
      return fieldText('expert', 'This question is with an expert already')
  }
}

export function withdrawProblemText(problem: WithdrawProblem): FieldText {
  switch (problem.code) {
    case 'not-to-withdraw':
      return fieldText('main-content', 'This question is advised or withdrawn already')
    case 'too-long':
      return fieldText('withdraw-reason', `The reason must be ${problem.most} characters or less`)
    default:
      return fieldText('withdraw-reason', 'Explain why you withdraw the question')
  }
}

export function answerProblemText({ code }: AnswerProblem): FieldText {
  switch (code) {
    case 'answer-missing':
      return fieldText('answer', 'Select whether you take it')
    case 'reason-missing':
      return fieldText('answer-reason', 'Explain why you decline the question')
    case 'not-offered':
      return fieldText('answer', 'You have answered this already, or it was given to somebody else')
  }
}
