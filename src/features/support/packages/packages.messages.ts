import type { NeedProblem } from '../../../core/support/index.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import { fieldProblemText, workWords } from '../support.messages.ts'
import type { WaiverProblem } from './waive-interest.ts'

export function waiverProblemText(problem: WaiverProblem): FieldText {
  return problem.code === 'nothing-to-waive'
    ? fieldText('main-content', 'This supplier has no interest that could be waived. Look at what it declared last')
    : fieldProblemText(problem)
}

export function needProblemText(problem: NeedProblem): FieldText {
  const work = workWords[problem.work]
  switch (problem.code) {
    case 'level-missing':
      return fieldText(`${problem.work}-level`, `${work}: select how much is needed`)
    case 'what-missing':
      return fieldText(`${problem.work}-what`, `${work}: enter what it is needed for`)
    case 'what-too-long':
      return fieldText(`${problem.work}-what`, `${work}: what it is for must be ${problem.most} characters or less`)
    case 'day-malformed':
      return fieldText(`${problem.work}-by-day`, `${work}: the date it is needed by must be a real date`)
    case 'day-past':
      return fieldText(`${problem.work}-by-day`, `${work}: the date it is needed by must be today or later`)
  }
}
