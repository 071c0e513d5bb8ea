import { leadShown } from '../../core/assessment/index.ts'
import { type Actor, may } from '../../core/permissions/index.ts'
import type { AssessmentRules } from '../../core/rules/index.ts'

/**
 * Whether the sift and the list of conflicts name applicants to somebody, while the sealed rules hide them: to those alone
 * who sift them or audit, and read the applications themselves. Nothing is hidden before rules are sealed.
 */
export const seesApplicants = (
  actor: Actor,
  { fundId }: { readonly fundId: string },
  rules: Pick<AssessmentRules, 'visibility'> | undefined,
): boolean => rules === undefined || leadShown(rules, 'named') !== '' || may(actor, 'application:list', fundId)
