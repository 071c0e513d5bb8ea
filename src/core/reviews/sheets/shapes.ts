import { type FactorShape, factorShapes } from '../../uncertainty/index.ts'
import type { ReviewRecord } from '../review-record.ts'
import { driverTitles } from '../uncertainty/driver-titles.ts'
import type { Sheet } from './sheet.ts'

const shapeWords: Readonly<Record<FactorShape, { readonly label: string; readonly hint: string }>> = {
  triangular: {
    label: 'Triangular',
    hint: 'Most likely as it stands, and less likely the further away: the usual one',
  },
  pert: { label: 'PERT', hint: 'The same, and closer to what stands in the table' },
  uniform: { label: 'Uniform', hint: 'Anything in the range is as likely as anything else' },
  lognormal: {
    label: 'Lognormal',
    hint: 'No end above: eight times in ten within the range, and sometimes far beyond',
  },
}

const waitsForRange = (record: ReviewRecord): string | undefined =>
  driverTitles(record).length === 0 ? 'Say first of a line of money how far it may turn out below or above.' : undefined

const choices = (titles: readonly string[]) => titles.map((title) => ({ value: title, label: title }))

/** How what a line comes to is spread within its range. */
export const shapesSheet: Sheet = {
  id: 'shapes',
  title: 'How amounts are spread',
  what: 'How likely each amount within the range of a line is. Lines that are not listed here are triangular.',
  chapter: 'money',
  from: 'full',
  list: { itemName: 'spread', titledBy: 'line', columns: ['shape'], most: 100 },
  waitsFor: waitsForRange,
  questions: (record) => [
    { type: 'select', id: 'line', label: 'Which line?', required: true, options: choices(driverTitles(record)) },
    {
      type: 'radios',
      id: 'shape',
      label: 'How is it spread?',
      shortName: 'spread',
      required: true,
      options: factorShapes.map((shape) => ({ value: shape, ...shapeWords[shape] })),
    },
    { type: 'long-text', id: 'why', label: 'Why?', maxWords: 100 },
  ],
}

/** Which lines turn out dearer together. */
export const pairsSheet: Sheet = {
  id: 'pairs',
  title: 'What goes together',
  what: 'Lines that turn out dearer together, or one when the other does not. Leaving this out makes totals look surer than they are.',
  chapter: 'money',
  from: 'full',
  list: { itemName: 'pair', titledBy: 'one', columns: ['other', 'by'], most: 100 },
  waitsFor: waitsForRange,
  questions: (record) => [
    { type: 'select', id: 'one', label: 'Which line?', required: true, options: choices(driverTitles(record)) },
    {
      type: 'select',
      id: 'other',
      label: 'With which other line?',
      shortName: 'other line',
      required: true,
      options: choices(driverTitles(record)),
    },
    {
      type: 'number',
      id: 'by',
      label: 'How much do they go together?',
      hint: 'From -1, always the other way round, over 0, nothing to do with each other, to 1, always together',
      shortName: 'correlation',
      required: true,
      min: -1,
      max: 1,
    },
    { type: 'long-text', id: 'why', label: 'Why?', maxWords: 100 },
  ],
}
