import type { AuthorityKind } from '../../core/authorities/authority.ts'
import { kindPlural, kindWords } from '../../core/authorities/kind-words.ts'
import type { AskedAt } from '../../core/eligibility/index.ts'
import {
  type FrozenApplication,
  type FrozenEligibility,
  numberWords,
  type Problem,
  problemText,
} from '../../core/forms/index.ts'
import type { LeadSlots } from '../../core/rounds/index.ts'
import { illustrativeWords } from '../../core/text/illustrative-words.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { dayInWords, type IsoDay } from '../../core/time/day.ts'
import { ukTime, ukTimeWithZone } from '../../core/time/uk-time.ts'
import { type MissingSignOff, missingWords, type OwnSignOff, ownWords } from './sign-off/sign-offs.messages.ts'

export { illustrativeWords } from '../../core/text/illustrative-words.ts'

export { possessive } from '../../core/text/possessive.ts'

/** Why an application cannot be started. */
export type StartProblem =
  | { readonly code: 'lead-not-chosen' }
  | { readonly code: 'round-not-open'; readonly opensAt: Date | null }
  | {
      readonly code: 'round-closed'
      readonly deadlineAt: Date
      readonly receivedAt: Date
      /** By what reference what would have been submitted is kept, when somebody tried. */
      readonly kept?: string
      /** How many attempts of the application are kept, when this one came after them and is not. */
      readonly mostKept?: number
    }
  | { readonly code: 'round-cancelled'; readonly cancelledAt: Date }
  | { readonly code: 'round-has-no-form' }
  | LeadProblem
  | { readonly code: 'draft-there-already'; readonly reference: string; readonly lead: string }

/** Why a body may not lead. `kinds` are those that the round lets lead. */
export type LeadProblem =
  | {
      readonly code: 'lead-kind-not-eligible'
      readonly lead: string
      readonly kind: string
      readonly kinds: readonly AuthorityKind[]
    }
  | { readonly code: 'lead-ended'; readonly lead: string; readonly lastDayOn: IsoDay }
  | { readonly code: 'lead-not-formed'; readonly lead: string; readonly formedOn: IsoDay | null }
  | { readonly code: 'lead-illustrative'; readonly lead: string }

/** What would be submitted and is not what was shown before. `by` is undefined when nobody saved it anew. */
export type ChangeProblem =
  | {
      readonly code: 'answer-changed'
      readonly question: string
      readonly label: string
      readonly page: string
      readonly by: { readonly name: string; readonly at: Date } | undefined
    }
  | { readonly code: 'facts-changed'; readonly what: keyof typeof factWords }
  | { readonly code: 'check-again' }

/** What stops a submission; `answer` is a problem of the form. */
export type SubmissionProblem =
  | Extract<StartProblem, { readonly code: 'round-not-open' | 'round-closed' | 'round-cancelled' }>
  | LeadProblem
  | ChangeProblem
  | { readonly code: 'answer'; readonly problem: Problem; readonly page: string }
  | { readonly code: 'declaration-not-made' }
  | { readonly code: 'too-few-partners'; readonly least: number; readonly accepted: number }
  | MissingSignOff
  | OwnSignOff
  | {
      readonly code: 'another-submitted'
      readonly reference: string
      readonly submittedAt: Date | null
      readonly by: string
      /** How many of this category one body may lead; the category has no name where all count alike. */
      readonly most: number
      readonly category: string
    }
  | { readonly code: 'category-closed'; readonly category: string }
  | {
      readonly code: 'not-eligible'
      readonly clause: string
      readonly text: string
      /** The question by whose answer it is so; undefined when the rule reads none. */
      readonly asked: AskedAt | undefined
    }
  | { readonly code: 'screening-missing' }
  /** Of what was keyed in: nothing shows what came. */
  | { readonly code: 'scan-missing' }
  | { readonly code: 'scan-unusable'; readonly file: string }
  /** Of what was keyed in: the applicant or a partner wrote it after the deadline. */
  | {
      readonly code: 'changed-late'
      readonly page: string
      readonly question: string
      readonly label: string
      readonly by: string
      readonly at: Date
    }

export type WithdrawalProblem =
  | { readonly code: 'not-submitted' }
  | { readonly code: 'withdrawal-too-late'; readonly deadlineAt: Date }

export type PartnerProblem =
  | { readonly code: 'partner-not-found' }
  | { readonly code: 'partner-is-lead'; readonly name: string }
  | { readonly code: 'partner-there-already'; readonly name: string }
  | { readonly code: 'partner-asked-too-often'; readonly name: string; readonly times: number }
  | { readonly code: 'partner-not-waiting' }
  | { readonly code: 'partners-fixed' }
  | { readonly code: 'test-asks-nobody' }
  | {
      readonly code: 'partner-slots-used'
      readonly name: string
      readonly most: number
      /** The applications in which it is a partner already. */
      readonly references: readonly string[]
    }
  | { readonly code: 'part-not-chosen' }

