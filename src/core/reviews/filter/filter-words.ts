import type { FilterCategory, SuccessFactor } from '../framework-filter.ts'

/** What is chosen between in each category, as the Green Book asks it. @see docs/sources.md#green-book-2026 (table 5) */
export const categoryWords: Readonly<Record<FilterCategory, { readonly name: string; readonly asks: string }>> = {
  scope: { name: 'Scope', asks: 'How much is covered, and for whom' },
  solution: { name: 'Solution', asks: 'What is done for them' },
  delivery: { name: 'Delivery', asks: 'Who delivers it: the options of the longlist' },
  implementation: { name: 'Implementation', asks: 'How fast, and in which steps' },
  funding: { name: 'Funding', asks: 'Who pays, and with which money' },
}

/** What each critical success factor asks. @see docs/sources.md#green-book-2026 (table 4, paragraph 5.6) */
export const factorWords: Readonly<Record<SuccessFactor, { readonly name: string; readonly asks: string }>> = {
  'strategic-fit': {
    name: 'Objectives and strategic fit',
    asks: 'Does it meet the objectives, and fit what else the council does?',
  },
  'value-for-money': { name: 'Value for money', asks: 'May it be worth what it costs society?' },
  'supplier-capacity': {
    name: 'Capacity and capability of suppliers',
    asks: 'Is there somebody who can deliver it, and wants to?',
  },
  affordability: { name: 'Affordability', asks: 'Can it be paid for from what is there each year?' },
  achievability: { name: 'Achievability', asks: 'Can the council and its staff carry the change out?' },
  constraints: { name: 'Constraints', asks: 'Does it keep to law, policy and what is fixed already?' },
}
