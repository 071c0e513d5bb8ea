import type { Outcome } from '../../../core/privacy/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { thinReason } from '../privacy.messages.ts'
import type { SwitchProblem } from './turn-switch.ts'

export function switchProblemText({ code }: SwitchProblem): FieldText {
  switch (code) {
    case 'reason-too-thin':
      return thinReason('reason')
    case 'confirmed-by-the-same':
      return fieldText('confirm', 'Somebody else has to confirm it: you asked for it')
    case 'nothing-to-confirm':
      return fieldText('confirm', 'Nothing waits to be confirmed')
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
