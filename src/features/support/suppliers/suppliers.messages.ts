import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { fieldProblemText } from '../support.messages.ts'
import { supplierHomePath } from '../support.paths.ts'
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

/** The message to somebody who now works for a supplier. */
export const supplierInvitation = (supplier: string, fund: string, origin: string) => ({
  kind: 'support.supplier-invited' as const,
  subject: `You work for ${supplier}: ${fund}`,
  body: `The programme team of ${fund} has named you as one of the people of ${supplier}.

Open this page and sign in with the address that this message was sent to. It shows your lots, your orders and what is to be delivered. For each award, say whether ${supplier} has an interest in the service: nothing can be ordered before.
${origin}${supplierHomePath}

If you do not expect this, you need do nothing.`,
})
