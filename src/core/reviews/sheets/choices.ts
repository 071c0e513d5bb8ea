import { categoryWords } from '../filter/filter-words.ts'
import { filterCategories } from '../framework-filter.ts'
import type { Sheet } from './sheet.ts'

/** What is chosen between besides who delivers. */
export const choicesSheet: Sheet = {
  id: 'choices',
  title: 'Choices of scope, solution, implementation and funding',
  what: 'What else is chosen between. Who delivers is chosen between the options of the longlist.',
  chapter: 'options',
  from: 'standard',
  list: { itemName: 'choice', titledBy: 'title', columns: ['category', 'today'], most: 40 },
  guidance:
    'Give each category that you use two to five choices, one of which is how things are today (Green Book 2026, paragraphs 5.22 to 5.27). Leave a category out if there is nothing to choose.',
  questions: () => [
    { type: 'short-text', id: 'title', label: 'What is the choice?', shortName: 'choice', required: true, max: 80 },
    {
      type: 'radios',
      id: 'category',
      label: 'What is it a choice of?',
      shortName: 'category',
      required: true,
      options: filterCategories
        .filter((category) => category !== 'delivery')
        .map((value) => ({ value, label: categoryWords[value].name, hint: categoryWords[value].asks })),
    },
    {
      type: 'yes-no',
      id: 'today',
      label: 'Is it how things are today?',
      shortName: 'it is as today',
      required: true,
    },
    { type: 'long-text', id: 'description', label: 'What does it mean?', maxWords: 150 },
  ],
}
