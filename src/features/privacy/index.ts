export { privacyJobs } from './privacy.jobs.ts'
export { retentionPath } from './privacy.paths.ts'
export { privacyRoutes } from './privacy.routes.ts'
