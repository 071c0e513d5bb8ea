export { homeJobs } from './home.jobs.ts'
export { homeRoutes } from './home.routes.ts'
