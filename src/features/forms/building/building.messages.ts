import type { TestProblem } from '../../../core/forms/edit/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'

/** What can be wrong with what somebody picks while building a form: conditions, rules, checks, sections and sets. */
export type BuildProblem =
  | TestProblem
  | { readonly code: 'part-gone' }
  | { readonly code: 'last-test' }
  | { readonly code: 'clause-missing' }
  | { readonly code: 'text-missing' }
  | { readonly code: 'outcome-not-chosen' }
  | { readonly code: 'link-wrong' }
  | { readonly code: 'shown-at-not-chosen' }
  | { readonly code: 'section-title-missing' }
  | { readonly code: 'section-start-not-chosen' }
  | { readonly code: 'parts-needed'; readonly name: string; readonly by: readonly string[] }
  | { readonly code: 'option-needed'; readonly label: string; readonly by: readonly string[] }
  | { readonly code: 'limit-wrong'; readonly field: string; readonly what: string }
  | { readonly code: 'columns-missing' }
  | { readonly code: 'first-question-missing' }
  | { readonly code: 'named-question-missing' }
  | { readonly code: 'set-name-missing' }
  | { readonly code: 'set-name-taken'; readonly name: string }
  | { readonly code: 'set-not-chosen' }
  | { readonly code: 'set-page-not-chosen' }
  | { readonly code: 'set-questions-not-chosen' }
  | { readonly code: 'set-reads-others'; readonly label: string; readonly others: readonly string[] }

type ProblemOf<Code> = Extract<BuildProblem, { readonly code: Code }>
type Words = {
  readonly [Code in BuildProblem['code']]: (problem: ProblemOf<Code>) => readonly [field: string, text: string]
}

const quoted = (texts: readonly string[]): string => plainList(texts.map((text) => `“${text}”`))

/** The field that a problem is about, and its words. A new problem code does not compile until it has them. */
const words: Words = {
  'subject-not-chosen': () => ['subject', 'Select the question whose answer decides'],
  'test-not-chosen': () => ['test', 'Select what the answer must be'],
  'value-not-entered': () => ['value', 'Enter or select what to compare the answer with'],
  'value-not-a-number': () => ['value', 'What to compare with must be a number, like 100000 or 12.5'],
  'value-not-a-day': () => ['value', 'What to compare with must be a real date'],
  'values-not-chosen': () => ['values', 'Give at least one answer to compare with'],
  'other-not-chosen': () => ['other', 'Select a question to compare with, whose answer is of the same kind'],
  'addends-not-chosen': () => ['addends', 'Select at least one amount to add up'],
  'how-many-not-chosen': () => ['how-many', 'Select of how many entries it must be so'],
  'count-not-whole': () => ['count', 'The number of entries must be a whole number, like 2'],
  'part-gone': () => [
    'main-content',
    'Somebody else changed this after you opened the page. Nothing was done: look at it again',
  ],
  'last-test': () => [
    'condition',
    'A rule or a check needs at least one condition. Remove the rule or check itself instead',
  ],
  'clause-missing': () => ['clause', 'Enter which clause of the published rules this is'],
  'text-missing': () => ['text', 'Enter what applicants are told'],
  'outcome-not-chosen': () => ['outcome', 'Select what happens when the rule applies'],
  'link-wrong': () => ['link', 'The address must be a web address, like https://www.example.com'],
  'shown-at-not-chosen': () => ['question', 'Select the question at which this is said'],
  'section-title-missing': () => ['title', 'Enter a title for the section'],
  'section-start-not-chosen': () => ['from', 'Select the page that the section begins with'],
  'parts-needed': ({ name, by }) => ['needed', `“${name}” cannot be removed with its questions: ${by.join('; ')}`],
  'option-needed': ({ label, by }) => ['moreOptions', `The option “${label}” cannot be taken away: ${by.join('; ')}`],
  'limit-wrong': ({ field, what }) => [field, what],
  'columns-missing': () => ['moreColumns', 'Enter at least one column, each on a line of its own'],
  'first-question-missing': () => ['firstQuestion', 'Enter the first question of the group'],
  'named-question-missing': () => ['kindOf', 'Select the question whose answer names the authority'],
  'set-name-missing': () => ['name', 'Enter a name for the set'],
  'set-name-taken': ({ name }) => ['name', `There is already a set called “${name}” already`],
  'set-not-chosen': () => ['set', 'Select a set'],
  'set-page-not-chosen': () => ['page', 'Select where the questions go'],
  'set-questions-not-chosen': () => ['questions', 'Select at least one question'],
  'set-reads-others': ({ label, others }) => [
    'questions',
    `Whether “${label}” is shown depends on the answer to ${quoted(others)}: put that into the set too, or take the condition away first`,
  ],
}

/** The words for a problem, with the field that they are about. */
export function buildProblemWords(problem: BuildProblem): { readonly field: string; readonly text: string } {
  const [field, text] = (words[problem.code] as (problem: BuildProblem) => readonly [string, string])(problem)
  return { field, text }
}
