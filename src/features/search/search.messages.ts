import type { FoundKind } from '../../core/search/index.ts'

/** What is found, as headings. */
export const kindNames: Readonly<Record<FoundKind, string>> = {
  application: 'Applications',
  award: 'Awards',
  interview: 'Interviews',
  review: 'Strategic reviews',
  order: 'Orders of support',
  advice: 'Advice of experts',
  benefit: 'Benefits of awards',
  post: 'Questions and posts of a network',
  resource: 'Resources and case studies',
  event: 'Events',
  fund: 'Funds and rounds',
  guidance: 'Guidance',
  update: 'Updates',
  question: 'Questions and answers',
  person: 'People',
  message: 'Messages to you',
}
