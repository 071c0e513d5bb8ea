import { fileProblemText } from '../../../core/files/index.ts'
import type { PaymentProblem } from '../../../core/support/index.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { answerProblemText } from '../delivering/delivering.messages.ts'
import { fieldOrDayText } from '../invoicing/invoicing.messages.ts'
import { fieldProblemText, penceWords } from '../support.messages.ts'
import type { ClaimAnswerProblem } from './answer-claim.ts'
import type { RecordReturnProblem } from './record-return.ts'
import type { ReviewYearProblem } from './review-year.ts'
import type { SendClaimProblem } from './send-claim.ts'
import type { ScheduleProblem } from './set-instalments.ts'
import type { SignProblem } from './sign-statement.ts'
import type { TakeBackProblem } from './take-back-claim.ts'

const within = (leftPence: number, of: string): string =>
  leftPence <= 0 ? `Nothing is left of ${of}` : `Only ${penceWords(leftPence)} is left of ${of}`

const changed = 'Somebody changed this while you were writing. Look at what it says now, and send it again'

/** A field of one line of the instalments. */
export const lineField = (line: number, field: string): string => `${field}-${line}`

export function scheduleProblemText(problem: ScheduleProblem): FieldText {
  switch (problem.code) {
    case 'line': {
      const { line, problem: of } = problem.line
      if (of.code === 'day-missing' || of.code === 'day-malformed')
        return fieldText(
          `${lineField(line, 'due')}-day`,
          `Instalment ${line}: ${of.code === 'day-missing' ? 'enter the day' : 'the day must be a real date'}`,
        )
      const { text } = fieldProblemText(of)
      return fieldText(
        lineField(line, of.field),
        `Instalment ${line}: ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`,
      )
    }
    case 'none':
      return fieldText(lineField(1, 'title'), 'Enter at least one instalment')
    case 'nothing-changes':
      return fieldText(lineField(1, 'title'), 'Change something of the instalments')
    case 'changed-meanwhile':
      return fieldText('main-content', changed)
    case 'beyond-award':
      return fieldText(
        lineField(problem.line, 'pounds'),
        `The instalments come to ${penceWords(problem.pence)}, and the award is ${penceWords(problem.awardPence)}. Enter less`,
      )
    case 'below-claimed':
      return fieldText(
        lineField(problem.line, 'pounds'),
        `Instalment ${problem.line}: ${penceWords(problem.claimedPence)} is claimed of it already. Enter as much or more`,
      )
    default:
      return fieldProblemText(problem)
  }
}

export const conditionProblemText = (
  problem: Parameters<typeof fieldProblemText>[0] | { readonly code: 'nothing-waits' },
): FieldText => (problem.code === 'nothing-waits' ? answerProblemText(problem) : fieldProblemText(problem))

export function claimProblemText(problem: SendClaimProblem): FieldText {
  switch (problem.code) {
    case 'evidence-missing':
      return fieldText('files', 'Select at least one file that shows what the money is for')
    case 'changed-meanwhile':
      return fieldText('main-content', changed)
    case 'too-early':
      return fieldText('claim', `This instalment can be claimed from ${dayInWords(problem.dueOn)}`)
    case 'beyond-instalment':
      return fieldText('claim', `${within(problem.leftPence, 'this instalment')}. Claim less`)
    case 'beyond-award':
      return fieldText('claim', `${within(problem.leftPence, 'the award')}. Ask the programme team`)
    default:
      return 'field' in problem ? fieldProblemText(problem) : fieldText('files', fileProblemText(problem))
  }
}

export function claimAnswerText(problem: ClaimAnswerProblem): FieldText {
  switch (problem.code) {
    case 'same-person':
      return fieldText('answer', 'You checked this claim, so somebody else of the programme team approves it')
    case 'condition-holds':
      return fieldText('answer', `A condition holds this instalment: ${problem.condition}. First record that it is met`)
    default:
      return answerProblemText(problem)
  }
}

export const takeBackProblemText = (problem: TakeBackProblem): FieldText =>
  problem.code === 'decided-already'
    ? fieldText('main-content', 'The claim is decided, so it cannot be taken back. Write to the programme team')
    : fieldProblemText(problem)

export const paymentProblemText = (problem: PaymentProblem | { readonly code: 'nothing-waits' }): FieldText =>
  problem.code === 'nothing-waits' ? answerProblemText(problem) : fieldOrDayText(problem)

export const returnProblemText = (problem: RecordReturnProblem): FieldText =>
  problem.code === 'beyond-paid'
    ? fieldText('returned', `${within(problem.leftPence, 'what was paid')}. Enter that or less`)
    : fieldOrDayText(problem)

export function signProblemText(problem: SignProblem): FieldText {
  switch (problem.code) {
    case 'not-the-officer':
      return fieldText(
        'main-content',
        'Only the finance officer (section 151) whom your council named to sign the agreement can sign this',
      )
    case 'changed-meanwhile':
      return fieldText('main-content', changed)
    case 'beyond-paid':
      return fieldText('spent', `${within(problem.leftPence, 'what was paid and not returned')}. Enter that or less`)
    case 'less-than-stated':
      return fieldText(
        'less-because',
        `Enter why it is less than the ${penceWords(problem.statedPence)} stated until ${dayInWords(problem.untilOn)}, or enter that or more`,
      )
    default:
      return fieldOrDayText(problem)
  }
}

export const yearEndProblemText = (problem: ReviewYearProblem): FieldText =>
  problem.code === 'no-statement'
    ? fieldText('year', 'The finance officer of the council states first what was spent until the end of that year')
    : fieldProblemText(problem)
