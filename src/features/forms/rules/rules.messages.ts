import { numberWords } from '../../../core/forms/index.ts'
import type { RoundRulesProblem } from '../../../core/rounds/index.ts'
import type { ProblemWords } from '../forms.messages.ts'

export type RulesProblem = RoundRulesProblem | { readonly code: 'rules-fixed'; readonly field: 'rules' }

const names: Readonly<Record<string, string>> = {
  countedBy: 'what is counted',
  most: 'How many applications one body may lead',
  partnerMinimum: 'How many partners an application needs',
  partnerSlots: 'In how many applications one body may be a partner',
  ineligible: 'what happens to an application that fails a rule',
  screener: 'a screener from the list',
}

const nameOf = (field: string): string => names[field] ?? 'How many of this kind one body may lead'

/** What is chosen from a list; all else is a number. */
const chosen = ['countedBy', 'ineligible', 'screener']

/** What is wrong with the rules as typed, at its field. */
export function rulesProblemWords(problem: RulesProblem): ProblemWords {
  const { field } = problem
  return { text: textOf(problem), href: field === 'rules' ? '#main-content' : `#${field}` }
}

function textOf(problem: RulesProblem): string {
  const name = nameOf(problem.field)
  switch (problem.code) {
    case 'rules-fixed':
      return 'The round is public or has opened, so that everybody is held to the same rules. They can no longer be changed'
    case 'no-slots':
      return 'One body must be able to lead at least one application'
    case 'missing':
    case 'choice-unknown':
      return chosen.includes(problem.field) ? `Select ${name}` : `${name} must be a whole number`
    case 'too-small':
      return `${name} must be ${numberWords(problem.least)} or more`
    case 'too-large':
      return `${name} must be ${numberWords(problem.most)} or fewer`
    default:
      return `${name} must be a whole number`
  }
}
