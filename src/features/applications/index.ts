export {
  applicationPath,
  applyPath,
  blankFormPath,
  manageApplicationsPath,
  receiptPath,
} from './applications.paths.ts'
export { applicationsRoutes } from './applications.routes.ts'
export {
  type Application,
  type ApplicationInRound,
  type ApplicationState,
  type ApplicationSummary,
  applicationsOfLead,
  applicationsOfOrganisations,
  applicationsToContinue,
  countsOfRounds,
  type RoundCounts,
  roundCounts,
} from './applications.store.ts'
export { countByVersion } from './count-by-version.ts'
export { saveAnswers } from './save-answers.ts'
export { startApplication } from './start-application.ts'
export { type Receipt, submitApplication } from './submit-application.ts'
