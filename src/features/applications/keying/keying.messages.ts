import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { applicationProblemText } from '../applications.messages.ts'
import { type FieldText, momentText } from '../extending/extending.messages.ts'
import type { ConfirmProblem } from './confirm-keyed.ts'
import type { KeyedApplication } from './keyed.store.ts'
import type { KeyingProblem } from './start-keyed.ts'

const at = (field: string, text: string): FieldText => ({ field, text, href: `#${field}` })

/** Whatever stops keying in. */
export function keyingProblemText(problem: KeyingProblem): FieldText {
  switch (problem.code) {
    case 'lead-missing':
      return at('lead', 'Select the authority that leads the application')
    case 'application-there':
      return at(
        'lead',
        `This authority has begun application ${problem.reference} already. Ask it to go on with that, or give it more time`,
      )
    case 'channel-missing':
      return at('channel', 'Select how it came')
    case 'received-missing':
      return { ...at('received', 'Enter when it came'), href: '#received-day' }
    case 'received-in-future':
      return { ...at('received', 'When it came must be in the past'), href: '#received-day' }
    case 'received-before-opening':
      return {
        ...at('received', `The round opened at ${ukTimeWithZone(problem.opensAt)}: it cannot have come before`),
        href: '#received-day',
      }
    case 'name-missing':
      return at('name', 'Enter the name of whoever sent it')
    case 'applicant-email-wrong':
      return at('email', 'Enter an email address in the correct format, like name@example.gov.uk')
    case 'parts-missing':
    case 'date-not-real':
    case 'clock-not-read':
    case 'time-skipped':
      return momentText(problem, 'received', 'when it came')
    default:
      return at('lead', applicationProblemText(problem))
  }
}

/** Whatever stops the applicant's answer. */
export const confirmProblemText = ({ code }: ConfirmProblem): string =>
  code === 'not-answered' ? 'Select whether this application is yours' : 'This has been answered already'

export const channelWords = { email: 'by email', paper: 'on paper' } as const

/** Whether the applicant has said that it is theirs. */
export function confirmedWords({ confirmedAt, disownedAt, toldAt }: KeyedApplication): string {
  if (confirmedAt !== null) return `Confirmed by the applicant at ${ukTimeWithZone(confirmedAt)}`
  if (disownedAt !== null) return `The applicant said at ${ukTimeWithZone(disownedAt)} that it is not theirs`
  return toldAt === null
    ? 'Being keyed in'
    : `Not confirmed by the applicant, who was asked at ${ukTimeWithZone(toldAt)}`
}
