import type { Bearer, EconomicPart, LineKind, LineNature } from '../../../core/appraisal/index.ts'

export const kindNames: Readonly<Record<LineKind, string>> = { cost: 'Cost', income: 'Income', benefit: 'Benefit' }

export const bearerNames: Readonly<Record<Bearer, string>> = {
  council: 'The council',
  'other-public': 'Another public body',
  society: 'Anybody else',
}

export const natureNames: Readonly<Record<LineNature, string>> = {
  resource: 'Used or made',
  transfer: 'Transfer',
  depreciation: 'Depreciation',
  sunk: 'Sunk',
  'not-cash': 'No money is paid',
}

/** Headings of the results: a line counts to the column that its part names. */
export const partNames: Readonly<Record<EconomicPart, string>> = {
  'public-costs': 'Costs of the public sector',
  'other-costs': 'Costs of others',
  benefits: 'Benefits',
}
