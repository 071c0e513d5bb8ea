import { type Outcome, periodWords, type RetentionRule } from '../../../core/privacy/index.ts'
import { dayInWords, isIsoDay } from '../../../core/time/day.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { thinReason } from '../privacy.messages.ts'
import type { SwitchWords } from './pages/retention.ts'
import type { RuleCount } from './retention.store.ts'
import type { SwitchProblem, Turned } from './turn-switch.ts'

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
const goesWords: Readonly<Record<Outcome, string>> = {
  delete: 'Deleted',
  blank: 'Emptied',
  anonymise: 'Made anonymous',
  unname: 'Stays',
  keep: 'Stays',
}

/** What becomes of the rows of a rule, and when. */
export const goesText = ({ outcome, period }: Pick<RetentionRule, 'outcome' | 'period'>): string =>
  period === undefined ? goesWords[outcome] : `${goesWords[outcome]} ${periodWords(period)}`

/** What is said to whoever has just turned the switch. */
export const turnedWords: Readonly<Record<Turned, string>> = {
  asked: 'Somebody else has to confirm it.',
  withdrawn: 'The request is withdrawn. Nothing goes.',
  off: 'Retention is switched off.',
  nothing: 'Nothing has changed: it stood so already.',
}

/** A turn of the switch, as its history names it. */
export function turnWords(
  turn: 'on' | 'off',
  { confirmedByName, isWaiting }: { readonly confirmedByName: string | null; readonly isWaiting: boolean },
): string {
  if (turn === 'off') return 'Off'
  if (confirmedByName !== null) return `On, confirmed by ${confirmedByName}`
  return isWaiting ? 'On, not confirmed yet' : 'On, never confirmed'
}

/** How much is due by a rule, will be and is on hold. */
export const countsText = ({ due, soon, held }: Pick<RuleCount, 'due' | 'soon' | 'held'>): string =>
  `${due} due now, ${soon} within 90 days, ${held} on hold`

/** A few of those that are due: references, names of rounds, or the days from which they are kept. '' for none. */
export const examplesText = (examples: readonly string[]): string =>
  examples.length === 0
    ? ''
    : `For example: ${examples.map((called) => (isIsoDay(called) ? `from ${dayInWords(called)}` : called)).join(', ')}`

/** What the switch does next, in words. */
export function switchWords({ on, waits }: { readonly on: boolean; readonly waits: boolean }): SwitchWords {
  if (on) return { turn: 'off', heading: 'Switch it off', hint: 'Nothing goes from now on', button: 'Switch off' }
  if (waits)
    return {
      turn: 'off',
      heading: 'Withdraw the request',
      hint: 'Nobody can confirm it then. You can ask again',
      button: 'Withdraw the request',
    }
  return {
    turn: 'on',
    heading: 'Switch it on',
    hint: 'For example who decided it and when. Another administrator then confirms it',
    button: 'Ask for it to be switched on',
  }
}
