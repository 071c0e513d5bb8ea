import type { PurseProblem, ReserveStand, SignerRole, TermsProblem } from '../../../core/awards/index.ts'
import { moneyWords } from '../../../core/forms/number-words.ts'
import type { AwardType } from '../../../core/rounds/fund.ts'
import type { ReadStatement } from '../../../core/sign-offs/index.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import type { AwardState } from './awards.store.ts'

export const pounds = (amount: number): string => `£${new Intl.NumberFormat('en-GB').format(amount)}`

export const stateTag = {
  offered: { text: 'Offered', colour: 'light-blue' },
  accepted: { text: 'Accepted', colour: 'green' },
  declined: { text: 'Declined', colour: 'red' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
} as const satisfies Record<AwardState, { readonly text: string; readonly colour: string }>

export const typeText = {
  'support-in-kind': 'Support in kind: the fund buys the work for the council, and no money is paid to it',
  grant: 'A grant that is paid to the council',
} as const satisfies Record<AwardType, string>

export const signerNames = {
  'senior-officer': 'Senior officer',
  'section-151': 'Section 151 officer',
} as const satisfies Record<SignerRole, string>

/** What a signer agrees to. */
export const statementOf = (role: SignerRole, council: string, number: number): string =>
  role === 'section-151'
    ? `As the section 151 officer of ${council} I accept version ${number} of this agreement. The council can meet what it undertakes.`
    : `On behalf of ${council} I accept version ${number} of this agreement and all of its conditions.`

/** The same as a page shows it, in its language. */
export const shownStatement = (...of: Parameters<typeof statementOf>): ReadStatement => ({
  language: 'en-GB',
  statement: statementOf(...of),
})

export type SigningProblem =
  | { readonly code: 'award-not-open' | 'changed-while-reading' | 'signed-already' | 'one-person-twice' | 'not-agreed' }
  | { readonly code: 'name-missing' | 'job-title-missing' | 'email-wrong' | 'reason-missing' | 'role-missing' }
  | { readonly code: 'terms-reason-missing' }
  | { readonly code: 'too-late-to-decline'; readonly until: IsoDay }
  | { readonly code: 'below-ordered'; readonly orderedPence: number }
  | { readonly code: 'address-not-known'; readonly email: string }

export function signingText(problem: SigningProblem): string {
  switch (problem.code) {
    case 'award-not-open':
      return 'This has already been done, or the award has changed. Check the award'
    case 'changed-while-reading':
      return 'The agreement was changed while you read it. Read it again before you sign'
    case 'signed-already':
      return 'This is signed already. Name somebody else only for an agreement that nobody has signed for them'
    case 'one-person-twice':
      return 'The senior officer and the section 151 officer must be two people'
    case 'not-agreed':
      return 'Select the statement to agree to it'
    case 'name-missing':
      return 'Enter a full name'
    case 'job-title-missing':
      return 'Enter a job title'
    case 'email-wrong':
      return 'Enter an email address, like name@council.gov.uk'
    case 'reason-missing':
    case 'terms-reason-missing':
      return 'Enter the reason'
    case 'below-ordered':
      return `${orderedText(problem)}, which is more than this version has. Ask the programme team to reduce the orders or to offer another version`
    case 'too-late-to-decline':
      return `The change could be declined until ${dayInWords(problem.until)}. What was agreed stays in force until both have signed: write to the programme team`
    case 'role-missing':
      return 'Select who signs'
    case 'address-not-known':
      return `We do not know that ${problem.email} is of the council. Ask to act for the council under “Your organisations” first`
  }
}

const signingFields: Partial<Record<SigningProblem['code'], string>> = {
  'name-missing': 'name',
  'job-title-missing': 'job-title',
  'email-wrong': 'email',
  'reason-missing': 'reason',
  'terms-reason-missing': 'terms-reason',
  'role-missing': 'role',
  'not-agreed': 'agreed',
}

export const signingField = ({ code }: SigningProblem): string => signingFields[code] ?? 'main-content'

export type AwardProblem =
  | TermsProblem
  | OfferProblem
  | { readonly code: 'award-ended' | 'reason-thin-to-end' }
  | { readonly code: 'below-ordered' | 'ordered-already'; readonly orderedPence: number }
export type OfferProblem =
  | PurseProblem
  | { readonly code: 'pounds-not-whole' | 'not-next' | 'not-told' | 'reserve-over' }

const orderedText = ({ orderedPence }: { readonly orderedPence: number }): string =>
  `${moneyWords(orderedPence / 100)} is ordered or claimed for this award already`

export function awardProblemText(problem: AwardProblem): string {
  switch (problem.code) {
    case 'no-place':
      return 'Every place of the fund is taken by an award that is offered or accepted'
    case 'over-cap':
      return `One award is worth ${pounds(problem.capPounds)} at most`
    case 'over-budget':
      return `The other awards leave ${pounds(Math.max(0, problem.leftPounds))} of the budget`
    case 'title-missing':
      return 'Enter a title'
    case 'pounds-not-whole':
      return 'Enter a sum in whole pounds, like 75000'
    case 'starts-not-real':
      return 'Enter a real day on which it starts'
    case 'ends-not-real':
      return 'Enter a real day on which it ends'
    case 'ends-before-start':
      return 'It must end after it starts'
    case 'due-not-real':
      return `Enter a real day for further condition ${problem.index + 1}`
    case 'condition-missing':
      return `Enter what further condition ${problem.index + 1} is, or clear its day`
    case 'reason-too-thin':
      return `Say why it is changed in at least ${problem.least} words`
    case 'reason-thin-to-end':
      return 'Say why it is withdrawn, in at least 8 words'
    case 'nothing-changed':
      return 'Change something, or leave the page'
    case 'below-ordered':
      return `${orderedText(problem)}. Enter as much or more, or have the orders reduced first`
    case 'ordered-already':
      return `${orderedText(problem)}, so it cannot be withdrawn. Withdraw the orders first, or lower the award to what was ordered`
    case 'award-ended':
      return 'This award has ended, or somebody changed it while you read the page. Look at it again'
    case 'not-next':
      return 'Somebody else is next on the reserve list now. Look at it again'
    case 'not-told':
      return 'Awards are offered once everybody is told'
    case 'reserve-over':
      return 'The reserve list has expired'
  }
}

const awardFields: Partial<Record<AwardProblem['code'], string>> = {
  'title-missing': 'title',
  'pounds-not-whole': 'pounds',
  'over-cap': 'pounds',
  'over-budget': 'pounds',
  'below-ordered': 'pounds',
  'starts-not-real': 'starts-day',
  'ends-not-real': 'ends-day',
  'ends-before-start': 'ends-day',
  'reason-too-thin': 'reason',
  'reason-thin-to-end': 'ending',
  'ordered-already': 'ending',
}

export const awardField = (problem: AwardProblem): string =>
  'index' in problem
    ? `condition-${problem.index}${problem.code === 'due-not-real' ? '-due-day' : ''}`
    : (awardFields[problem.code] ?? 'main-content')

export function reserveText(stand: ReserveStand): string {
  switch (stand.code) {
    case 'nobody':
      return 'Nobody is left on the reserve list.'
    case 'expired':
      return `The reserve list expired on ${dayInWords(stand.expiresOn)}.`
    case 'next': {
      const until = stand.expiresOn === null ? '' : ` The list counts until ${dayInWords(stand.expiresOn)}.`
      return `${stand.next.lead} (${stand.next.reference}) is next.${until}`
    }
  }
}
