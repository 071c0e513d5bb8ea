import type { AssessmentRules } from '../../../core/rules/index.ts'
import type { RuleSection } from './rule-fields.messages.ts'

const sumFrom = (text: string): Pick<AssessmentRules, 'sumAsked'> => {
  if (text === 'cap') return { sumAsked: '' }
  return text.startsWith('question:') ? { sumAsked: text.slice('question:'.length) } : {}
}

/** Which answer is the sum that an application asks for. */
export const sum: RuleSection = {
  slug: 'sum',
  title: 'Sum of an award',
  intro: 'What each application takes of the budget when awards are chosen: the sum that it asks for, or the cap.',
  locked: true,
  fields: (_, { sumQuestions }) => [
    {
      kind: 'choice',
      name: 'sum',
      label: 'Which answer is the sum asked for?',
      hint: 'More than the cap is counted as the cap',
      options: [
        { value: '', text: 'Not said yet' },
        { value: 'cap', text: 'None: each award counts as the cap' },
        ...sumQuestions.map(({ id, label }) => ({ value: `question:${id}`, text: label })),
      ],
    },
  ],
  values: ({ sumAsked }) => ({ sum: sumAsked === undefined ? '' : sumAsked === '' ? 'cap' : `question:${sumAsked}` }),
  apply: ({ sumAsked: _, ...rules }, { text }) => ({ ...rules, ...sumFrom(text('sum')) }),
}
