import { problemText } from '../../../core/forms/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { ConsentProblem } from './give-consent.ts'
import type { PrepareProblem } from './prepare-answer.ts'

export function prepareProblemText(problem: PrepareProblem): FieldText {
  switch (problem.code) {
    case 'field': {
      const { field } = problem.problem
      return { field, text: problemText(problem.problem), href: `#${field}` }
    }
    case 'named':
      return fieldText('advice', `Strike out “${problem.found}”: it says who or where`)
    case 'perhaps-named':
      return fieldText('let-stand', `Strike out “${problem.found}”, or tick it if it says neither who nor where`)
    case 'published-already':
      return fieldText('title', 'This answer is published already')
  }
}

export function consentProblemText({ code }: ConsentProblem): FieldText {
  switch (code) {
    case 'consent-missing':
      return fieldText('consent', 'Select whether it may be published')
    case 'consent-given':
      return fieldText('consent', 'A colleague has answered this already')
    case 'text-changed':
      return fieldText('consent', 'The programme team changed the text while you read it. Read it as it is now')
  }
}

/** What one side has said of the text. */
export const consentWords = (consents: boolean | null): string =>
  consents === null ? 'has still to say' : consents ? 'consents' : 'does not consent'
