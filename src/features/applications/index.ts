export { applicationsJobs } from './applications.jobs.ts'
export { illustrativeWords } from './applications.messages.ts'
export {
  answerRequestPath,
  applicationPath,
  applyPath,
  blankFormPath,
  manageApplicationPath,
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
export { requestsToReply } from './clarifying/answer-requests.store.ts'
export { type ClarifiedAnswer, clarifiedAnswers } from './clarifying/latest-replies.ts'
export { viewsOfFiles } from './files/file-views.ts'
export { submittedFiles } from './files/submitted-files.ts'
export { tellOfFile } from './files/tell-of-file.ts'
export { moveDrafts } from './migrating/move-drafts.ts'
export { type Access, openApplication } from './open-application.ts'
export { tellOfRequests } from './partners/tell-of-requests.ts'
export { countByVersion } from './programme/count-by-version.ts'
export { writersOf } from './programme/writers-of.ts'
export { type About, type MessageAbout, queueAbout } from './queue-about.ts'
export { searchApplications } from './search-applications.ts'
export { isOfItsDomain } from './sign-off/open-sign-off.ts'
export { askedToSignText } from './sign-off/sign-offs.messages.ts'
export { signOffPath } from './sign-off/sign-offs.paths.ts'
export { type AskedOf, askedOf, signOffsOf } from './sign-off/sign-offs.store.ts'
export { actsInPlaceOf } from './stand-in.ts'
export { startApplication } from './starting/start-application.ts'
export { latestSubmission, type Submission } from './submitting/submissions.store.ts'
export { type Receipt, submitApplication } from './submitting/submit-application.ts'
export { takeBack, type Withdrawn } from './submitting/withdraw-application.ts'
export { deleteTestsOfVersion } from './testing/tests.store.ts'
export type { CameLine, WhatCame } from './what-came.ts'
export { saveAnswers } from './writing/save-answers.ts'
