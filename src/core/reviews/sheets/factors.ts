import { factorWords } from '../filter/filter-words.ts'
import { successFactors } from '../framework-filter.ts'
import type { Sheet } from './sheet.ts'

/** What each critical success factor means for this service, said before anything is rated. */
export const factorsSheet: Sheet = {
  id: 'factors',
  title: 'Critical success factors',
  what: 'What an option must meet to be looked at further. Say it before anything is rated.',
  chapter: 'options',
  from: 'quick',
  guidance:
    'An option that fails one of these does not go on the shortlist, but for business as usual (Green Book 2026, paragraph 5.9).',
  questions: () =>
    successFactors.map((factor) => ({
      type: 'long-text',
      id: factor,
      label: factorWords[factor].name,
      hint: `${factorWords[factor].asks} Say what that takes here`,
      required: true,
      maxWords: 100,
    })),
}
