import type { Question } from '../../forms/index.ts'
import { yearRows } from '../money/read-period.ts'
import { optionsOf } from '../read-options.ts'
import { unfitBias } from './bias-evidence.ts'
import type { Sheet } from './sheet.ts'

/** What a line is, which decides in which case it counts. */
const natureOfLine: readonly Question[] = [
  {
    type: 'radios',
    id: 'kind',
    label: 'Is it a cost, an income or a benefit?',
    shortName: 'kind',
    required: true,
    options: [
      { value: 'cost', label: 'Cost' },
      { value: 'income', label: 'Income', hint: 'Money that comes in' },
      { value: 'benefit', label: 'Benefit', hint: 'Worth something to somebody, valued in pounds' },
    ],
  },
  {
    type: 'radios',
    id: 'bearer',
    label: 'Whose is it?',
    shortName: 'whose it is',
    required: true,
    options: [
      { value: 'council', label: 'The council’s' },
      { value: 'other-public', label: 'Another public body’s' },
      { value: 'society', label: 'Anybody else’s: users, staff, firms, charities' },
    ],
  },
  {
    type: 'radios',
    id: 'nature',
    label: 'What kind of money is it?',
    shortName: 'kind of money',
    required: true,
    options: [
      { value: 'resource', label: 'Something is used or made', hint: 'Staff, rent, supplies, fees' },
      {
        value: 'transfer',
        label: 'A transfer',
        hint: 'VAT, business rates, tax, grants, pension deficits: in the financial case, and not in the economic one',
      },
      {
        value: 'depreciation',
        label: 'Depreciation',
        hint: 'In the accounts only: what loses its value was paid for before',
      },
      { value: 'sunk', label: 'Sunk', hint: 'Spent whatever is decided: in neither case' },
      { value: 'not-cash', label: 'No money is paid', hint: 'Such as time of volunteers: in the economic case only' },
    ],
  },
  {
    type: 'radios',
    id: 'basis',
    label: 'Which pounds are the amounts in?',
    shortName: 'kind of pounds',
    required: true,
    options: [
      { value: 'real', label: 'In pounds of the first year', hint: 'Prices are added for the financial case' },
      {
        value: 'nominal',
        label: 'In the pounds that will be paid',
        hint: 'As a budget has it: prices are taken out for the economic case',
      },
    ],
  },
]

/** How its price changes, and how far it may be out. */
const howSure: readonly Question[] = [
  {
    type: 'percentage',
    id: 'growth',
    label: 'By how much does its price rise each year beyond all prices?',
    hint: 'Such as 1 for pay that rises 1% more than prices. Only for pounds of the first year',
    shortName: 'relative price change',
    min: -20,
    max: 20,
  },
  {
    type: 'percentage',
    id: 'low',
    label: 'How far below might it turn out?',
    hint: 'In percent of these amounts, such as 10',
    shortName: 'low',
    min: 0,
    max: 100,
  },
  {
    type: 'percentage',
    id: 'high',
    label: 'How far above might it turn out?',
    hint: 'In percent of these amounts, such as 25',
    shortName: 'high',
    min: 0,
    max: 1000,
  },
  {
    type: 'percentage',
    id: 'bias',
    label: 'How much optimism bias, before anything is done about it?',
    hint: 'From how far your own forecasts were out, or from the published bounds. Costs are raised by it, incomes and benefits lowered',
    shortName: 'optimism bias',
    min: 0,
    max: 200,
  },
  {
    type: 'percentage',
    id: 'mitigated',
    label: 'How much of that bias is dealt with?',
    shortName: 'bias dealt with',
    min: 0,
    max: 100,
  },
  {
    type: 'long-text',
    id: 'evidence',
    label: 'What does the amount rest on, and what the bias and its mitigation?',
    shortName: 'evidence',
    maxWords: 200,
  },
]

/** Every cost, income and benefit of every option, year by year: one table, of which both ledgers are made. */
export const linesSheet: Sheet = {
  id: 'lines',
  title: 'Costs, incomes and benefits',
  what: 'One table of money, from which the economic and the financial case are both worked out.',
  chapter: 'money',
  from: 'quick',
  list: {
    itemName: 'line',
    titledBy: 'title',
    columns: ['option', 'kind', 'bearer', 'nature', 'pounds'],
    most: 400,
    distinct: {
      within: 'option',
      text: 'The option has a line of this name already. Change the amounts of that one, or give this one another name',
    },
  },
  unfit: (_record, content) => unfitBias(content),
  guidance:
    'Lines with the same title in several options count as the same thing: if it turns out dearer, it does so in all of them. Leave out money that is spent already, or mark it as sunk.',
  questions: (record) => [
    {
      type: 'select',
      id: 'option',
      label: 'Which option does it belong to?',
      shortName: 'option',
      required: true,
      options: optionsOf(record).map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      type: 'short-text',
      id: 'title',
      label: 'What is it?',
      hint: 'Such as “Staff”, “Premises” or “VAT that cannot be recovered”',
      shortName: 'title',
      required: true,
      max: 80,
    },
    ...natureOfLine,
    {
      type: 'money-table',
      id: 'pounds',
      label: 'How much each year?',
      hint: 'Enter costs as well as income as positive amounts. A year that is left blank counts as £0',
      shortName: 'amount of at least one year',
      required: true,
      columns: [{ id: 'amount', label: 'Amount' }],
      rows: yearRows(record),
    },
    ...howSure,
  ],
}
