import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Services } from '../../platform/services.ts'
import type { RoundInFund } from '../funds/index.ts'
import { type Crumb, roundCrumbs } from '../funds/index.ts'
import { type PageTyped, seenState } from './check-page.ts'
import { type QuestionInHand, questionInHand, questionsInHand } from './clarifications.store.ts'
import { findIdentifiers, withoutIdentifiers } from './find-identifiers.ts'
import {
  answerQuestionPath,
  declineQuestionPath,
  editPagePath,
  managePagesPath,
  manageQuestionsPath,
  pagePath,
  questionsPath,
  type RoundAddress,
} from './guidance.paths.ts'
import { defaultTitle, type PageSlug, type SubscriptionKind } from './guidance-parts.ts'
import { type PageInHand, type PageVersion, pageInHand, pagesInHand } from './pages.store.ts'
import { type ChangedField, changedFields } from './read-version.ts'
import { countSubscribers } from './subscriptions.store.ts'

/** What pages for the programme team of a round have around them. */
export type ManageFrame = {
  readonly fundName: string
  readonly roundName: string
  readonly illustrative: boolean
  readonly crumbs: readonly Crumb[]
  readonly pagesHref: string
  readonly questionsHref: string
}

export function manageFrameOf(round: RoundInFund): ManageFrame {
  const address = addressOfRound(round)
  return {
    fundName: round.fund.name,
    roundName: round.name,
    illustrative: round.illustrative || round.fund.illustrative,
    crumbs: roundCrumbs(round),
    pagesHref: managePagesPath(address),
    questionsHref: manageQuestionsPath(address),
  }
}

const addressOfRound = (round: RoundInFund): RoundAddress => ({ fund: round.fund.slug, round: round.slug })

export type ListedPage = {
  readonly title: string
  readonly href: string
  readonly state: 'nothing' | 'draft' | 'published' | 'changed'
  /** Who saved what, and when. */
  readonly detail: string
}

export type PageList = {
  readonly frame: ManageFrame
  readonly pages: readonly ListedPage[]
  readonly publicHref: string
}

/** The pages of a round with where each stands: one statement. */
export async function readPageList({ db }: Pick<Services, 'db'>, round: RoundInFund): Promise<PageList> {
  const address = addressOfRound(round)
  const pages = (await pagesInHand(db, round.id)).map((page) => listed(address, page))
  return { frame: manageFrameOf(round), pages, publicHref: pagePath(address, 'announcement') }
}

function listed(address: RoundAddress, { slug, published, draft }: PageInHand): ListedPage {
  const state =
    draft === undefined
      ? published === undefined
        ? 'nothing'
        : 'published'
      : published === undefined
        ? 'draft'
        : 'changed'
  const title = (draft ?? published)?.title ?? ''
  const parts = [
    ...(title === '' || title === defaultTitle(slug) ? [] : [`“${title}”.`]),
    ...(published?.publishedAt
      ? [`Version ${published.number} published at ${ukTimeWithZone(published.publishedAt)}.`]
      : []),
    ...(draft === undefined
      ? []
      : [
          `Draft saved at ${ukTimeWithZone(draft.savedAt)}${draft.authorName === '' ? '' : ` by ${draft.authorName}`}.`,
        ]),
  ]
  return {
    title: defaultTitle(slug),
    href: editPagePath(address, slug),
    state,
    detail: parts.join(' ') || 'Only what follows from the round’s set-up is shown.',
  }
}

/** A page in the hands of somebody who writes it: as they typed it, or as it was last saved. */
export type PageEditor = {
  readonly frame: ManageFrame
  readonly heading: string
  readonly action: string
  readonly publicHref: string
  readonly typed: PageTyped
  readonly seen: string
  readonly publishedNumber: number | undefined
  readonly savedLine: string
  /** What publishing would change, by field. */
  readonly changes: readonly ChangedField[]
  /** What somebody else saved meanwhile, and how it differs from what was typed. */
  readonly theirs:
    | { readonly by: string; readonly at: string; readonly text: PageTyped; readonly changes: readonly ChangedField[] }
    | undefined
  readonly subscribers: Readonly<Partial<Record<SubscriptionKind, number>>>
}

/**
 * What the editor shows. Whatever was typed is shown again; `seen` is the state as it is now, so that whoever has been
 * shown what somebody else wrote may write over it.
 *
 * @param theirs what somebody else saved meanwhile
 */
