import { fileProblemText } from '../../../core/files/index.ts'
import type { FrozenKeyed } from '../../../core/forms/index.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import { applicationProblemText } from '../applications.messages.ts'
import { type ConfirmProblem, mostBecause } from './confirm-keyed.ts'
import type { KeyedApplication } from './keyed.store.ts'
import type { ScanProblem } from './keyed-scans.ts'
import type { PaperProblem } from './record-paper-sign-off.ts'
import type { KeyingProblem } from './start-keyed.ts'

/** Whatever stops keying in. */
export function keyingProblemText(problem: KeyingProblem): FieldText {
  switch (problem.code) {
    case 'lead-missing':
      return fieldText('lead', 'Select the authority that leads the application')
    case 'application-there':
      return fieldText(
        'lead',
        `This authority has begun application ${problem.reference} already. Ask it to go on with that, or give it more time`,
      )
    case 'channel-missing':
      return fieldText('channel', 'Select how it came')
    case 'received-missing':
      return { ...fieldText('received', 'Enter when it came'), href: '#received-day' }
    case 'received-in-future':
      return { ...fieldText('received', 'When it came must be in the past'), href: '#received-day' }
    case 'received-before-opening':
      return {
        ...fieldText('received', `The round opened at ${ukTimeWithZone(problem.opensAt)}: it cannot have come before`),
        href: '#received-day',
      }
    case 'name-missing':
      return fieldText('name', 'Enter the name of the person who sent it')
    case 'applicant-email-missing':
      return fieldText('email', 'Enter the email address of the person who sent it')
    case 'applicant-email-wrong':
      return fieldText('email', 'Enter an email address in the correct format, like name@example.gov.uk')
    case 'parts-missing':
    case 'date-not-real':
    case 'clock-not-read':
    case 'time-skipped':
      return momentText(problem, 'received', 'when it came')
    default:
      return fieldText('lead', applicationProblemText(problem))
  }
}

/** Whatever stops keeping a scan, or removing one. */
export function scanProblemText(problem: ScanProblem): string {
  if (problem.code === 'scan-not-chosen') return 'Select a file'
  if (problem.code === 'scans-fixed') return 'The application has been submitted. Its scans stay as they are'
  return fileProblemText(problem)
}

type PaperWords = { readonly [Code in PaperProblem['code']]: readonly [field: string, text: string] }

const paperWords: PaperWords = {
  'signer-missing': ['name', 'Enter the name of the person who signed'],
  'capacity-missing': ['jobTitle', 'Enter their job title'],
  'signed-on-missing': ['signed-day', 'Enter the day on which they signed'],
  'signed-on-wrong': ['signed-day', 'The day on which they signed must be a real date'],
  'signed-on-ahead': ['signed-day', 'The day on which they signed must be today or in the past'],
  'no-scan': ['main-content', 'Attach the scan first: it is what shows the signature'],
  'paper-fixed': ['main-content', 'The application has been submitted. Its sign-offs stay as they are'],
  'none-recorded': ['main-content', 'Nothing is recorded of a signature on paper'],
  'signed-here': ['main-content', ''],
}

/** Whatever stops recording a signature on paper. */
export function paperProblemText(problem: PaperProblem): FieldText {
  const [field, text] = paperWords[problem.code]
  return fieldText(field, problem.code === 'signed-here' ? `${problem.name} has signed here already` : text)
}

/** In a table, beside when it came. */
export const keyedFromWords = { email: 'Keyed in from an email', paper: 'Keyed in from paper' } as const

/** What an application that is keyed in says of itself. */
export const keyedInWords = {
  email: 'The programme team keys this application in from an email.',
  paper: 'The programme team keys this application in from paper.',
} as const

/** Where an application came from, for everybody who sees it. @example `By Pam for the programme team, from what came on paper, sent by Alma` */
export const keyedWords = ({ channel, keyedBy, sentBy }: Pick<FrozenKeyed, 'channel' | 'keyedBy' | 'sentBy'>): string =>
  `By ${keyedBy} for the programme team, from what came ${channelWords[channel]}, sent by ${sentBy}`

/** What the applicant is asked, or has answered. */
export function confirmHeading({
  confirmedAt,
  disownedAt,
}: Pick<KeyedApplication, 'confirmedAt' | 'disownedAt'>): string {
  if (confirmedAt !== null) return 'This application is confirmed'
  return disownedAt === null ? 'Is this application yours?' : 'You said that this application is not yours'
}

/** Whatever stops the applicant's answer, at its field. */
export function confirmProblemText({ code }: ConfirmProblem): FieldText {
  switch (code) {
    case 'not-answered':
      return fieldText('theirs', 'Select whether this application is yours')
    case 'answered-already':
      return fieldText('theirs', 'This has been answered already')
    case 'not-said-what':
      return fieldText('because', 'Enter what is not as you wrote it, or that you sent nothing')
    case 'said-too-much':
      return fieldText('because', `What is not as you wrote it must be ${mostBecause} characters or less`)
  }
}

export const channelWords = { email: 'by email', paper: 'on paper' } as const

/** Whether the applicant has said that it is theirs. */
export function confirmedWords({ confirmedAt, disownedAt, disownedBecause, toldAt }: KeyedApplication): string {
  if (confirmedAt !== null) return `Confirmed by the applicant at ${ukTimeWithZone(confirmedAt)}`
  if (disownedAt !== null) {
    const said = `The applicant said at ${ukTimeWithZone(disownedAt)} that it is not theirs`
    return disownedBecause === '' ? said : `${said}: “${disownedBecause}”`
  }
  return toldAt === null
    ? 'Being keyed in'
    : `Not confirmed by the applicant, who was asked at ${ukTimeWithZone(toldAt)}`
}
