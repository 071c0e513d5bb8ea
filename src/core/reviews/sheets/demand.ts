import { pastYearRows, yearRows } from '../money/index.ts'
import type { Sheet } from './sheet.ts'

/** What was delivered for how much, and how much of it will be needed. */
export const demandSheet: Sheet = {
  id: 'demand',
  title: 'Demand, cost and income by year',
  what: 'What the service delivered and cost in the last three years, and how much of it will be needed.',
  chapter: 'baseline',
  from: 'quick',
  guidance:
    'What it will cost if nothing changes is written once, as the lines of business as usual. The page “The service by year” puts both together, with the cost of one.',
  questions: (record) => [
    {
      type: 'money-table',
      id: 'past',
      label: 'What was delivered, spent and brought in?',
      hint: 'From the accounts, in whole pounds of each year. What is counted is said under “Years and prices”',
      shortName: 'figures of the last three years',
      required: true,
      columns: [
        { id: 'demand', label: 'Number delivered', type: 'whole-number', min: 0 },
        { id: 'gross', label: 'Gross cost in pounds', type: 'whole-number', min: 0 },
        { id: 'income', label: 'Income in pounds', type: 'whole-number', min: 0 },
      ],
      rows: pastYearRows(record),
    },
    {
      type: 'money-table',
      id: 'forecast',
      label: 'How much will be needed?',
      hint: 'The demand that there will be, whoever delivers the service',
      shortName: 'forecast of demand',
      required: true,
      columns: [{ id: 'demand', label: 'Number needed', type: 'whole-number', min: 0 }],
      rows: yearRows(record),
    },
    {
      type: 'long-text',
      id: 'source',
      label: 'What does the forecast rest on?',
      hint: 'Such as population projections, waiting lists, housing plans',
      required: true,
      maxWords: 200,
    },
  ],
}
