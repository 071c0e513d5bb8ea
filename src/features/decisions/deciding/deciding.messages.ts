import type { OutcomesProblem } from '../../../core/decisions/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { type FieldText, fieldText, momentText } from '../../../ui/patterns/index.ts'
import { poundsWords, waitsWords } from '../choosing/describe-portfolio.messages.ts'
import type { BeyondFund } from './check-purse.ts'
import type { ChoiceProblem } from './choose-outcome.ts'
import { outcomeInWords, textLabels } from './decision-words.messages.ts'
import type { DeclareProblem } from './declare-conflicts.ts'
import type { FreezeProblem } from './freeze-recommendation.ts'
import type { MembersListed, MembersProblem } from './list-members.ts'
import type { TooManyPages } from './measure-submission.ts'
import type { DeclarationProblem } from './read-declaration.ts'
import type { StandingNotYet } from './read-outcomes.ts'
import type { DecideProblem } from './record-decision.ts'
import type { TextProblem } from './save-texts.ts'
import { type TextField, textFields } from './text-fields.ts'

export const notYetWords: Readonly<Record<StandingNotYet, string>> = {
  ...waitsWords,
  'no-portfolio': 'Work out first what the sealed rules propose: the panel starts from it.',
  'not-recommended': 'The panel has not recommended yet. The decision starts from what it recommends.',
}

export const decidedWords = 'The awards are decided. Nothing is changed any more'

export function textProblemText(problem: TextProblem): FieldText {
  switch (problem.code) {
    case 'decided':
      return fieldText('decision', decidedWords)
    case 'text-missing':
      return fieldText(problem.field, missingWords(problem.field))
    case 'text-too-long':
      return fieldText(problem.field, `${textLabels[problem.field]} must be 4,000 characters or less`)
    case 'too-many-pages':
      return fieldText(problem.field, tooManyPagesWords(problem))
  }
}

/** What is asked for where nothing was written: the four tests of a note are answered, the rest is entered. */
const missingWords = (field: TextField): string => {
  const label = textLabels[field].toLowerCase()
  if (field === 'by') return `Enter the ${label}`
  return textFields.note.some((each) => each === field) ? `Enter what the note says of ${label}` : `Enter the ${label}`
}

const tooManyPagesWords = ({ pages, most, longest }: TooManyPages): string =>
  `The submission takes ${pages} pages and must take ${most} or fewer. Its longest text is “${textLabels[longest]}”${textFields.note.some((field) => field === longest) ? ' of the accounting officer’s note' : ''}: shorten that first`

export function declareProblemText(problem: DeclareProblem): FieldText {
  if ('field' in problem) return declarationText(problem, 'you have')
  return fieldText('none', problem.code === 'decided' ? 'The awards are decided' : 'Nothing is before the panel yet')
}

/** What is wrong with a declaration. @param whose whose conflicts they are: “you have”, “they have” */
function declarationText(problem: DeclarationProblem, whose: 'you have' | 'they have'): FieldText {
  switch (problem.code) {
    case 'none-or-some':
      return fieldText('none', `Select the applications that ${whose} a conflict with, or that ${whose} none`)
    case 'statement-missing':
      return fieldText('statement', 'Enter what the conflict is')
    case 'taken-back-missing':
      return fieldText('takenBack', `Enter why there is no conflict with ${plainList(problem.references)} any more`)
    case 'taken-back-too-thin':
      return fieldText('takenBack', 'Explain why it is no longer a conflict in at least eight words')
  }
}

const shared = {
  ...notYetWords,
  'declare-first': 'Declare your conflicts first',
  frozen: 'The recommendation is frozen',
  decided: decidedWords,
  'decided-already':
    'Somebody else has recorded the decision meanwhile. Theirs stands. What you entered is below and was not recorded',
  'changed-since-shown': 'Something changed since this page was shown. Look at it again',
  'out-of-date':
    'The scores, or the money and limits of the sealed rules, have changed since the portfolio was worked out. Work it out again',
  'case-changed':
    'The scores, or the money and limits of the sealed rules, have changed since the panel recommended. If the money of the fund was changed, set it back as it was; it can be changed again once the decision is recorded',
  'note-missing': 'The accounting officer’s note is missing',
  'submission-missing': 'The submission is missing',
} as const

function moneyText(problem: OutcomesProblem): FieldText {
  switch (problem.code) {
    case 'too-many-awards':
      return fieldText(
        'outcomes',
        `There are ${problem.awards} awards and ${problem.places === 1 ? '1 place' : `${problem.places} places`}`,
      )
    case 'over-budget':
      return fieldText(
        'outcomes',
        `The awards come to ${poundsWords(problem.pounds)}, and the budget is ${poundsWords(problem.budgetPounds)}`,
      )
    case 'over-cap':
      return fieldText(
        'outcomes',
        `The award of ${problem.reference} is above the cap of ${poundsWords(problem.capPounds)}`,
      )
    case 'no-sum':
      return fieldText('outcomes', `The award of ${problem.reference} has no sum`)
  }
}

const beyondFundText = ({ awards, pounds, leftPlaces, leftPounds, capPounds }: BeyondFund): FieldText =>
  fieldText(
    'decision',
    `There ${awards === 1 ? 'is 1 award' : `are ${awards} awards`} of ${poundsWords(pounds)} together. Beside the awards of its other rounds, the fund has ${leftPlaces === 1 ? '1 place' : `${leftPlaces} places`} and ${poundsWords(leftPounds)} left, at most ${poundsWords(capPounds)} for each. Decide on fewer or smaller awards`,
  )

