import type { ChoosableOutcome, DecisionOutcome } from '../../../core/decisions/index.ts'
import { poundsWords } from '../choosing/describe-portfolio.messages.ts'
import type { DecisionDepartureRule } from './choose-outcome.ts'
import type { TextField } from './text-fields.ts'

export const outcomeWords: Readonly<Record<DecisionOutcome, string>> = {
  award: 'Award',
  reserve: 'Reserve',
  declined: 'Declined',
  'not-shortlisted': 'Not shortlisted',
  ineligible: 'Not eligible',
}

export const ruleWords: Readonly<Record<DecisionDepartureRule, string>> = {
  'near-tie': 'The scores cannot tell it from others at the line',
  spread: 'The sealed limits of spread could not be kept otherwise',
  assurance: 'Checks found a risk',
  funded: 'The same work is paid for elsewhere',
  withdrawing: 'The applicant no longer wants it',
  amount: 'The sum was looked at again',
}

export const ruleWordsOf = (rule: string): string => ruleWords[rule as DecisionDepartureRule] ?? rule

/** An outcome with its money or its place. @example outcomeInWords({ outcome: 'award', pounds: 1000, reservePlace: null }) // => 'Award of £1,000' */
export function outcomeInWords({
  outcome,
  pounds,
  reservePlace,
}: {
  readonly outcome: DecisionOutcome
  readonly pounds: number | null
  readonly reservePlace: number | null
}): string {
  if (outcome === 'award' && pounds !== null) return `Award of ${poundsWords(pounds)}`
  if (outcome === 'reserve' && reservePlace !== null) return `Reserve, place ${reservePlace}`
  return outcomeWords[outcome]
}

export const choosableWords = (outcome: ChoosableOutcome): string => outcomeWords[outcome]

export const textLabels: Readonly<Record<TextField, string>> = {
  regularity: 'Regularity',
  propriety: 'Propriety',
  valueForMoney: 'Value for money',
  feasibility: 'Feasibility',
  by: 'Name of the accounting officer',
  summary: 'Summary',
  options: 'Options',
  linesToTake: 'Lines to take',
}

export const textHints: Readonly<Record<TextField, string>> = {
  regularity: 'Whether there is a legal power and a budget to select and pay in this way',
  propriety: 'Whether the method meets the standards of public life: sealed rules, conflicts, records',
  valueForMoney: 'Why this method of selection is better value than others that were open',
  feasibility: 'Whether awards that are chosen so can be delivered in the time',
  by: 'Who gives this note',
  summary: 'What is recommended, and why it is asked for now. Three or four sentences',
  options: 'What else could be decided, and what it would mean',
  linesToTake: 'What is said when people ask. One on each line',
}
