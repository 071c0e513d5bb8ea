export { type AwardsApproval, awardsApproval } from './deciding/awards-approval.ts'
export { type Decision, decisionOf, markOutcomesTold } from './deciding/decision.store.ts'
export { decisionsJobs } from './decisions.jobs.ts'
export { decisionsPath } from './decisions.paths.ts'
export { decisionsRoutes } from './decisions.routes.ts'
export { finalScores, interviewsClosed } from './interviewing/final-scores.ts'
export {
  type InterviewToAnswer,
  interviewsToCome,
  type PanelWork,
  panelWork,
} from './interviewing/interview-work.store.ts'
export { ownInterviewPath, panelPath } from './interviewing/interviewing.paths.ts'
