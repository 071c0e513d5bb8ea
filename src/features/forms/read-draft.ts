import { notFound } from '../../core/errors.ts'
import {
  childrenOf,
  type Form,
  type FormPage,
  findQuestion,
  type NameOf,
  type Question,
} from '../../core/forms/index.ts'
import type { Actor } from '../../core/permissions/index.ts'
import type { Services } from '../../platform/services.ts'
import type { RoundPath } from '../funds/index.ts'
import { typedQuestion } from './build-question.ts'
import {
  conditionPath,
  logicPath,
  newSectionPath,
  partPath,
  sectionPath,
  setPath,
  tryPath,
} from './building/building.paths.ts'
import { partHash } from './change-draft.ts'
import { findDependants } from './find-dependants.ts'
import { findVersion, type VersionInRound } from './find-version.ts'
import { formProblemText } from './forms.messages.ts'
import { draftPagePath, draftQuestionPath, versionPagePath, versionPath } from './forms.paths.ts'
import { moveValue } from './move-part.ts'
import { authorityNames } from './name-authorities.ts'
import { type PageTyped, pageHash } from './page-typed.ts'
import type { QuestionTyped } from './question-typed.ts'
import { answerWords, conditionWords, versionCaption } from './read-form-version.ts'
import { type FormFrame, frameOf } from './read-round-form.ts'

export type DraftAddress = { readonly actor: Actor; readonly path: RoundPath; readonly versionId: string }

/** The values of the buttons that move something; undefined where it is the first or the last already. */
export type Moves = { readonly up: string | undefined; readonly down: string | undefined }

export type OutlinedQuestion = {
  readonly id: string
  readonly label: string
  readonly answer: string
  readonly condition: string
  readonly moves: Moves
  readonly changeHref: string
  readonly conditionHref: string
  readonly removeHref: string
  /** Adds a question to a group; undefined for other questions. */
  readonly addHref: string | undefined
  /** The questions of a group. */
  readonly questions: readonly OutlinedQuestion[]
}

/** A heading over pages, with what can be done with it. */
export type OutlinedSection = {
  readonly id: string
  readonly title: string
  readonly moves: Moves
  readonly changeHref: string
  readonly removeHref: string
}

export type OutlinedPage = {
  readonly id: string
  readonly title: string
  /** The heading above it in the list of tasks, where a new one begins. */
  readonly section: OutlinedSection | undefined
  readonly condition: string
  readonly moves: Moves
  readonly changeHref: string
  readonly addHref: string
  readonly conditionHref: string
  readonly removeHref: string
  readonly saveSetHref: string
  readonly questions: readonly OutlinedQuestion[]
}

/** What stands around every page of the editor. */
export type EditorFrame = {
  readonly frame: FormFrame
  readonly caption: string
  readonly number: number
  readonly versionHref: string
  readonly editHref: string
}

export type DraftOutline = EditorFrame & {
  readonly title: string
  readonly titleHref: string
  readonly pages: readonly OutlinedPage[]
  readonly moveAction: string
  readonly copyAction: string
  readonly moveSectionAction: string
  readonly newPageHref: string
  /** Undefined while there is no page to begin with. */
  readonly newSectionHref: string | undefined
  readonly logicHref: string
  readonly insertSetHref: string
  readonly tryHref: string
  /** How many rules and checks there are. */
  readonly clauses: number
  readonly previewHref: string
}

/**
 * A draft that somebody may edit.
 *
 * @param typed whether they come back with what they typed, and are shown it even if the draft has been published
 * @throws {NotFound} if it is not there, not a draft any more, or not theirs
 */
export async function findDraft(
  { db }: Services,
  { actor, path, versionId }: DraftAddress,
  typed = false,
): Promise<VersionInRound> {
  const found = await findVersion(db, actor, 'fund:edit', path, versionId)
  if (found.version.publishedAt !== null && !typed) throw notFound('draft')
  return found
}

/** What stands around a page of the editor of this draft. */
export const editorFrame = (found: VersionInRound, { path, versionId }: DraftAddress): EditorFrame => ({
  frame: frameOf(found.round),
  caption: versionCaption(found),
  number: found.version.number,
  versionHref: versionPath(path, versionId),
  editHref: versionPagePath(path, versionId, 'edit'),
})

/**
 * Every page and question of a draft, with what can be done with each.
 *
 * @throws {NotFound} if it is not there, not a draft any more, or not theirs
 */
