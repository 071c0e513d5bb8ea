import { leastWordsOfReason } from '../../rules/index.ts'
import { departureOf, departureSheetId, departureWords } from '../preference/departure.ts'
import type { Sheet } from './sheet.ts'

/** Why the report prefers what neither the filter nor the weighing found best. Asked for only where it does. */
export const departureSheet: Sheet = {
  id: departureSheetId,
  title: 'Why another option is preferred',
  what: 'The report prefers an option that the filter does not favour and that is not first by weights and scores. The reason stands in the report with who gave it and when. The report cannot be signed off without it.',
  chapter: 'report',
  from: 'quick',
  asksWhen: (record) => departureOf(record) !== undefined,
  readsWeighing: true,
  each: {
    itemName: 'option',
    of: (record) => {
      const departure = departureOf(record)
      return departure === undefined ? [] : [{ id: departure.preferred.id, title: departure.preferred.title }]
    },
    columns: ['why'],
  },
  waitsFor: (record) =>
    departureOf(record) === undefined
      ? 'No reason is needed: the report prefers no option yet, or one that the filter favours or that is first by weights and scores.'
      : undefined,
  questions: (record) => {
    const departure = departureOf(record)
    return [
      {
        type: 'long-text',
        id: 'why',
        label: 'Why is it preferred all the same?',
        ...(departure !== undefined && { hint: departureWords(departure) }),
        shortName: 'reason',
        required: true,
        minWords: leastWordsOfReason,
        maxWords: 300,
      },
    ]
  },
}
