import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Words } from '../fields.messages.ts'
import { longestNotice, type NoticeProblem } from './put-up-notice.ts'

const at = (field: string, text: string, href = field): Words => ({ field, text, href: `#${href}` })

/** Whatever stops a notice. */
export function noticeProblemWords(problem: NoticeProblem): Words {
  switch (problem.code) {
    case 'notice-text-missing':
      return at('text', 'Enter what the notice says')
    case 'notice-too-long':
      return at('text', `The notice must be ${longestNotice} characters or less`)
    case 'starts-missing':
      return at('starts', 'Enter when to start showing the notice', 'starts-day')
    case 'ends-missing':
      return at('ends', 'Enter when to stop showing the notice', 'ends-day')
    case 'ends-too-early':
      return at('ends', 'It must end in the future, and after it starts', 'ends-day')
    case 'moment':
      return at(problem.end, 'Enter a real day and a time such as 5pm', `${problem.end}-day`)
    case 'spoils-deadline':
      return at('anyway', spoiltWords(problem), 'anyway')
  }
}

/** That a notice takes the last hours before a deadline. */
export const spoiltWords = ({ fund, round, deadlineAt }: Extract<NoticeProblem, { code: 'spoils-deadline' }>): string =>
  `This covers the deadline of ${fund}, ${round}, or the day before it: ${ukTimeWithZone(deadlineAt)}`
