import type { Role } from '../../core/permissions/index.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { CodeProblem, LinkProblem } from './complete-sign-in.ts'
import type { MemberProblem } from './decide-membership.ts'
import type { EndRoleProblem } from './give-role.ts'
import type { GivenRoleProblem } from './give-role-by-email.ts'
import type { JoinProblem } from './join-organisation.ts'
import type { SecondStepProblem } from './pass-second-step.ts'
import type { SignInProblem } from './request-sign-in.ts'
import type { DetailsProblem } from './save-details.ts'
import { mostWrongCodes, requestMinutes } from './sign-in-requests.store.ts'

/** What is wrong, in words, and the id of the field that can put it right. */
export type ErrorText = { readonly text: string; readonly href: string }

/** Everything that a person of this area may be told is wrong. */
export type AccountsProblem =
  | SignInProblem
  | CodeProblem
  | SecondStepProblem
  | DetailsProblem
  | JoinProblem
  | MemberProblem
  | GivenRoleProblem
  | EndRoleProblem

type ProblemOf<Code> = Extract<AccountsProblem, { code: Code }>

type Wording = { [Code in AccountsProblem['code']]: (problem: ProblemOf<Code>) => ErrorText }

const minutesText = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

const at = (href: string, text: string): ErrorText => ({ href, text })

const wording: Wording = {
  'email-missing': () => at('#email', 'Enter an email address'),
  'email-malformed': () => at('#email', 'Enter an email address in the correct format, like name@example.gov.uk'),
  'too-many-sign-ins': ({ minutes }) =>
    at(
      '#email',
      `We have sent several emails to this address. Use the newest one, or try again in ${minutesText(minutes)}`,
    ),
  'too-many-from-here': () =>
    at('#email', 'Too many people are signing in from your network. Wait 15 minutes, then try again'),
  'too-many-wrong-codes': ({ againAt }) =>
    at(
      '#email',
      `Too many wrong codes were entered for this address. You can sign in with it again after ${ukTimeWithZone(againAt)}`,
    ),
  'codes-off': ({ againAt, linkWorks }) =>
    at(
      '#code',
      `Too many wrong codes were entered for this address. ${linkWorks ? 'Use the link in the email. Codes' : 'Codes'} work again after ${ukTimeWithZone(againAt)}`,
    ),
  'code-missing': () => at('#code', 'Enter the 6-digit code'),
  'code-malformed': () => at('#code', 'The code must be 6 digits, like 123456'),
  'code-wrong': () => at('#code', 'The code is not correct. Check it against the newest email we sent you'),
  'code-spent': () =>
    at('#code', `A wrong code was entered ${mostWrongCodes} times. Use the link in the email, or ask for a new one`),
  'code-not-asked-for': () =>
    at('#code', `The code has been used, or is more than ${requestMinutes} minutes old. Ask for a new one`),
  'authenticator-code-wrong': () =>
    at('#code', 'The code is not correct, or has been used. Wait for your app to show the next one, then enter it'),
  'authenticator-locked': () =>
    at(
      '#code',
      'Too many wrong codes were entered today. Try again tomorrow, or ask an administrator to reset your app',
    ),
  'set-up-out-of-date': () => at('#code', 'This page was out of date, so nothing was set up. Use the new secret below'),
  'name-missing': () => at('#name', 'Enter your name'),
  'detail-too-long': ({ field, most }) => at(`#${field}`, `${fieldNames[field]} must be ${most} characters or less`),
  'language-unknown': () => at('#language', 'Select a language from the list'),
  'phone-malformed': () => at('#phone', 'Enter a phone number, like 01632 960 001 or +44 808 157 0192'),
  'organisation-unknown': () => at('#query', 'Choose an organisation from the list'),
  'organisation-ended': ({ name }) => at('#query', `${name} has ended. Choose the organisation that took over from it`),
  'member-already': ({ name }) => at('#query', `You already work for ${name}`),
  'requested-already': ({ name }) => at('#query', `You have already asked to join ${name}`),
  'not-a-member': () => at('#people', 'This person is no longer waiting, or no longer works here'),
  'own-request': () => at('#people', 'Somebody else must confirm you'),
  'role-missing': () => at('#role', 'Choose a role'),
  'role-held-already': () => at('#email', 'This person has this role already'),
  'own-role': () => at('#email', 'You cannot give yourself a role. Ask somebody else who gives roles on this fund'),
  'roles-apart': ({ role, held }) =>
    at(
      '#email',
      `This person ${isOnFund[held]}, so they cannot also be ${roleInSentence[role]}. Nobody approves, decides or audits what they run themselves`,
    ),
  'role-not-yours': ({ role }) =>
    at(
      '#role',
      role === 'funder'
        ? 'A funder’s representative is named by an administrator or by another representative of that funder'
        : 'Only the programme team or an administrator gives this role',
    ),
  'funder-missing': () => at('#funder', 'Choose the funder that this person speaks for'),
  'last-holder': ({ role }) =>
    at(
      '#people',
      role === 'administrator'
        ? 'The service must have an administrator. Make somebody else one first'
        : 'The fund must have somebody on its programme team. Add somebody else first',
    ),
  'role-not-held': () => at('#people', 'This role has ended already'),
}

const fieldNames: Record<Extract<DetailsProblem, { code: 'detail-too-long' }>['field'], string> = {
  name: 'Your name',
  jobTitle: 'Your job title',
  phone: 'Your phone number',
}

const isOnFund: Record<Role, string> = {
  administrator: 'is an administrator',
  'programme-team': 'is on the programme team of this fund',
  funder: 'is a funder’s representative on this fund',
  assessor: 'is an assessor of this fund',
  'panel-member': 'is on the interview panel of this fund',
  'decision-maker': 'is a decision maker of this fund',
  auditor: 'is an auditor of this fund',
}

const roleInSentence: Record<Role, string> = {
  administrator: 'an administrator',
  'programme-team': 'on its programme team',
  funder: 'a funder’s representative',
  assessor: 'an assessor',
  'panel-member': 'on its interview panel',
  'decision-maker': 'a decision maker',
  auditor: 'an auditor',
}

/** The words of these problems, in their order. */
export const errorTexts = (problems: readonly AccountsProblem[]): readonly ErrorText[] =>
  problems.map((problem) => (wording[problem.code] as (problem: AccountsProblem) => ErrorText)(problem))

/** What became of a link, for the page that says so. */
export const linkWording: Record<LinkProblem['code'], { readonly title: string; readonly text: string }> = {
  'link-used': {
    title: 'This link has been used',
    text: 'A sign-in link works once. If you used it in another browser or tab, you are signed in there.',
  },
  'link-expired': {
    title: 'This link has expired',
    text: `A sign-in link works for ${requestMinutes} minutes.`,
  },
  'link-unknown': {
    title: 'This link does not work',
    text: 'If you copied it from an email, check that you copied all of it.',
  },
}
