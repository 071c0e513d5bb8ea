import { plainList } from '../../../core/text/plain-list.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { TellFundersProblem } from './tell-funders.ts'
import type { TellingWait } from './telling-waits.ts'

/** What telling waits for, in a sentence. */
export function waitText(wait: TellingWait): string {
  switch (wait.code) {
    case 'embargo':
      return `Its time: not before ${ukTimeWithZone(wait.until)}.`
    case 'approval':
      return `Approval of the awards by ${plainList(wait.funders)}.`
    case 'funders-untold':
      return `Funders are told first, and ${plainList(wait.funders)} ${wait.funders.length === 1 ? 'is' : 'are'} not told yet.`
    case 'funders-silent':
      return `Funders are told first, and nobody speaks for ${plainList(wait.funders)}. Give somebody the role, then tell them.`
  }
}

export const tellFundersText: Readonly<Record<TellFundersProblem['code'], string>> = {
  'not-decided': 'Funders are told once the decision is recorded',
  'told-everybody': 'Everybody is told',
  'nobody-left': 'Everybody who speaks for a funder is told already',
  'nobody-named': 'There is nobody to tell: nobody is named who speaks for a funder of this round',
}