export type ApplicationProblem = StartProblem | SubmissionProblem | WithdrawalProblem | PartnerProblem

type ProblemOf<Code> = Extract<ApplicationProblem, { readonly code: Code }>
type Words = { readonly [Code in ApplicationProblem['code']]: (problem: ProblemOf<Code>) => string }

const factWords = {
  '@lead': 'The organisation that leads or stands in its place has changed',
  '@partners': 'The partners have changed',
  '@round': 'The name of the fund or the round has changed',
  '@form': 'The form has changed',
  '@declaration': 'The declaration has changed',
  '@eligibility': 'What the rules say of who can apply has changed',
} as const

/** What people read. A new problem code does not compile until it has words here. */
const words: Words = {
  'lead-not-chosen': () => 'Select the organisation that will lead the application',
  'round-not-open': ({ opensAt }) =>
    opensAt === null ? 'This round is not open for applications' : `This round opens at ${ukTimeWithZone(opensAt)}`,
  'round-closed': ({ deadlineAt, receivedAt, kept, mostKept }) =>
    `The deadline was ${ukTimeWithZone(deadlineAt)}. Your request reached us ${receivedAt.getTime() - deadlineAt.getTime() < 1000 ? 'less than a second after it' : `at ${ukTimeWithZone(receivedAt, { seconds: true })}`}, so it was not accepted. ${mostKept === undefined ? '' : `What you tried to send was not added to the ${mostKept} attempts that are kept, which are the most there can be. `}What you ${kept === undefined ? 'wrote is kept and you can still read it' : `tried to send is kept as ${kept}`}`,
  'round-cancelled': ({ cancelledAt }) =>
    `This round was cancelled at ${ukTimeWithZone(cancelledAt)}, so nothing can be submitted to it. What you wrote is kept and you can still read it`,
  'round-has-no-form': () => 'The form for this round is not ready yet',
  'lead-kind-not-eligible': ({ lead, kind, kinds }) =>
    `${lead} cannot lead an application, because the rules of this round let only ${plainList(kinds.map(kindPlural))} lead and it is ${kindWords(kind)}. It can be a partner`,
  'lead-ended': ({ lead, lastDayOn }) =>
    `${lead} cannot lead an application, because it ceased to exist after ${dayInWords(lastDayOn)}`,
  'lead-not-formed': ({ lead, formedOn }) =>
    `${lead} cannot lead an application yet${formedOn === null ? '' : `, because it will be formed on ${dayInWords(formedOn)}`}`,
  'lead-illustrative': ({ lead }) => `${lead} is made up and cannot apply to a real round`,
  'draft-there-already': ({ reference, lead }) =>
    `${lead} already has an application, ${reference}. Continue with it, or choose to start another`,
  answer: ({ problem }) => problemText(problem),
  'answer-changed': ({ label, by }) =>
    by === undefined
      ? `“${label}” is not as you were shown it. Read it again before you submit`
      : `“${label}” was saved by ${by.name} at ${ukTime(by.at)}, after you were shown it. Read it again before you submit`,
  'facts-changed': ({ what }) => `${factWords[what]} since you were shown this page. Read it again before you submit`,
  'check-again': () => 'This is not what you were shown. Read it again before you submit',
  'declaration-not-made': () => 'Confirm the declaration',
  'too-few-partners': ({ least, accepted }) =>
    `This round asks for ${least === 1 ? 'a partner that has' : `${least} partners that have`} accepted, and ${accepted === 0 ? 'none has' : accepted === 1 ? 'one has' : `${accepted} have`}`,
  'sign-off-missing': missingWords,
  'signed-by-submitter': ownWords,
  'another-submitted': ({ reference, submittedAt, by, most, category }) =>
    `Your authority has already submitted ${most === 1 ? '' : `${numberWords(most)} applications${category === '' ? '' : ` of the kind “${category}”`}, the last of them `}application ${reference}${submittedAt === null ? '' : ` at ${ukTimeWithZone(submittedAt, { seconds: true })}`}${by === '' ? '' : `, sent by ${by}`}. Each authority can lead ${most === 1 ? 'one' : numberWords(most)}${category === '' ? '' : ` of the kind “${category}”`}. To send this one, withdraw ${most === 1 ? 'the other' : 'one of the others'} first`,
  'category-closed': ({ category }) => `This round takes no applications of the kind “${category}”`,
  'not-eligible': ({ clause, text }) =>
    `Not eligible: ${text.replace(/[.!?]$/, '')} (${clause}). The rules of this round let no application be submitted that fails one of them`,
  'screening-missing': () => 'Answer the questions about whether you can apply',
  'scan-missing': () => 'Attach a scan or a copy of what came',
  'scan-unusable': ({ file }) => `Remove the scan “${file}”, which nobody can open, and attach another`,
  'changed-late': ({ label, by, at }) =>
    `“${label}” was written by ${by} at ${ukTime(at)}, after the deadline, so it does not count as in time. Put back what was keyed in, or key in what came`,
  'not-submitted': () => 'This application is not submitted, so there is nothing to withdraw',
  'withdrawal-too-late': ({ deadlineAt }) =>
    `The deadline was ${ukTimeWithZone(deadlineAt)}. Ask the programme team to withdraw the application`,
  'partner-not-found': () => 'Select an organisation from the list',
  'partner-is-lead': ({ name }) => `${name} leads this application, so it cannot be a partner in it`,
  'partner-there-already': ({ name }) => `${name} has already been asked`,
  'partner-asked-too-often': ({ name, times }) =>
    `${name} has been asked ${times} times today. You can ask it again tomorrow`,
  'partner-not-waiting': () => 'Your organisation is not being asked to be a partner in this application',
  'partner-slots-used': ({ name, most, references }) =>
    `${name} is a partner in ${plainList(references)} already, and an organisation can be a partner in ${most === 1 ? 'one application' : `${most} applications`} in this round. To accept, leave ${references.length === 1 ? 'that one' : 'one of those'} first`,
  'part-not-chosen': () => 'Select what the partner writes, and at least one page if it writes some',
  'test-asks-nobody': () => 'This is a test application: it asks no partners, since they would get an email',
  'partners-fixed': () => 'The application has been submitted. Withdraw it to change its partners',
}

