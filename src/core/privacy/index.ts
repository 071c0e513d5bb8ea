export { anonymousAddress, isAnonymousAddress } from './anonymous-address.ts'
export { cutoff } from './cutoff.ts'
export { carriedOutBy, describeInventory, outcomeWords, periodWords, ruleName } from './describe-inventory.ts'
export { type HoldKind, type HoldProblem, type HoldTyped, holdKinds, readHold } from './hold.ts'
export { type Column, mayBePersonal } from './personal-column.ts'
export { type Reader, redactRow } from './redact.ts'
export type { Clock, Outcome, Period, RetentionRule, RetentionSection, Sweep } from './retention-rule.ts'
export { notAboutPeople, retentionRules, retentionSections } from './retention-rules.ts'
export {
  readSubjectRequest,
  type SubjectRequestKind,
  type SubjectRequestProblem,
  type SubjectRequestTyped,
  subjectRequestKinds,
} from './subject-request.ts'
export { switchStand } from './switch.ts'
