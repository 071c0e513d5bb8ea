import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { fieldProblemText } from '../support.messages.ts'
import type { LotProblem } from './add-lot.ts'
import type { SaveProblem } from './save-supplier.ts'
import type { PersonProblem } from './set-people.ts'

export function supplierProblemText(problem: SaveProblem): FieldText {
  return problem.code === 'supplier-there'
    ? fieldText('name', 'There is already a supplier with this name. Change that one instead')
    : fieldProblemText(problem)
}

export function lotProblemText(problem: LotProblem): FieldText {
  return problem.code === 'lot-there'
    ? fieldText('lot-name', 'There is already a lot with this name. Enter a different name')
    : fieldProblemText(problem)
}

export const personProblemText = ({ code }: PersonProblem): FieldText =>
  fieldText(
    'email',
    code === 'email-missing'
      ? 'Enter an email address'
      : 'Enter an email address in the correct format, like name@example.com',
  )
