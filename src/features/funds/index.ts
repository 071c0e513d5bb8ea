export type { AwardType, FactSource, Fund, Funder, VatRule } from '../../core/rounds/fund.ts'
export type { Invitation } from '../../core/rounds/invitation.ts'
export { type Phase, phaseOf } from '../../core/rounds/phase.ts'
export type { Round, RoundInFund, Timetable } from '../../core/rounds/round.ts'
export { type ApprovalStand, approvalStandOf, type RefusedBy } from './approval-stand.ts'
export { type ApprovalsAsked, approvalsAsked } from './approvals-asked.ts'
export { changeRoundRules } from './change-round-rules.ts'
export { chooseForm } from './choose-form.ts'
export type { CountApplications } from './count-applications.ts'
export type { CopyPages } from './create-round.ts'
export { extensionsOf, type GivenExtension, insertExtension } from './extensions.store.ts'
export { findFund, findRound, holdFund, holdRound, type RoundPath } from './find-round.ts'
export { approvalsOf, insertFunder } from './funders.store.ts'
export { fundsJobs } from './funds.jobs.ts'
export {
  benefitsOfFundPath,
  costsPath,
  manageFundPath,
  managePath,
  manageRoundPath,
  noticesPath,
  peoplePath,
  publicRoundPath,
  publicRulesPath,
  roundPagePath,
  supportPath,
  webhooksPath,
} from './funds.paths.ts'
export { fundsRoutes } from './funds.routes.ts'
export {
  fundById,
  fundBySlug,
  fundersOf,
  fundsByIds,
  insertFund,
  insertRound,
  insertTestRound,
  markPublished,
  publishedRounds,
  roundById,
  roundByPath,
  roundsOfFunds,
  updateFormVersion,
  updateRoundRules,
  updateTimetable,
} from './funds.store.ts'
export { invitationsOf } from './invitations.store.ts'
export { type Crumb, fundCrumbs, roundCrumbs } from './list-crumbs.ts'
export { currentNotices, watchNotices } from './notices/current-notices.ts'
export { noticesBetween, type ServiceNotice } from './notices/notices.store.ts'
export { refusedPart } from './pages/refusal.ts'
export { roundOdds } from './round-odds.ts'
export { entryIsLocked } from './sealing/read-lock.ts'
export { documentNow, questionsOfSealedRules, readSealing, type Sealing } from './sealing/read-sealing.ts'
export { type Seal, sealableForms, sealByHash, sealInForce, sealOf, sealsOf } from './sealing/sealing.store.ts'
export type { SealingSeams, Writer } from './sealing/sealing-seams.ts'
export { searchRounds } from './search-rounds.ts'
