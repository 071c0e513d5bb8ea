/**
 * Kinds of professional help, as Delivering Differently bought them: advice up to an options appraisal and an
 * implementation plan, and none on carrying the plan out.
 */
export const supportWork = [
  'legal',
  'finance',
  'hr',
  'tax',
  'engagement',
  'options-appraisal',
  'implementation-plan',
] as const
export type SupportWork = (typeof supportWork)[number]

/** How much of a kind of help a council needs. */
export const needLevels = ['none', 'some', 'much'] as const
export type NeedLevel = (typeof needLevels)[number]

/** Who looks at support: the programme team that buys it, the council that it is for, the supplier that gives it. */
export const supportSides = ['team', 'council', 'supplier'] as const
export type SupportSide = (typeof supportSides)[number]
