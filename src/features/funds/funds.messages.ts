import type { FundWarning } from '../../core/rounds/fund-warnings.ts'
import type { Phase } from '../../core/rounds/phase.ts'
import type { PublishNeed } from '../../core/rounds/publish-list.ts'
import type { FunderProblem } from '../../core/rounds/read-fund.ts'
import type { TimetableField } from '../../core/rounds/read-timetable.ts'
import { mostReminderHours, mostReminders, type ReminderProblem } from '../../core/rounds/reminder.ts'
import { leastWordsOfReason } from '../../core/rules/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { ApproveProblem } from './approve-document.ts'
import type { ChangeFundProblem } from './change-fund.ts'
import type { ChangeMoneyProblem } from './change-money.ts'
import type { ChangeRoundProblem } from './change-round.ts'
import type { ChangeTimetableProblem } from './change-timetable.ts'
import {
  dayWords,
  fieldName,
  fieldProblemWords,
  funderFields,
  fundFields,
  instantWords,
  roundFields,
  type Words,
} from './fields.messages.ts'
import type { PublishProblem } from './publish-round.ts'
import type { RefuseProblem } from './refuse-document.ts'

const pounds = (amount: number): string => `£${new Intl.NumberFormat('en-GB').format(amount)}`

const at = (field: string, text: string): Words => ({ text, href: `#${fieldName(field)}`, field })

/** What is wrong with a fund. */
export function fundProblemWords(problem: ChangeFundProblem): Words {
  switch (problem.code) {
    case 'slug-taken':
      return at('slug', 'Another fund has this address: choose another')
    case 'reason-missing':
      return at('reason', 'Enter why it is changing')
    case 'money-by-decider':
      return at(
        problem.field,
        'Scores of a round are known, so that whoever decides on the awards changes this, for a reason that is published',
      )
    default:
      return fieldProblemWords(problem, fundFields)
  }
}

/** What is wrong with the money of a fund as whoever decides changes it. */
export function moneyProblemWords(problem: ChangeMoneyProblem): Words {
  switch (problem.code) {
    case 'reason-missing':
      return at('reason', 'Enter why it is changing')
    case 'reason-too-thin':
      return at('reason', 'Explain why it is changing in at least eight words')
    default:
      return fieldProblemWords(problem, fundFields)
  }
}

/** What is wrong with a round. */
export function roundProblemWords(problem: ChangeRoundProblem): Words {
  switch (problem.code) {
    case 'slug-taken':
      return at('slug', 'Another round of this fund has this address: choose another')
    case 'slug-published':
      return at('slug', 'The round is public, so its address must stay as it is')
    case 'volumes-not-ascending':
      return problem.field === 'expected'
        ? at('expected', 'The number of applications expected must not be lower than the fewest expected')
        : at('expectedHigh', 'The most applications expected must not be fewer than the number expected')
    case 'kinds-locked':
      return at(
        'eligibleKinds',
        'The round is public and its rules are sealed, so who may lead is locked. To change it, cancel the round and open it again.',
      )
    case 'scoring-begun':
      return at(problem.field, 'Scoring has begun, so how many assess an application cannot change any more')
    case 'too-few-assessors':
      return at(
        'assessors',
        `There must be at least ${problem.needed === 1 ? '1 assessor' : `${problem.needed} assessors`}, as many as read each application`,
      )
    case 'reason-missing':
      return at('reason', 'Enter why it is changing')
    default:
      return fieldProblemWords(problem, roundFields)
  }
}

/** What is wrong with a funder. */
export function funderProblemWords(problem: FunderProblem): Words {
  switch (problem.code) {
    case 'organisation-unknown':
      return at('organisation', 'Select a body from the register')
    case 'funder-twice':
      return at('organisation', `${problem.name} is a funder of this fund already`)
    case 'quote-without-speaker':
      return at('quoteSpeaker', 'Enter who said the quote')
    default:
      return fieldProblemWords(problem, funderFields)
  }
}

const nameOf = (field: TimetableField): string =>
  field in instantWords ? instantWords[field as keyof typeof instantWords] : dayWords[field as keyof typeof dayWords]

const partWords = { day: 'a day', month: 'a month', year: 'a year', clock: 'a time' } as const

/** Links to the first part of a date that is wrong. */
const atPart = (field: TimetableField, text: string, part = 'day'): Words => ({
  text: `${nameOf(field)}: ${text}`,
  href: `#${fieldName(field)}-${part}`,
  field,
})

