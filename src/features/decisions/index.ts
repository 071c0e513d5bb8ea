export { decisionsJobs } from './decisions.jobs.ts'
export { decisionsPath } from './decisions.paths.ts'
export { decisionsRoutes } from './decisions.routes.ts'
export { finalScores, interviewsClosed } from './interviewing/final-scores.ts'
