import type { Bearer, LineKind, LineNature, ScheduleName } from '../../../core/appraisal/index.ts'

export const scheduleWords: Readonly<Record<ScheduleName, string>> = {
  'green-book-2026': 'the discount rates of the Green Book 2026',
  'green-book-2022': 'the discount rates of the Green Book 2022',
}

export const kindWords: Readonly<Record<LineKind, string>> = { cost: 'Cost', income: 'Income', benefit: 'Benefit' }

export const bearerWords: Readonly<Record<Bearer, string>> = {
  council: 'council',
  'other-public': 'other public body',
  society: 'others',
}

export const natureWords: Readonly<Record<LineNature, string>> = {
  resource: '',
  transfer: 'transfer',
  depreciation: 'depreciation',
  sunk: 'sunk',
  'not-cash': 'no money paid',
}