export async function readPageEditor(
  { db }: Pick<Services, 'db'>,
  round: RoundInFund,
  slug: PageSlug,
  typed: PageTyped | undefined,
  theirs: PageVersion | undefined,
): Promise<PageEditor> {
  const address = addressOfRound(round)
  const page = await pageInHand(db, round.id, slug)
  const { draft, published } = page
  const shown = typed ?? textOf(page)
  return {
    frame: manageFrameOf(round),
    heading: defaultTitle(slug),
    action: editPagePath(address, slug),
    publicHref: pagePath(address, slug),
    typed: shown,
    seen: seenState(page),
    publishedNumber: published?.number,
    savedLine: listed(address, page).detail,
    changes: published === undefined ? [] : changedFields(published, draft ?? published),
    theirs: theirs && {
      by: theirs.authorName === '' ? 'Somebody else' : theirs.authorName,
      at: ukTimeWithZone(theirs.savedAt),
      text: theirs,
      changes: changedFields(theirs, shown),
    },
    subscribers: await countSubscribers(db, round.id),
  }
}

function textOf({ draft, published, slug }: PageInHand): PageTyped {
  if (draft !== undefined) return draft
  if (published !== undefined) return { ...published, changeNote: '', changeKind: 'content' }
  return { title: defaultTitle(slug), summary: '', body: '', changeNote: '', changeKind: 'content' }
}

export type ListedQuestion = {
  readonly href: string
  readonly question: string
  readonly askedAt: string
  readonly askedBy: string
  readonly state: 'waiting' | 'published' | 'declined'
  readonly detail: string
}

export type ManagedQuestions = {
  readonly frame: ManageFrame
  readonly questions: readonly ListedQuestion[]
  readonly publicHref: string
}

/** Every question of a round, those that wait first: one statement. */
export async function readManagedQuestions(
  { db }: Pick<Services, 'db'>,
  round: RoundInFund,
): Promise<ManagedQuestions> {
  const address = addressOfRound(round)
  const questions = await questionsInHand(db, round.id)
  return {
    frame: manageFrameOf(round),
    questions: questions.map((question) => listedQuestion(address, question)),
    publicHref: questionsPath(address),
  }
}

function listedQuestion(address: RoundAddress, question: QuestionInHand): ListedQuestion {
  const state = stateOf(question)
  return {
    href: answerQuestionPath(address, question.id),
    question: question.publishedQuestion === '' ? question.question : question.publishedQuestion,
    askedAt: ukTimeWithZone(question.askedAt),
    askedBy: askerName(question),
    state,
    detail: detailOf(question),
  }
}

const stateOf = ({ publishedAt, declinedAt }: QuestionInHand): ListedQuestion['state'] =>
  publishedAt !== null ? 'published' : declinedAt !== null ? 'declined' : 'waiting'

function detailOf({ number, publishedAt, declinedAt, answer, declineReason }: QuestionInHand): string {
  if (publishedAt !== null) return `Published as question ${number} at ${ukTimeWithZone(publishedAt)}`
  if (declinedAt !== null) return `Declined at ${ukTimeWithZone(declinedAt)}: ${declineReason}`
  return answer === '' ? '' : 'An answer has been begun'
}

function askerName({ asker }: QuestionInHand): string {
  const name = asker.name === '' ? asker.email : asker.name
  return [name, ...asker.organisations.map((organisation) => organisation.name)].join(', ')
}

/** What is typed towards an answer. */
export type AnswerTyped = {
  readonly publishedQuestion: string
  readonly answer: string
  readonly reason: string
  readonly looked: boolean
}

/** A question in the hands of somebody who answers it. `warnings` are words that may tell who asked. */
export type AnswerEditor = ListedQuestion & {
  readonly frame: ManageFrame
  readonly asked: string
  readonly askedByEmail: string
  readonly typed: AnswerTyped
  readonly warnings: readonly string[]
  readonly action: string
  readonly declineAction: string
  readonly publicHref: string
}

/** @param typed what was typed and is shown again
 * @returns undefined when there is no such question in the round */
export async function readAnswerEditor(
  { db }: Pick<Services, 'db'>,
  round: RoundInFund,
  id: string,
  typed: Partial<AnswerTyped> = {},
): Promise<AnswerEditor | undefined> {
  const address = addressOfRound(round)
  const question = await questionInHand(db, round.id, id)
  if (question === undefined) return undefined
  const begun = question.publishedQuestion === '' && question.answer === ''
  const shown = {
    publishedQuestion: begun ? withoutIdentifiers(question.question, question.asker) : question.publishedQuestion,
    answer: question.answer,
    reason: '',
    looked: false,
    ...typed,
  }
  const { surely, perhaps } = findIdentifiers(`${shown.publishedQuestion}\n${shown.answer}`, question.asker)
  return {
    ...listedQuestion(address, question),
    frame: manageFrameOf(round),
    asked: question.question,
    askedByEmail: question.asker.email,
    typed: shown,
    warnings: [...surely, ...perhaps],
    action: answerQuestionPath(address, id),
    declineAction: declineQuestionPath(address, id),
    publicHref: `${questionsPath(address)}${question.number === null ? '' : `#question-${question.number}`}`,
  }
}
