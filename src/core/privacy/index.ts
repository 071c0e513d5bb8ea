export { carriedOutBy, describeInventory, outcomeWords, periodWords } from './describe-inventory.ts'
export { type Column, mayBePersonal } from './personal-column.ts'
export type { Clock, Outcome, Period, RetentionRule, RetentionSection, Sweep } from './retention-rule.ts'
export { notAboutPeople, retentionRules, retentionSections } from './retention-rules.ts'
