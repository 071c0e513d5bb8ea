export {
  type AcceptedAward,
  type AwardToAnswer,
  acceptedAwardsOf,
  awardsToAnswer,
} from './awarding/award-work.store.ts'
export { awardPath } from './awarding/awarding.paths.ts'
export { type Award, agreementsOf, awardsOf, awardsOfFund, awardsOfRounds } from './awarding/awards.store.ts'
export { signersOf } from './awarding/signers.store.ts'
export { type ComplaintToHandle, complaintsToHandle } from './complaints/complaint-work.store.ts'
export { managedComplaintPath } from './complaints/complaints.paths.ts'
export { complaintCounts } from './complaints/read-counts.ts'
export { tellOfEvidence } from './complaints/tell-of-evidence.ts'
export {
  type DebriefsToAnswer,
  type DebriefToCome,
  debriefsToAnswer,
  debriefsToCome,
} from './debriefs/debrief-work.store.ts'
export { debriefsPath, ownDebriefPath } from './debriefs/debriefs.paths.ts'
export { awardsApproval } from './deciding/awards-approval.ts'
export { decisionPath } from './deciding/deciding.paths.ts'
export { type Decision, decisionOf, markOutcomesTold } from './deciding/decision.store.ts'
export { roundsToDecide, type ToDecide } from './deciding/decision-work.store.ts'
export { decisionsJobs } from './decisions.jobs.ts'
export { decisionsPath } from './decisions.paths.ts'
export { decisionsRoutes } from './decisions.routes.ts'
export { judgesOf } from './feedback/judges.store.ts'
export { finalScores, interviewsClosed } from './interviewing/final-scores.ts'
export { freeInterview } from './interviewing/free-interview.ts'
export {
  type InterviewToAnswer,
  interviewsToCome,
  type PanelWork,
  panelWork,
  type TimetableToSettle,
  timetablesToSettle,
} from './interviewing/interview-work.store.ts'
export { interviewsPath, ownInterviewPath, panelPath } from './interviewing/interviewing.paths.ts'
export { settlePanelsOf } from './interviewing/settle-panel.ts'
export { whatCame } from './outcome/list-steps.ts'
export { decidedPath } from './outcome/outcome.paths.ts'
export { searchOutcomes } from './search-outcomes.ts'
export { toldAtOf } from './telling/telling.store.ts'
