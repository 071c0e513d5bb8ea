export { publishingJobs } from './publishing.jobs.ts'
export { publishingRoutes } from './publishing.routes.ts'