export async function readDraft(services: Services, address: DraftAddress): Promise<DraftOutline> {
  const found = await findDraft(services, address)
  const { path, versionId } = address
  const form = found.version.definition
  const nameOf = await authorityNames(services.db, form)
  return {
    ...editorFrame(found, address),
    title: form.title,
    titleHref: versionPagePath(path, versionId, 'title'),
    pages: form.pages.map((page, index) => outlinePage({ form, nameOf }, page, index, address)),
    moveAction: versionPagePath(path, versionId, 'move'),
    copyAction: partPath(path, versionId, 'copy'),
    moveSectionAction: partPath(path, versionId, 'move-section'),
    newPageHref: versionPagePath(path, versionId, 'new-page'),
    newSectionHref: form.pages.length > 0 ? newSectionPath(path, versionId) : undefined,
    logicHref: logicPath(path, versionId),
    insertSetHref: setPath(path, versionId, 'insert-set'),
    tryHref: tryPath(path, versionId),
    clauses: (form.rules?.length ?? 0) + (form.checks?.length ?? 0),
    previewHref: versionPagePath(path, versionId, 'preview'),
  }
}

/** A form, and what its conditions call authorities. */
type Named = { readonly form: Form; readonly nameOf: NameOf }

function outlinePage(
  { form, nameOf }: Named,
  page: FormPage,
  index: number,
  { path, versionId }: DraftAddress,
): OutlinedPage {
  const last = form.sections?.at(-1)
  const outer = {
    up: index > 0 || (form.sections !== undefined && form.sections[0]?.pages.includes(page.id) === false),
    down: form.pages[index + 1] !== undefined || (last !== undefined && !last.pages.includes(page.id)),
  }
  return {
    id: page.id,
    title: page.title,
    section: outlineSection(form, page, { path, versionId }),
    condition: conditionWords(form, page, nameOf),
    moves: movesOf('page', page.id, index, outer),
    changeHref: draftPagePath(path, versionId, page.id),
    addHref: draftPagePath(path, versionId, page.id, 'new-question'),
    conditionHref: conditionPath(path, versionId, { kind: 'page', id: page.id }),
    removeHref: draftPagePath(path, versionId, page.id, 'remove'),
    saveSetHref: `${setPath(path, versionId, 'save-set')}?page=${encodeURIComponent(page.id)}`,
    questions: outlineQuestions({ form, nameOf }, page.questions, { path, versionId }),
  }
}

/** The section that begins with this page. */
function outlineSection(
  { sections = [] }: Form,
  page: FormPage,
  { path, versionId }: Pick<DraftAddress, 'path' | 'versionId'>,
): OutlinedSection | undefined {
  const place = sections.findIndex(({ pages }) => pages[0] === page.id)
  const section = sections[place]
  return (
    section && {
      id: section.id,
      title: section.title,
      moves: {
        up: place > 0 ? `up:${section.id}` : undefined,
        down: place < sections.length - 1 ? `down:${section.id}` : undefined,
      },
      changeHref: sectionPath(path, versionId, section.id),
      removeHref: sectionPath(path, versionId, section.id, 'remove'),
    }
  )
}

function outlineQuestions(
  { form, nameOf }: Named,
  questions: readonly Question[],
  address: Pick<DraftAddress, 'path' | 'versionId'>,
): readonly OutlinedQuestion[] {
  const { path, versionId } = address
  return questions.map((question, index) => ({
    id: question.id,
    label: question.label,
    answer: answerWords(question),
    condition: conditionWords(form, question, nameOf),
    moves: movesOf('question', question.id, index, { up: index > 0, down: index < questions.length - 1 }),
    changeHref: draftQuestionPath(path, versionId, question.id),
    conditionHref: conditionPath(path, versionId, { kind: 'question', id: question.id }),
    removeHref: draftQuestionPath(path, versionId, question.id, 'remove'),
    addHref:
      question.type === 'repeating-group' ? draftQuestionPath(path, versionId, question.id, 'new-question') : undefined,
    questions: outlineQuestions({ form, nameOf }, childrenOf(question), address),
  }))
}

const movesOf = (
  what: 'page' | 'question',
  id: string,
  place: number,
  can: { readonly up: boolean; readonly down: boolean },
): Moves => ({
  up: can.up ? moveValue({ what, id, place, by: -1 }) : undefined,
  down: can.down ? moveValue({ what, id, place, by: 1 }) : undefined,
})

/** A question of a draft in the fields of its editor. `id` undefined: somebody has removed it meanwhile. */
export type QuestionEditor = EditorFrame & {
  readonly id: string | undefined
  readonly question: Question | undefined
  readonly saved: QuestionTyped | undefined
  readonly seen: string
  readonly condition: string
}

