import type { Option } from '../../forms/index.ts'
import { isToCome } from '../../sheets/index.ts'
import type { Sheet } from './sheet.ts'

/** Those whom section 149 of the Equality Act 2010 names, and what councils add to them. */
const groups: readonly Option[] = [
  { value: 'age', label: 'Age' },
  { value: 'disability', label: 'Disability' },
  { value: 'gender-reassignment', label: 'Gender reassignment' },
  { value: 'pregnancy', label: 'Pregnancy and maternity' },
  { value: 'race', label: 'Race' },
  { value: 'religion', label: 'Religion or belief' },
  { value: 'sex', label: 'Sex' },
  { value: 'orientation', label: 'Sexual orientation' },
  { value: 'marriage', label: 'Marriage and civil partnership' },
  { value: 'income', label: 'Low income', hint: 'Not in the Act' },
  { value: 'rural', label: 'Where people live', hint: 'Not in the Act' },
  { value: 'carers', label: 'Carers and care leavers', hint: 'Not in the Act' },
]

/** What the preferred way would do to groups of people, as the public sector equality duty asks. */
export const equalitySheet: Sheet = {
  id: 'equality',
  title: 'Equality impact',
  what: 'What the change would do to groups of users and staff, and what is done about it.',
  chapter: 'judgement',
  from: 'quick',
  guidance:
    'The duty of section 149 of the Equality Act 2010 is met before the decision, by those who decide, with an open mind. Say what you do not know.',
  checksOn: (today) => [isToCome('again', 'The day on which it is looked at again must be today or later', today)],
  questions: () => [
    {
      type: 'long-text',
      id: 'basis',
      label: 'What is known of those who use the service and work in it?',
      hint: 'Figures by group, where they are from, and what is missing',
      required: true,
      maxWords: 400,
    },
    {
      type: 'repeating-group',
      id: 'effects',
      label: 'Who would be affected, and how?',
      itemName: 'group',
      required: true,
      minItems: 1,
      maxItems: 24,
      questions: [
        { type: 'select', id: 'group', label: 'Group', required: true, options: groups },
        {
          type: 'radios',
          id: 'effect',
          label: 'Effect',
          required: true,
          options: [
            { value: 'better', label: 'Better off' },
            { value: 'same', label: 'No difference' },
            { value: 'worse', label: 'Worse off' },
            { value: 'unknown', label: 'Not known' },
          ],
        },
        { type: 'long-text', id: 'how', label: 'How, and what is done about it?', required: true, maxWords: 150 },
      ],
    },
    { type: 'short-text', id: 'by', label: 'Who made this assessment?', required: true, max: 120 },
    { type: 'date', id: 'again', label: 'When is it looked at again?', required: true },
  ],
}
