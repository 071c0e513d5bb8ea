import type { AssessmentRules } from '../rules/index.ts'

/**
 * The lead of an application as the pages of its assessment have it until the decision is frozen: its name, or '' where the
 * sealed rules hide who applies. Then the reference stands alone.
 */
export const leadShown = ({ visibility }: Pick<AssessmentRules, 'visibility'>, leadName: string): string =>
  visibility.applicantsNamed ? leadName : ''

/** A reference, with the lead where it is shown. */
export const referenceAndLead = (reference: string, lead: string): string =>
  lead === '' ? reference : `${reference}, ${lead}`
