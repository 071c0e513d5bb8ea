import type { HoldKind, HoldProblem } from '../../../core/privacy/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { thinReason } from '../privacy.messages.ts'

/** What can be held, and how it is named. */
export const holdKindWords: Readonly<Record<HoldKind, { readonly text: string; readonly hint: string }>> = {
  person: { text: 'A person', hint: 'Their email address. Holds what is kept of them' },
  application: { text: 'An application', hint: 'Its reference. Holds it with the people who wrote it' },
  round: { text: 'A round', hint: 'As in its address, such as my-fund/first-round. Holds its applications' },
  fund: { text: 'A fund', hint: 'As in its address, such as my-fund. Holds its rounds' },
}

export function holdProblemText({ code }: HoldProblem): FieldText {
  switch (code) {
    case 'kind-missing':
      return fieldText('kind', 'Select what to hold')
    case 'which-missing':
      return fieldText('which', 'Enter which one')
    case 'not-found':
      return fieldText('which', 'Nothing has this name or reference. Check it and enter it again')
    case 'held-already':
      return fieldText('which', 'This is already on legal hold')
    case 'reason-too-thin':
      return thinReason('reason')
  }
}
