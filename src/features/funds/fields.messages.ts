import type { FieldProblem } from '../../core/rounds/field-problem.ts'
import type { FunderField, FundField } from '../../core/rounds/read-fund.ts'
import type { RoundField } from '../../core/rounds/read-round.ts'
import type { RoundDay, RoundInstant } from '../../core/rounds/read-timetable.ts'
import { capital } from '../../core/text/capital.ts'

/** What people read when something will not do. `href` leads to its field. */
export type Words = { readonly text: string; readonly href?: string; readonly field?: string }

/** The words of a field: its label, what to say it is in a sentence ("Enter …"), and a hint. */
export type FieldWords = { readonly label: string; readonly noun: string; readonly hint?: string }

export const fundFields: Record<FundField | 'reason', FieldWords> = {
  name: { label: 'Name of the fund', noun: 'the name of the fund' },
  slug: {
    label: 'Address of the fund',
    noun: 'the address of the fund',
    hint: 'The last part of its web address: small letters, digits and hyphens. It cannot be changed later.',
  },
  summary: {
    label: 'Summary',
    noun: 'a summary',
    hint: 'What the fund is for, in a few sentences that anyone can follow',
  },
  awardType: { label: 'What does a council get?', noun: 'what a council gets' },
  budgetPounds: { label: 'Budget', noun: 'the budget', hint: 'The whole fund, in whole pounds' },
  places: {
    label: 'Places',
    noun: 'the number of places',
    hint: 'The most awards there can be. Awarding fewer is valid.',
  },
  capPounds: {
    label: 'Cap for each award',
    noun: 'the cap for each award',
    hint: 'The most that one award may be worth',
  },
  vat: { label: 'Do these amounts include VAT?', noun: 'whether the amounts include VAT' },
  seniorOfficerName: {
    label: 'Senior officer responsible',
    noun: 'the name of the senior officer responsible',
    hint: 'One named person who is responsible for the fund for as long as it lasts',
  },
  seniorOfficerTitle: { label: 'Their job title', noun: 'the job title of the senior officer' },
  reason: {
    label: 'Why is it changing?',
    noun: 'why it is changing',
    hint: 'A round of this fund is public, so the change is published with this reason',
  },
}

export const roundFields: Record<RoundField | 'reason', FieldWords> = {
  name: { label: 'Name of the round', noun: 'the name of the round' },
  slug: {
    label: 'Address of the round',
    noun: 'the address of the round',
    hint: 'The last part of its web address: small letters, digits and hyphens. It stays once the round is public.',
  },
  contactEmail: { label: 'Email address for questions', noun: 'an email address for questions' },
  eligibleKinds: { label: 'Who may lead an application?', noun: 'who may lead an application' },
  hoursToApply: {
    label: 'Hours that an application takes',
    noun: 'the hours that an application takes',
    hint: 'All the people who write it, together. Shown to those who think of applying.',
  },
  expectedLow: { label: 'Fewest applications expected', noun: 'the fewest applications expected' },
  expected: { label: 'Applications expected', noun: 'the number of applications expected' },
  expectedHigh: { label: 'Most applications expected', noun: 'the most applications expected' },
  assessors: { label: 'Assessors', noun: 'the number of assessors' },
  assessorsPerApplication: {
    label: 'Assessors for each application',
    noun: 'the number of assessors for each application',
  },
  minutesPerApplication: { label: 'Minutes to assess an application', noun: 'the minutes to assess an application' },
  panelMembers: { label: 'Members of the interview panel', noun: 'the number of members of the interview panel' },
  interviewMinutes: { label: 'Minutes for each interview', noun: 'the minutes for each interview' },
  reason: {
    label: 'Why is it changing?',
    noun: 'why it is changing',
    hint: 'The round is public, so the change is published with this reason',
  },
}

export const funderFields: Record<FunderField, FieldWords> = {
  contributionPounds: {
    label: 'Contribution (optional)',
    noun: 'the contribution',
    hint: 'In whole pounds. Leave it blank if it is not stated.',
  },
  logoText: {
    label: 'Logo as text (optional)',
    noun: 'the logo as text',
    hint: 'How its name appears on public pages',
  },
  quote: { label: 'Quote (optional)', noun: 'the quote', hint: 'Without quotation marks' },
  quoteSpeaker: { label: 'Who said it', noun: 'who said it', hint: 'Name and post' },
  quoteSourceUrl: { label: 'Where it can be read', noun: 'the address where it can be read' },
}

export const instantWords: Record<RoundInstant, string> = {
  opensAt: 'Opens',
  questionsCloseAt: 'Questions close',
  deadlineAt: 'Deadline',
}

export const dayWords: Record<RoundDay, string> = {
  siftedOn: 'Assessment ends',
  shortlistOn: 'Shortlist announced',
  interviewsFromOn: 'Interviews start',
  interviewsToOn: 'Interviews end',
  decisionsOn: 'Decisions announced',
  startsOn: 'Support starts',
}

/** `budgetPounds` as it is called in the form and in links: `budget-pounds`. */
export const fieldName = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const number = new Intl.NumberFormat('en-GB')

const chosen: readonly string[] = ['awardType', 'vat', 'eligibleKinds']

/** What is wrong with one field, by the words of its form. */
export function fieldProblemWords<Field extends string>(
  problem: FieldProblem<Field>,
  fields: Readonly<Record<Field, FieldWords>>,
): Words {
  const { field } = problem
  const { noun } = fields[field]
  return { text: textOf(problem, noun), href: `#${fieldName(field)}`, field }
}

function textOf(problem: FieldProblem<string>, noun: string): string {
  switch (problem.code) {
    case 'missing':
      return `${chosen.includes(problem.field) ? 'Select' : 'Enter'} ${noun}`
    case 'not-a-number':
      return `${capital(noun)} must be a number, like 100,000`
    case 'not-whole':
      return `${capital(noun)} must be a ${problem.field === 'hoursToApply' ? 'number with at most one decimal place' : 'whole number'}`
    case 'choice-unknown':
      return `Select ${noun} from the list`
    case 'email-malformed':
      return 'Enter an email address in the correct format, like name@example.gov.uk'
    case 'not-a-web-address':
      return `${capital(noun)} must be a web address that begins with https:// or http://`
    case 'too-long':
      return `${capital(noun)} must be ${number.format(problem.most)} characters or less`
    case 'too-small':
      return `${capital(noun)} must be ${number.format(problem.least)} or more`
    case 'too-large':
      return `${capital(noun)} must be ${number.format(problem.most)} or less`
    case 'slug-not-plain':
      return `${capital(noun)} must only have small letters a to z, digits and single hyphens, like round-1`
    case 'slug-reserved':
      return `The service itself uses “${problem.slug}” in its addresses: choose another`
  }
}