/** What is wrong with a timetable. */
export function timetableProblemWords(problem: ChangeTimetableProblem): Words {
  switch (problem.code) {
    case 'parts-missing':
      return atPart(problem.field, `enter ${plainList(problem.parts.map((part) => partWords[part]))}`, problem.parts[0])
    case 'date-not-real':
      return atPart(problem.field, 'the date must be a real date')
    case 'clock-not-read':
      return atPart(problem.field, `“${problem.typed}” is not a time: use a time like 5pm, 11:59pm or midday`, 'clock')
    case 'time-skipped':
      return atPart(
        problem.field,
        `there is no such time on that day, because the clocks go forward. The first time after it is ${ukTimeWithZone(problem.nextAt)}`,
        'clock',
      )
    case 'deadline-in-the-past':
      return atPart(problem.field, `${ukTimeWithZone(problem.at)} has passed: the deadline must be in the future`)
    case 'deadline-not-after-opening':
      return atPart(problem.field, `the deadline must be after the round opens at ${ukTimeWithZone(problem.opensAt)}`)
    case 'questions-close-before-opening':
      return atPart(problem.field, `questions must close after the round opens at ${ukTimeWithZone(problem.opensAt)}`)
    case 'questions-close-after-deadline':
      return atPart(
        problem.field,
        `questions must close no later than the deadline, ${ukTimeWithZone(problem.deadlineAt)}`,
      )
    case 'interviews-end-before-they-start':
      return atPart(problem.field, 'interviews must not end before they start')
    case 'needed-once-published':
      return atPart(problem.field, 'the round is public, so this must be set')
    case 'opening-has-passed':
      return atPart(
        problem.field,
        `the round opened at ${ukTimeWithZone(problem.opensAt)}, which cannot be changed any more`,
      )
    case 'deadline-moves-by-extension':
      return atPart(
        problem.field,
        `the round has opened, so its deadline stays ${ukTimeWithZone(problem.deadlineAt)} here. Give more time on the extensions page`,
      )
    case 'reason-missing':
      return at('reason', 'Enter why the timetable is changing')
  }
}

export const needWords: Record<PublishNeed, string> = {
  'opening-set': 'When it opens is set',
  'deadline-set': 'The deadline is set',
  'deadline-to-come': 'The deadline is in the future',
  'kinds-chosen': 'Who may lead an application is chosen',
  'contact-given': 'There is an email address for questions',
  'form-chosen': 'A published form is chosen',
  'funder-named': 'At least one funder is named',
  'senior-officer-named': 'The senior officer responsible is named',
  'gates-passed': 'Every check before the round is public is complied with or explained',
  'rules-sealed': 'The rules are sealed as they stand',
}

/** What stops a round from being published. */
export function publishProblemWords(problem: PublishProblem): Words {
  switch (problem.code) {
    case 'need-not-met':
      return { text: `Not done yet: ${needWords[problem.need].toLowerCase()}`, href: `#need-${problem.need}` }
    case 'reason-missing':
      return at('reason', 'Enter why the round is published without every funder’s approval')
    case 'published-already':
      return { text: 'This round has been published already' }
  }
}

const askedTexts: Readonly<Record<(ApproveProblem | RefuseProblem)['code'], string>> = {
  'changed-since-shown': 'This has changed since you were shown it. Read it again, and approve it if it is right.',
  'approved-already': 'This is approved already. What is approved stays so.',
  'refusal-too-thin': `Explain why you do not approve it, in at least ${leastWordsOfReason} words`,
  'refusal-too-long': 'Shorten why you do not approve it to 2,000 characters',
}

/** Why something was not approved, or not refused. @param field of the reason, where that is at fault */
export const approveProblemWords = ({ code }: ApproveProblem | RefuseProblem, field = ''): Words =>
  code === 'refusal-too-thin' || code === 'refusal-too-long'
    ? { text: askedTexts[code], field, href: `#${field}` }
    : { text: askedTexts[code] }

/** What about a fund does not fit, and may be meant. */
export function fundWarningWords(warning: FundWarning): string {
  switch (warning.code) {
    case 'budget-below-cap-times-places':
      return `The budget of ${pounds(warning.budgetPounds)} is ${pounds(warning.shortPounds)} less than every place at the cap would cost. ${warning.placesAtCap === 1 ? '1 place' : `${warning.placesAtCap} places`} can be awarded at the cap.`
    case 'budget-below-least-times-places':
      return `The budget of ${pounds(warning.budgetPounds)} fills ${warning.placesAtLeast === 1 ? '1 place' : `${warning.placesAtLeast} places`} at the least award.`
    case 'budget-above-cap-times-places':
      return `With every place awarded at the cap, ${pounds(warning.sparePounds)} of the budget goes to nobody.`
    case 'no-funder':
      return 'No funder is named yet.'
    case 'senior-officer-missing':
      return 'No senior officer responsible is named yet.'
    case 'contributions-not-the-budget':
      return `The funders contribute ${pounds(warning.contributedPounds)} in all, and the budget is ${pounds(warning.budgetPounds)}.`
  }
}

export const phaseWords: Record<Phase, { readonly text: string; readonly classes: string }> = {
  preparing: { text: 'Preparing', classes: 'govuk-tag--grey' },
  announced: { text: 'Announced', classes: 'govuk-tag--blue' },
  open: { text: 'Open', classes: 'govuk-tag--green' },
  closed: { text: 'Closed', classes: 'govuk-tag--purple' },
  cancelled: { text: 'Cancelled', classes: 'govuk-tag--red' },
}

/** Why reminders cannot be set so. */
export const reminderProblemWords = ({ code, typed }: ReminderProblem): Words => ({
  text:
    code === 'too-many-reminders'
      ? `Enter at most ${mostReminders} reminders`
      : `“${typed}” is not a whole number of hours from 1 to ${mostReminderHours}`,
  field: 'hours',
  href: '#hours',
})
