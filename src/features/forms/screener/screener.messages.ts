import type { ScreenerProblem } from '../../../core/eligibility/index.ts'
import { numberWords } from '../../../core/forms/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'

type ProblemOf<Code> = Extract<ScreenerProblem, { readonly code: Code }>
type Words = { readonly [Code in ScreenerProblem['code']]: (problem: ProblemOf<Code>) => string }

const quoted = (text: string): string => `“${text}”`

/** What people read. A new problem code does not compile until it has words here. */
const words: Words = {
  'no-rules': () => 'The screener has no rules, so it can tell nobody whether they can apply',
  'type-not-countable': ({ question }) =>
    `${quoted(question)} is answered in words or files. Ask for a choice, a number, a date or a body instead, so that every path can be checked`,
  'rule-reads-several': ({ rule }) =>
    `${quoted(rule)} adds answers up or compares two of them. In a screener, ask for the result itself, so that every path can be checked`,
  'rule-reads-nothing': ({ rule }) => `${quoted(rule)} reads no answer, so it holds for everybody`,
  'clause-missing': ({ rule }) => `${quoted(rule)} does not say which clause of the published rules it comes from`,
  'too-many-paths': ({ questions, most }) =>
    `There are more than ${numberWords(most)} paths through ${plainList(questions.map(quoted))}. Split them into questions that do not depend on each other`,
  'dead-end': ({ question, path }) =>
    `Dead end at ${quoted(question)}: whoever answers ${path} is not told whether they can apply. Make the question required, or turn the check into a rule`,
  'never-shown': ({ question }) => `${quoted(question)} is never shown, whatever is answered before it`,
  'rule-never-fires': ({ rule }) => `${quoted(rule)} never applies, whatever is answered`,
  'told-both': ({ fails, passes, path }) =>
    `Contradiction: whoever answers ${path} is told by ${quoted(fails)} that they cannot apply and by ${quoted(passes)} that they can`,
  'caveat-only-on-failure': ({ rule, path }) =>
    `Contradiction: ${quoted(rule)} says that they can apply, but everybody it applies to cannot, such as whoever answers ${path}`,
  'nobody-passes': ({ rules, path }) =>
    `Nobody can apply: even whoever answers ${path} is refused by ${plainList(rules.map(quoted))}`,
}

/** Why a screener cannot be published. */
export const screenerProblemText = (problem: ScreenerProblem): string =>
  (words[problem.code] as (problem: ScreenerProblem) => string)(problem)
