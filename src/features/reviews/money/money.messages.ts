import type { Bearer, LineKind, LineNature, OtherScheduleName, ScheduleName } from '../../../core/appraisal/index.ts'
import type { Json } from '../../../core/canonical/index.ts'

export const scheduleWords: Readonly<Record<ScheduleName, string>> = {
  'green-book-2026': 'the discount rates of the Green Book 2026',
  'green-book-2022': 'the discount rates of the Green Book 2022',
}

/** Rates that a review is tried under and does not rest on, as columns of a table. */
export const otherScheduleWords: Readonly<Record<OtherScheduleName, string>> = {
  'green-book-2026-health': '1.5%, the rate of health and life',
  'tag-2026-health': '1.5% and falling, the rate of health and life in transport',
  'tag-2026-lower-rate': '3.0% and falling, without pure time preference',
  'review-2026-proposal': '3.0%, as proposed',
}

const kindWords: Readonly<Record<LineKind, string>> = { cost: 'Cost', income: 'Income', benefit: 'Benefit' }

const bearerWords: Readonly<Record<Bearer, string>> = {
  council: 'council',
  'other-public': 'other public body',
  society: 'others',
}

const natureWords: Readonly<Record<LineNature, string>> = {
  resource: '',
  transfer: 'transfer',
  depreciation: 'depreciation',
  sunk: 'sunk',
  'not-cash': 'no money paid',
}

/** What a line is, of the answers of its page. @example whatIs({ kind: 'cost', bearer: 'council', nature: 'transfer' }) // => 'Cost, council, transfer' */
export const whatIs = (line: { readonly kind?: Json; readonly bearer?: Json; readonly nature?: Json }): string =>
  [wordOf(kindWords, line.kind), wordOf(bearerWords, line.bearer), wordOf(natureWords, line.nature)]
    .filter((word) => word !== '')
    .join(', ')

const wordOf = (words: Readonly<Record<string, string>>, value: Json | undefined): string =>
  (typeof value === 'string' && Object.hasOwn(words, value) && words[value]) || ''
