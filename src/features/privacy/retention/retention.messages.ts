import type { Outcome } from '../../../core/privacy/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { thinReason } from '../privacy.messages.ts'
import type { SwitchProblem } from './turn-switch.ts'

export function switchProblemText({ code }: SwitchProblem): FieldText {
  switch (code) {
    case 'reason-too-thin':
      return thinReason('reason')
    case 'confirmed-by-the-same':
      return fieldText('confirm', 'You asked for this, so somebody else must confirm it')
    case 'nothing-to-confirm':
      return fieldText('confirm', 'There is nothing to confirm')
  }
}

/** What becomes of the rows of a rule, in a word. */
export const goesWords: Readonly<Record<Outcome, string>> = {
  delete: 'Deleted',
  blank: 'Emptied',
  anonymise: 'Made anonymous',
  unname: 'Stays',
  keep: 'Stays',
}
