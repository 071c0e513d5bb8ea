export { expertsJobs } from './experts.jobs.ts'
export { managedPanelPath, panelPath, requestPath } from './experts.paths.ts'
export { expertsRoutes } from './experts.routes.ts'
export { tellOfPaper } from './thread/tell-of-paper.ts'
