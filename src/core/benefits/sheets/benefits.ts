import type { Question } from '../../forms/index.ts'
import { entriesOf } from '../../sheets/index.ts'
import { benefitKinds, moneyKinds } from '../benefit-kinds.ts'
import { type BenefitRecord, yearsOf } from '../benefit-record.ts'
import { financialYearWords, yearId } from '../financial-year.ts'
import { textOf } from '../read-answers.ts'
import type { BenefitSheet } from './benefit-sheet.ts'
import { unfitForecast } from './forecast-range.ts'

const isMoney = { question: 'kind', anyOf: moneyKinds }
/** Neither holds before a kind is chosen: what somebody types is then in the unit that is asked for. */
const isMeasure = {
  question: 'kind',
  anyOf: benefitKinds.map(({ id }) => id).filter((id) => !moneyKinds.some((kind) => kind === id)),
}

const whatItIs: readonly Question[] = [
  { type: 'short-text', id: 'title', label: 'What is the benefit?', shortName: 'benefit', required: true, max: 100 },
  {
    type: 'radios',
    id: 'kind',
    label: 'What kind of benefit is it?',
    shortName: 'kind',
    required: true,
    options: benefitKinds.map(({ id, name, what }) => ({ value: id, label: name, hint: what })),
  },
  {
    type: 'long-text',
    id: 'definition',
    label: 'What exactly counts, and what does not?',
    shortName: 'definition',
    required: true,
    maxWords: 150,
  },
  {
    type: 'short-text',
    id: 'measure',
    label: 'How is it measured?',
    hint: 'Such as “spend against budget, from the ledger” or “days lost for each full-time post”',
    shortName: 'measure',
    required: true,
    max: 160,
  },
  {
    type: 'short-text',
    id: 'unit',
    label: 'In which unit?',
    hint: 'Such as days, per cent, hours a week or miles',
    shortName: 'unit',
    required: true,
    max: 40,
    showIf: isMeasure,
  },
  {
    type: 'short-text',
    id: 'line',
    label: 'Which budget does it come out of?',
    hint: 'The name or code of the line in the budget, so that nothing is counted twice',
    shortName: 'budget',
    required: true,
    max: 80,
    showIf: isMoney,
  },
  { type: 'short-text', id: 'owner', label: 'Who answers for it?', shortName: 'owner', required: true, max: 80 },
  {
    type: 'short-text',
    id: 'falls-to',
    label: 'To whom does it fall?',
    hint: 'Such as the council, schools, the health service or residents',
    shortName: 'whom it falls to',
    required: true,
    max: 80,
  },
]

const fromWhere: readonly Question[] = [
  { type: 'number', id: 'baseline', label: 'What was it before?', shortName: 'baseline', required: true },
  {
    type: 'date',
    id: 'baseline-on',
    label: 'On which day was that?',
    shortName: 'day of the baseline',
    required: true,
  },
  {
    type: 'short-text',
    id: 'baseline-source',
    label: 'Where does that figure come from?',
    shortName: 'source of the baseline',
    required: true,
    max: 200,
  },
  { type: 'number', id: 'target', label: 'What is it to become?', shortName: 'target', required: true },
  { type: 'date', id: 'target-on', label: 'By which day?', shortName: 'day of the target', required: true },
]

const columns = ['low', 'central', 'high'] as const
const columnWords = { low: 'Low', central: 'Central', high: 'High' }

/** The same table for pounds and for other units: what is shown depends on the kind. */
const forecast = (record: BenefitRecord): readonly Question[] => {
  const rows = yearsOf(record).map((year) => ({ id: yearId(year), label: financialYearWords(year) }))
  const table = (type: 'money' | 'number') => ({
    type: 'money-table' as const,
    shortName: 'forecast',
    required: true,
    rows,
    columns: columns.map((id) => ({ id, label: columnWords[id], type })),
  })
  return [
    {
      ...table('money'),
      id: 'pounds',
      label: 'How much is it expected to be in each year?',
      hint: 'All of it, in pounds of that year, before it is lowered for optimism. Leave a year blank for nothing',
      showIf: isMoney,
    },
    {
      ...table('number'),
      id: 'figures',
      label: 'What is it expected to be in each year?',
      hint: 'In its unit. Leave a year blank if you expect no reading',
      showIf: isMeasure,
    },
  ]
}

const howSure: readonly Question[] = [
  {
    type: 'percentage',
    id: 'attribution',
    label: 'How much of it is due to what the award paid for?',
    shortName: 'attribution',
    required: true,
    min: 0,
    max: 100,
  },
  {
    type: 'long-text',
    id: 'attribution-reason',
    label: 'Why that much?',
    hint: 'What else had a part in it, and what would have happened without',
    shortName: 'reason for the attribution',
    required: true,
    maxWords: 120,
  },
  {
    type: 'percentage',
    id: 'optimism',
    label: 'By how much is the forecast lowered for optimism?',
    hint: 'From how far forecasts of this kind were out before',
    shortName: 'adjustment for optimism',
    required: true,
    min: 0,
    max: 100,
  },
]

const overlaps = (record: BenefitRecord, entry: string | undefined): readonly Question[] => {
  const others = entriesOf(record, 'benefits').filter(({ id }) => id !== entry)
  return others.length === 0
    ? []
    : [
        {
          type: 'checkboxes',
          id: 'overlaps',
          label: 'Is it the same as another benefit, or part of it?',
          hint: 'It is then counted once. Leave blank if it is not',
          shortName: 'benefits that it overlaps with',
          options: others.map(({ id, content }) => ({ value: id, label: textOf(content, 'title') })),
        },
      ]
}

/** What is to be better than before, how it is measured, and how much of it is expected. */
export const benefitsSheet: BenefitSheet = {
  id: 'benefits',
  title: 'Benefits register',
  what: 'What is to be better than before, how it is measured, and how much of it is expected in each year.',
  list: { itemName: 'benefit', titledBy: 'title', columns: ['kind', 'owner', 'target', 'target-on'], most: 60 },
  unfit: (record, content) => unfitForecast(yearsOf(record), content),
  questions: (record, entry) => [
    ...whatItIs,
    ...fromWhere,
    ...forecast(record),
    ...howSure,
    ...overlaps(record, entry),
  ],
}
