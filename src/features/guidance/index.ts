export { hostForMail, originForMail } from '../../platform/config/origin-for-mail.ts'
export { type AnswerToGive, answerQuestion, declineQuestion } from './answer-question.ts'
export { askQuestion } from './ask-question.ts'
export type { PageProblem } from './check-page.ts'
export { type QuestionsToAnswer, questionsToAnswer } from './clarifications.store.ts'
export { copyPages } from './copy-pages.ts'
export { findIdentifiers } from './find-identifiers.ts'
export { guidanceJobs } from './guidance.jobs.ts'
export {
  fundPath,
  manageQuestionsPath,
  pagePath,
  publishedBenefitsPath,
  publishedResourcesPath,
  questionsPath,
  type RoundAddress,
  roundPath,
} from './guidance.paths.ts'
export { guidanceRoutes } from './guidance.routes.ts'
export {
  type ChangeKind,
  changeKinds,
  guidanceParts,
  type PageSlug,
  type PartSlug,
  pageSlugs,
} from './guidance-parts.ts'
export { type PublishedPage, publishedPage } from './pages.store.ts'
export { type PageToPublish, publishPage } from './publish-page.ts'
export { type NewsEntry, newsOfRound } from './read-updates.ts'
export { type PageToSave, savePage } from './save-page.ts'
export { searchGuidance } from './search-guidance.ts'
