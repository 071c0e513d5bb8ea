export { assessmentJobs } from './assessment.jobs.ts'
export { assessmentPath } from './assessment.paths.ts'
export { assessmentRoutes } from './assessment.routes.ts'
export { type Assessment, assessmentOf, hasScores } from './assessment.store.ts'
