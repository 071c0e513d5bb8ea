import type {
  BeginProblem,
  PairProblem,
  ScoreProblem,
  SwingProblem,
  WeighingMethod,
  WeighingStage,
} from '../../../core/reviews/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import type { Flash } from '../../../platform/http/flash.ts'
import { type FieldText, fieldText } from '../../../ui/patterns/index.ts'
import type { NoteProblem } from './add-note.ts'
import type { NotAskedFor, WeightsKept } from './give-weights.ts'
import type { MoveProblem } from './move-weighing.ts'

export const stageWords: Readonly<Record<WeighingStage, { readonly name: string; readonly what: string }>> = {
  weighting: {
    name: 'Weights are being given',
    what: 'Each scorer gives weights alone. Nobody sees those of others until the facilitator locks them.',
  },
  scoring: {
    name: 'Scores are being given',
    what: 'The weights are locked and open to all. Each scorer scores the options alone against the anchors. Nobody sees the scores of others until the facilitator reveals them.',
  },
  revealed: {
    name: 'Scores are revealed',
    what: 'Talk about where people differ, and write down what was said. Scores can then be given again.',
  },
}

export const methodWords: Readonly<Record<WeighingMethod, { readonly name: string; readonly what: string }>> = {
  swing: {
    name: 'Swing weights',
    what: 'Each scorer gives 100 to the criterion whose step from worst to best matters most, and compares the others with it',
  },
  percentage: {
    name: 'Typed percentages',
    what: 'Outside guidance: the Green Book advises against weights that do not look at the step from worst to best (2026, paragraphs 5.14 and 5.15). It is said in the report',
  },
  pairs: {
    name: 'Comparisons in pairs (AHP)',
    what: 'Outside guidance: the Green Book has swing weights (2026, paragraph 5.14). Each scorer compares each two criteria, and is told where comparisons contradict one another. It is said in the report',
  },
}

export function beginProblemText(problem: BeginProblem | { readonly code: 'method-missing' }): FieldText {
  switch (problem.code) {
    case 'method-missing':
      return fieldText('method', 'Select how weights are given')
    case 'too-few-criteria':
      return fieldText('method', 'Write at least two criteria with their anchors first')
    case 'too-few-options':
      return fieldText('method', 'Put at least two options on the longlist first')
    case 'no-scorers':
      return fieldText('method', 'Nobody is chosen to score. Ask the person who leads the review to choose somebody')
    case 'points-do-not-fit':
      return fieldText(
        'method',
        `What measurements of “${problem.criterion}” are worth must go from 0 to 100, or from 100 to 0, without turning round, from the smallest measurement to the largest`,
      )
  }
}

export const moveProblemText = (problem: MoveProblem): FieldText =>
  fieldText(
    'go-on',
    problem.code === 'nobody-weighed'
      ? 'Nobody has given weights yet'
      : `Every option needs a score on every criterion. Nobody has scored all of them on ${plainList(problem.criteria.map((title) => `“${title}”`))}`,
  )

/** The field of a comparison. */
export const pairField = (one: string, other: string): string => `pair-${one}-${other}`

export function swingProblemText(
  problem: SwingProblem | PairProblem | NotAskedFor,
  method: WeighingMethod,
  titleOf: (criterion: string) => string,
): FieldText {
  switch (problem.code) {
    case 'not-asked-for':
      return fieldText('weights', 'Weights are not asked for any more: what you typed below is not kept')
    case 'none-is-100':
      return fieldText('weights', 'Give 100 to the criterion whose step from worst to best matters most to you')
    case 'not-100-together':
      return fieldText('weights', `The percentages must be 100 together. They are ${problem.sum}`)
    case 'pair-missing':
      return fieldText(
        pairField(problem.one, problem.other),
        `Select which matters more, “${titleOf(problem.one)}” or “${titleOf(problem.other)}”, or that both matter the same`,
      )
    case 'points-missing':
      return fieldText(
        `points-${problem.criterion}`,
        `Enter the ${method === 'swing' ? 'points' : 'percentage'} of “${titleOf(problem.criterion)}”`,
      )
    case 'not-points':
      return fieldText(
        `points-${problem.criterion}`,
        `“${titleOf(problem.criterion)}” must have a number from 0 to 100, with at most one decimal`,
      )
    default:
      return reasonText(problem, titleOf(problem.criterion))
  }
}

export function scoreProblemText(
  problem: ScoreProblem | NotAskedFor,
  criterion: string,
  optionOf: (option: string) => string,
): FieldText {
  switch (problem.code) {
    case 'not-asked-for':
      return fieldText('scores', 'Scores are not asked for now: what you typed below is not kept')
    case 'score-missing':
      return fieldText(`score-${problem.option}`, `Enter a score for “${optionOf(problem.option)}”`)
    case 'not-a-score':
      return fieldText(
        `score-${problem.option}`,
        `The score of “${optionOf(problem.option)}” must be a number from 0 to 100, with at most one decimal`,
      )
    case 'not-a-measurement':
      return fieldText(`score-${problem.option}`, `The measurement of “${optionOf(problem.option)}” must be a number`)
    default:
      return reasonText(problem, criterion)
  }
}

const reasonText = (
  problem: Extract<SwingProblem, { readonly code: 'reason-missing' } | { readonly code: 'reason-too-long' }>,
  title: string,
): FieldText =>
  fieldText(
    `reason-${problem.criterion}`,
    problem.code === 'reason-missing'
      ? `Enter your reason for “${title}”`
      : `The reason for “${title}” must be ${problem.most} characters or less`,
  )

export function noteProblemText(problem: NoteProblem): FieldText {
  switch (problem.code) {
    case 'kind-missing':
      return fieldText('kind', 'Select what it is')
    case 'note-missing':
      return fieldText('text', 'Enter what was said')
    case 'note-too-long':
      return fieldText('text', `What was said must be ${problem.most} characters or less`)
  }
}

const kept = 'Your weights are kept, sealed until all are locked.'

/** What is said once somebody’s weights are kept: no success alone where their comparisons contradict one another. */
export const weightsKeptWords = ({ contradict }: Pick<WeightsKept, 'contradict'>): Flash =>
  contradict
    ? { important: `${kept} But your comparisons contradict one another: see below which of them to look at again.` }
    : kept
