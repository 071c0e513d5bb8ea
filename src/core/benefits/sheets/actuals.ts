import type { Expression } from '../../forms/index.ts'
import { entriesOf, evidenceFilesOr, foundOrUploaded, hasCome } from '../../sheets/index.ts'
import { yearsOf } from '../benefit-record.ts'
import { type FinancialYear, financialYearWords, firstDayOf, lastDayOf, yearId } from '../financial-year.ts'
import { textOf } from '../read-answers.ts'
import type { BenefitSheet } from './benefit-sheet.ts'

/** That an actual of this year ends before or after it. */
const isOutside = (year: FinancialYear): Expression => ({
  all: [
    { question: 'year', is: yearId(year) },
    {
      any: [
        { question: 'until', before: firstDayOf(year) },
        { question: 'until', after: lastDayOf(year) },
      ],
    },
  ],
})

/** What benefits turned out to be, each with what shows it. */
export const actualsSheet: BenefitSheet = {
  id: 'actuals',
  title: 'Actuals',
  what: 'What each benefit turned out to be, with evidence. An actual counts once finance has confirmed it.',
  list: { itemName: 'actual', titledBy: 'benefit', columns: ['year', 'value', 'until'], most: 600 },
  guidance:
    'Amounts of money in the same year add up, so write down each part of a year by itself. Of other measures the last reading of a year counts.',
  waitsFor: (record) =>
    entriesOf(record, 'benefits').length === 0 ? 'Write a benefit in the register first.' : undefined,
  checks: [foundOrUploaded('link', 'Enter the web address of the evidence, or upload it')],
  checksOn: (today, record) => [
    hasCome('until', 'The last day of it must be today or earlier: an actual is what has come about', today),
    {
      id: 'in-year',
      when: { all: [{ not: { question: 'until', after: today } }, { any: yearsOf(record).map(isOutside) }] },
      text: 'The last day of it must be in the year that you chose, which runs from 1 April to 31 March',
      question: 'until',
    },
  ],
  questions: (record) => [
    {
      type: 'select',
      id: 'benefit',
      label: 'Of which benefit?',
      shortName: 'benefit',
      required: true,
      options: entriesOf(record, 'benefits').map(({ id, content }) => ({ value: id, label: textOf(content, 'title') })),
    },
    {
      type: 'select',
      id: 'year',
      label: 'In which year?',
      hint: 'From 1 April to 31 March',
      shortName: 'year',
      required: true,
      options: yearsOf(record).map((year) => ({ value: yearId(year), label: financialYearWords(year) })),
    },
    { type: 'date', id: 'until', label: 'Up to which day?', shortName: 'last day of it', required: true },
    {
      type: 'number',
      id: 'value',
      label: 'How much was it?',
      hint: 'In pounds, or in the unit of the benefit. All of it: what is due to the award is worked out',
      shortName: 'amount',
      required: true,
    },
    {
      type: 'long-text',
      id: 'evidence',
      label: 'What shows it?',
      hint: 'Such as a report to cabinet, the outturn of a budget or a survey, and where in it',
      shortName: 'evidence',
      required: true,
      maxWords: 120,
    },
    {
      type: 'url',
      id: 'link',
      label: 'Where can the evidence be read?',
      hint: 'The web address of the paper or page. Leave blank if you upload it',
      shortName: 'web address of the evidence',
    },
    evidenceFilesOr(),
  ],
}
