import type { AssessmentRules } from '../rules/assessment-rules.ts'

/**
 * What keeps an expert from a council’s question. Whoever works for it, or did in the last three years, never answers it;
 * whoever is beside it may, if the programme team says why.
 */
export const expertConflictRules: AssessmentRules['conflicts'] = {
  'own-authority': 'hard',
  partner: 'hard',
  employer: 'hard',
  supplier: 'hard',
  'bidding-officer': 'hard',
  neighbour: 'soft',
  'county-and-district': 'soft',
  'combined-authority': 'soft',
  'home-authority': 'soft',
}
