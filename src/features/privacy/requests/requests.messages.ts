import type { SubjectRequestKind, SubjectRequestProblem } from '../../../core/privacy/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { AnonymiseProblem } from '../anonymising/anonymise-person.ts'
import type { Keeper } from '../anonymising/anonymising.store.ts'

export const requestKindWords: Readonly<Record<SubjectRequestKind, string>> = {
  access: 'A copy of their data',
  erasure: 'To be forgotten',
}

/** Why somebody stays as they are. */
export const keeperWords: Readonly<Record<Keeper, string>> = {
  already: 'They are anonymous already',
  'on-hold': 'They, or one of their applications, are on legal hold',
  'holds-a-role': 'They hold a role: end it first',
  'round-not-over': 'They have an application in a round whose outcome has not been announced',
  'award-runs': 'They have an award that has not ended',
  asks: 'They have another request that is not closed: answer it and close it first, since their address goes',
}

/** Why somebody was not made anonymous for their request. */
export const forgetProblemText = (problem: AnonymiseProblem | { readonly code: 'answer-missing' }): FieldText =>
  problem.code === 'answer-missing'
    ? fieldText('told', 'Say what you told them and when')
    : fieldText('sure', keeperWords[problem.by])

export function requestProblemText({ code }: SubjectRequestProblem): FieldText {
  switch (code) {
    case 'kind-missing':
      return fieldText('kind', 'Select what they ask for')
    case 'email-missing':
      return fieldText('email', 'Enter the email address of the person who asks')
    case 'nobody-by-email':
      return fieldText('email', 'The service knows nobody by this address')
    case 'day-missing':
      return fieldText('received-day', 'Enter the day on which it came')
    case 'day-unreal':
      return fieldText('received-day', 'Enter a real day, such as 27 3 2026')
    case 'received-to-come':
      return fieldText('received-day', 'The day on which it came cannot be after today')
    case 'identity-missing':
      return fieldText('identity', 'Enter how you checked who they are')
    case 'too-long':
      return fieldText('identity', 'Shorten it to 1,000 characters')
  }
}