/** The words for a problem. */
export const applicationProblemText = (problem: ApplicationProblem): string =>
  (words[problem.code] as (problem: ApplicationProblem) => string)(problem)

/** What whoever submits agrees to, when the form has no declaration of its own. */
export function declarationWords(
  lead: { readonly id: string; readonly name: string },
  standIn: { readonly id: string; readonly name: string },
): string {
  const whom = standIn.id === lead.id ? lead.name : `${standIn.name}, which stands in the place of ${lead.name}`
  return `I am authorised to submit this application for ${whom}, and to the best of my knowledge the answers are true and complete`
}

/** Why nothing can be submitted at this time, to somebody who looks and has not tried. */
export const closedWords = (
  problem: Extract<StartProblem, { code: 'round-not-open' | 'round-closed' | 'round-cancelled' }>,
): string =>
  problem.code === 'round-closed'
    ? `This round closed at ${ukTimeWithZone(problem.deadlineAt)}, so this application can no longer be submitted. What was written is kept, and you can still read it.`
    : `${applicationProblemText(problem)}.`

/** The authority of an application, and who submitted in its place if it was no more. */
export const leadWords = ({ lead, standIn }: Pick<FrozenApplication, 'lead' | 'standIn'>): string =>
  standIn === null ? lead.name : `${lead.name} (submitted in its place by ${standIn.name})`

/** What the rules of a form said of the answers. */
export const outcomeWords = {
  pass: 'Passes the eligibility rules',
  'pass-with-caveats': 'Passes with points to note',
  fail: 'Does not pass the eligibility rules',
  none: 'No rules to check',
} as const

/** How many applications one body can lead. @example leadSlotsWords(leadSlotsFor(1)) // => 'An organisation can lead one submitted application in a round' */
export function leadSlotsWords({ question, categories }: LeadSlots): string {
  const count = (most: number): string => (most === 1 ? 'one' : numberWords(most))
  if (question === null) {
    const most = categories[0]?.most ?? 1
    return `An organisation can lead ${count(most)} submitted ${most === 1 ? 'application' : 'applications'} in a round`
  }
  const kinds = categories
    .filter(({ most }) => most > 0)
    .map(({ name, most }) => `${count(most)} of the kind “${name}”`)
  return `An organisation can lead these submitted applications in a round: ${plainList(kinds)}`
}

/** What the rules said of a submission: the outcome, then each rule that applied with its clause. */
export const eligibilityLines = ({ outcome, rules }: FrozenEligibility): readonly string[] => [
  outcomeWords[outcome],
  ...rules.map(({ text, clause }) => `${text} (${clause})`),
]

/** What a test application says of itself wherever it is shown. */
export const testWords = 'This is a test application. It never counts, and nobody was told of it.'

/** What a document of an application says of itself on every page: a test, or made up; '' of any other. */
export const documentLabel = (application: {
  readonly mode: 'live' | 'test'
  readonly illustrative: boolean
}): string => (application.mode === 'test' ? `TEST. ${testWords}` : application.illustrative ? illustrativeWords : '')
