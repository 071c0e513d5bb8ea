export { serviceSetsPath } from './building/building.paths.ts'
export type { CountByVersion, DraftsToMove, OfApplications, VersionCount } from './choose-version.ts'
export { type ChangeInWords, describeChanges } from './describe-changes.messages.ts'
export { fileProblems } from './files/file-problems.ts'
export { fileView, storedFileList, viewsOfOwner } from './files/file-views.ts'
export {
  type KeptWithPage,
  keepFilesFor,
  type SentWithPage,
  takesOf,
  withoutFile,
} from './files/keep-question-files.ts'
export { knowFiles, withGoneFiles } from './files/know-files.ts'
export type { FormProblem } from './form-problem.ts'
export { formProblemText } from './forms.messages.ts'
export { roundRulesPath, testsPath, versionPath } from './forms.paths.ts'
export { formsRoutes } from './forms.routes.ts'
export {
  type FormPurpose,
  type FormRecord,
  type FormVersion,
  formById,
  formsOfFund,
  formVersionById,
  insertForm,
  versionsOfForm,
} from './forms.store.ts'
export { authorityNames } from './name-authorities.ts'
export { namedFacts } from './named-facts.ts'
export { answerHtml, answerSummary, type ChangeLink, type FileLink, fileList } from './pages/answer-summary.ts'
export type { AuthorityChoice, FactsKnown, FileView } from './pages/fields/field.ts'
export { filesPlace, sentEnding } from './pages/fields/file.ts'
export { actionField, addAction, removeAction } from './pages/fields/item-buttons.ts'
export { changeList } from './pages/parts.ts'
export { asksForAuthority, type FieldsModel, problemLinks, questionFields } from './pages/question-fields.ts'
export { publishFormVersion } from './publish-form-version.ts'
export { saveFormDraft } from './save-form-draft.ts'
export { fieldsWithoutItem, withoutItem } from './without-item.ts'
