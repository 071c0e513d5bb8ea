import type { TestName } from '../../../core/forms/edit/index.ts'
import type { Comparison, Question } from '../../../core/forms/index.ts'

/** One way to test an answer, as a choice of a list. `value` is what the list sends. */
export type TestChoice = { readonly value: string; readonly text: string }

const testNames: { readonly [Name in Exclude<TestName, 'answered'>]: string } = {
  is: 'is',
  isNot: 'is not',
  includes: 'includes',
  anyOf: 'is one of',
  atLeast: 'is at least',
  above: 'is more than',
  atMost: 'is at most',
  below: 'is less than',
  before: 'is before',
  after: 'is after',
}

const comparisonNames: { readonly [Name in Comparison]: string } = {
  is: 'is the same as the answer to',
  isNot: 'is not the same as the answer to',
  atLeast: 'is at least the answer to',
  above: 'is more than the answer to',
  atMost: 'is at most the answer to',
  below: 'is less than the answer to',
  before: 'is before the answer to',
  after: 'is after the answer to',
}

/** What can be asked of an answer, in words: with a value first, then whether it is answered, then of another answer. */
export function testChoicesOf(
  subject: Question | 'sum',
  tests: readonly TestName[],
  comparisons: readonly Comparison[],
): readonly TestChoice[] {
  if (subject === 'sum')
    return (['atLeast', 'above', 'atMost', 'below'] as const).map((value) => ({ value, text: testNames[value] }))
  const isYesNo = subject.type === 'yes-no' || subject.type === 'declaration'
  const withValue = isYesNo
    ? [
        { value: 'is:yes', text: 'is yes' },
        { value: 'is:no', text: 'is no' },
      ]
    : tests.filter((test) => test !== 'answered').map((value) => ({ value, text: nameOf(value, subject) }))
  return [
    ...withValue,
    { value: 'answered', text: 'is answered' },
    { value: 'unanswered', text: 'is not answered' },
    ...comparisons.map((comparison) => ({
      value: `compare-${comparison}`,
      text: `${comparisonNames[comparison]} …`,
    })),
  ]
}

const nameOf = (test: Exclude<TestName, 'answered'>, subject: Question): string =>
  test === 'anyOf' && subject.type === 'checkboxes' ? 'includes any of' : testNames[test]