/**
 * @param asked `typed`: whether somebody comes back with what they typed, and is shown it even if the question is gone
 * @throws {NotFound} if the draft or the question is not there, or not theirs
 */
export async function readQuestionEditor(
  services: Services,
  address: DraftAddress & { readonly questionId: string; readonly typed: boolean },
): Promise<QuestionEditor> {
  const found = await findDraft(services, address, address.typed)
  const form = found.version.definition
  const question = findQuestion(form, address.questionId)
  if (question === undefined && !address.typed) throw notFound('question')
  return {
    ...editorFrame(found, address),
    id: question?.id,
    question,
    saved: question && typedQuestion(question),
    seen: question === undefined ? '' : partHash(question, services),
    condition: question === undefined ? '' : conditionWords(form, question, await authorityNames(services.db, form)),
  }
}

/** A question that may be removed, or what it is needed by. */
export type QuestionRemoval = EditorFrame & {
  readonly label: string
  readonly seen: string
  readonly needed: readonly string[]
}

/** @throws {NotFound} if the draft or the question is not there, or not theirs */
export async function readQuestionRemoval(
  services: Services,
  address: DraftAddress & { readonly questionId: string },
): Promise<QuestionRemoval> {
  const found = await findDraft(services, address)
  const form = found.version.definition
  const question = findQuestion(form, address.questionId)
  if (question === undefined) throw notFound('question')
  return {
    ...editorFrame(found, address),
    label: question.label,
    seen: partHash(question, services),
    needed: findDependants(form, question.id).map((dependant) =>
      formProblemText({ code: 'question-needed', ...dependant }),
    ),
  }
}

/** A page of a draft in the fields of its editor; without `saved` it is a new one, or gone meanwhile. */
export type PageEditor = EditorFrame & { readonly saved: PageTyped | undefined; readonly seen: string }

/**
 * @param address `pageId` undefined: for a new page. `typed` as in {@link readQuestionEditor}
 * @throws {NotFound} if the draft or the page is not there, or not theirs
 */
export async function readPageEditor(
  services: Services,
  address: DraftAddress & { readonly pageId: string | undefined; readonly typed: boolean },
): Promise<PageEditor> {
  const found = await findDraft(services, address, address.typed)
  const page = found.version.definition.pages.find(({ id }) => id === address.pageId)
  if (page === undefined && address.pageId !== undefined && !address.typed) throw notFound('page')
  return {
    ...editorFrame(found, address),
    saved: page && { title: page.title, guidance: page.guidance ?? '' },
    seen: page === undefined ? '' : pageHash(page, services),
  }
}

/**
 * The title of the form itself and the guidance before its first page, in the same fields.
 *
 * @throws {NotFound} if the draft is not there, or not theirs
 */
export async function readTitleEditor(
  services: Services,
  address: DraftAddress & { readonly typed: boolean },
): Promise<PageEditor> {
  const found = await findDraft(services, address, address.typed)
  const form = found.version.definition
  return {
    ...editorFrame(found, address),
    saved: { title: form.title, guidance: form.guidance ?? '' },
    seen: pageHash(form, services),
  }
}

/**
 * The page or group that a new question goes into, by what it is called; undefined when it is gone.
 *
 * @throws {NotFound} if the draft is not there, or not theirs; or the place is not and nothing was typed
 */
export async function readPlace(
  services: Services,
  address: DraftAddress & ({ readonly pageId: string } | { readonly groupId: string }) & { readonly typed: boolean },
): Promise<{
  readonly frame: EditorFrame
  readonly name: string | undefined
  /** The questions that stand before and are answered with an authority. */
  readonly naming: readonly Question[]
}> {
  const found = await findDraft(services, address, address.typed)
  const form = found.version.definition
  const group = 'groupId' in address ? findQuestion(form, address.groupId) : undefined
  const page = 'pageId' in address ? form.pages.find(({ id }) => id === address.pageId) : undefined
  const name = group?.type === 'repeating-group' ? group.label : page?.title
  if (name === undefined && !address.typed) throw notFound('page')
  const before = group === undefined ? pagesTo(form, page).flatMap(({ questions }) => questions) : childrenOf(group)
  const naming = before.filter(({ type }) => type === 'authority')
  return { frame: editorFrame(found, address), name, naming }
}

const pagesTo = ({ pages }: Form, page: FormPage | undefined): readonly FormPage[] =>
  page === undefined ? [] : pages.slice(0, pages.indexOf(page) + 1)