export function freezeProblemText(problem: FreezeProblem): FieldText {
  switch (problem.code) {
    case 'too-many-awards':
    case 'over-budget':
    case 'over-cap':
    case 'no-sum':
      return moneyText(problem)
    case 'unexplained':
      return fieldText(
        'outcomes',
        `The portfolio was worked out again after the panel saved ${plainList(problem.references)} as proposed, and proposes something else now. Open each of them and save it again: as proposed now, or under a rule and with a reason`,
      )
    default:
      return fieldText('outcomes', shared[problem.code])
  }
}

export function choiceProblemText(problem: ChoiceProblem): FieldText {
  if (problem.code === 'chosen-meanwhile')
    return fieldText(
      'outcome',
      `${problem.by} has decided on it meanwhile: ${outcomeInWords(problem.choice)}. Decide again: what you entered is below and is not saved`,
    )
  if (!('field' in problem)) return fieldText('outcome', shared[problem.code])
  const text = {
    'outcome-missing': 'Select an outcome',
    'below-threshold': 'It missed a sealed threshold, and cannot be awarded or put in reserve',
    'pounds-missing': 'Enter the sum of the award',
    'pounds-not-whole': 'The sum must be whole pounds, such as 75000',
    'over-cap': `The sum must be ${'capPounds' in problem ? poundsWords(problem.capPounds) : ''} or less`,
    'place-not-whole': 'The place must be a whole number',
    'rule-missing': 'Select the rule under which you depart',
    'reason-missing': 'Enter the reason for departing',
    'reason-too-thin': 'Give the reason in at least eight words',
    'reason-too-long': 'The reason must be 2,000 characters or less',
  }[problem.code]
  return fieldText(problem.field, text)
}

export function decideProblemText(problem: DecideProblem): FieldText {
  switch (problem.code) {
    case 'moment':
      return momentText(
        problem.problem,
        problem.field,
        problem.field === 'tell' ? 'the embargo' : 'the end of the reserve list',
      )
    case 'conflicted':
      return fieldText(
        'decision',
        `You have a conflict with ${plainList(problem.references)}. Somebody without one decides`,
      )
    case 'too-many-pages':
      return fieldText('decision', tooManyPagesWords(problem))
    case 'decider-conflicted':
      return fieldText(
        'application',
        `${problem.by} has a conflict with ${plainList(problem.references)}. This is kept, and the decision is not recorded. Somebody without a conflict decides`,
      )
    case 'none-or-some':
    case 'statement-missing':
    case 'taken-back-missing':
    case 'taken-back-too-thin':
      return declarationText(problem, 'they have')
    case 'too-many-awards':
    case 'over-budget':
    case 'over-cap':
    case 'no-sum':
      return moneyText(problem)
    case 'beyond-fund':
      return beyondFundText(problem)
    default:
      return 'field' in problem
        ? fieldText(problem.field, fieldTexts[problem.code])
        : fieldText('decision', shared[problem.code])
  }
}

const fieldTexts = {
  'tell-missing': 'Enter when everybody is told',
  'tell-in-the-past': 'The time at which everybody is told must be in the future',
  'expires-missing': 'Enter the day on which the reserve list ends',
  'expires-before-tell': 'The reserve list must end after everybody is told',
  'who-missing': 'Select who decided',
  'name-missing': 'Enter the name of who decided',
  'title-missing': 'Enter the title of who decided',
  'evidence-missing': 'Enter the evidence of what they decided',
  'approval-missing': 'Select whether every funder approves first',
  'without-approval-reason-missing': 'Enter why funders are not asked',
} as const

export function membersProblemText(problem: MembersProblem): FieldText {
  switch (problem.code) {
    case 'not-decided':
      return fieldText('members', 'The list is made after the decision')
    case 'nothing-pasted':
      return fieldText('members', 'Paste the list')
    case 'row-incomplete':
      return fieldText(
        'members',
        `Line ${problem.row} lacks the code of the authority, the member, the constituency, the source or its date`,
      )
    case 'row-email':
      return fieldText('members', `Line ${problem.row} must have an email address such as name@example.org, or none`)
    case 'row-date':
      return fieldText(
        'members',
        `Line ${problem.row} must have the date of its source as year-month-day, such as 2026-03-27`,
      )
    case 'not-readable':
      return fieldText('members', csvWords(problem.problem))
  }
}

/** What became of a list that is kept. */
export function membersListedText({ count, unknown }: MembersListed): string {
  const listed = count === 1 ? '1 is listed.' : `${count} are listed.`
  if (unknown.length === 0) return listed
  if (unknown.length === 1) return `${listed} Code ${plainList(unknown)} is of no authority with an award.`
  const codes = unknown.length > 5 ? `${unknown.length} codes` : `Codes ${plainList(unknown)}`
  return `${listed} ${codes} are of no authority with an award.`
}

function csvWords(problem: Extract<MembersProblem, { code: 'not-readable' }>['problem']): string {
  if (problem?.code === 'csv-heading-missing') return `There must be a column “${problem.heading}”`
  if (problem?.code === 'csv-malformed') return `Line ${problem.line} has more or fewer cells than the headings`
  return 'The list must be comma separated, with a line of headings, of 2,000 rows or fewer'
}
