import type { Json } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import {
  type Answers,
  asksForFiles,
  type FormPage,
  isFact,
  type PostedFields,
  type Problem,
  type Question,
  readAnswer,
  whatIsVisible,
} from '../../../core/forms/index.ts'
import type { Actor, SignedIn } from '../../../core/permissions/index.ts'
import { readVersions, writeVersions } from '../../../core/saving/seen-versions.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { type FormVersion, formVersionById, knowFiles } from '../../forms/index.ts'
import type { StoredAnswers } from '../applications.store.ts'
import { isUnfinished, keepingProblems, pageProblems } from '../find-problems.ts'
import { valuesOf } from '../open-application.ts'
import { answersNow, type SavedRow } from './answers.store.ts'
import { type Displaced, findDisplaced, keepDisplaced } from './displaced-answers.ts'
import { knowKinds } from './know-kinds.ts'
import { conditionQuestions } from './read-question-page.ts'
import { keepAside, type SetAside } from './set-aside.store.ts'
import { writePage } from './write-page.ts'

export type SaveRequest = {
  readonly reference: string
  readonly pageId: string
  /** The form version that the page was made from; '' finds nothing. */
  readonly formVersionId: string
  readonly fields: PostedFields
  /** As the page carried them: see `writeVersions`. */
  readonly versions: string
  /** Questions at which this person chose what the other wrote. */
  readonly keepTheirs: ReadonlySet<string>
  /** Questions at which two texts were shown to this person, who chose neither: nothing is written there. */
  readonly undecided: ReadonlySet<string>
  /** What this person typed besides and did not choose, by question: it is set aside. */
  readonly unchosen?: ReadonlyMap<string, readonly PostedFields[]>
  readonly receivedAt: Date
  /** Writes nothing when the form changed meanwhile and something that was typed has no place in it any more. */
  readonly onlyIfPlaced?: boolean
}

/** An answer that two people wrote at once. `theirs` is what is stored. */
export type Clash = {
  readonly question: Question
  readonly mine: Json | undefined
  readonly theirs: Json
  readonly by: string
  readonly at: Date
}

/** A page after a save. What could not be stored stands in `answers` all the same, to be shown again. */
export type SavedPage = {
  readonly reference: string
  readonly version: FormVersion
  readonly page: FormPage
  readonly questions: readonly Question[]
  readonly answers: Answers
  readonly versions: string
  /** The same for the questions that were on the page alone, for a page that stays as it is. */
  readonly versionsOfShown: string
  /** What is wrong with what was written; not that something is still to be written. */
  readonly problems: readonly Problem[]
  /** Questions whose answers could not be stored at all. */
  readonly unkept: ReadonlySet<string>
  readonly deadlineAt: Date | null
  readonly illustrative: boolean
  readonly savedAt: Date
  /** What was typed on a page that was open while its form changed, and is set aside. */
  readonly displaced?: readonly Displaced[]
}

/** Nothing of a page that was open while its form changed is written: none of it has a place, or not all as was asked. */
export type NotPlaced = {
  readonly kind: 'not-placed'
  readonly reference: string
  /** Set aside, unless only all of it was to be written. */
  readonly displaced: readonly Displaced[]
  readonly versionsOfShown: string
  readonly savedAt: Date
}

export type SaveOutcome =
  | (SavedPage & {
      readonly kind: 'saved'
      readonly clashes: readonly Clash[]
      /** For a page that shows only the answers that clashed. */
      readonly clashVersions: string
    })
  /** Submitted meanwhile, by a colleague or in another tab: nothing was saved, and all that was written is handed back. */
  | (SavedPage & { readonly kind: 'submitted' })

/**
 * Saves a page of answers: one statement when nobody else wrote the same answer meanwhile. Whatever was typed is kept,
 * right or wrong, unless it is far too long to be stored. Each answer is merged by itself: only the one that somebody
 * else changed is not written, and then both texts are kept and handed back.
 *
 * @throws {NotFound} if the page is not this person's to write, or is not in the form that it was made from
 */
export async function saveAnswers(
  services: Services,
  actor: Actor,
  request: SaveRequest,
): Promise<SaveOutcome | NotPlaced> {
  if (actor.kind !== 'person') throw notFound('application')
  const version = await formVersionById(services.db, request.formVersionId)
  const page = version?.definition.pages.find(({ id }) => id === request.pageId)
  if (version === undefined || page === undefined) throw notFound('page')
  const typed = await knowTyped(services, request.reference, readPosted(page, request))
  const row = await writeRow(services, actor, request, version, typed)
  await keepUnchosen(services, actor, request, page, row)
  const written = { version, page, typed, row }
  if (row.state !== 'submitted' && row.formVersionId !== version.id) {
    return await saveOnNewForm(services, actor, request, written)
  }
  return await outcomeOf(services, actor, request, written)
}

/**
 * Saves a page that was opened before the round took up another version of its form. What was typed goes to the same
 * questions, wherever they stand now, if this person may write there; the rest is set aside. The versions that were seen
 * are those of the old page.
 *
 * @returns what came of the page that needs its writer most
 */
async function saveOnNewForm(
  services: Services,
  actor: SignedIn,
  request: SaveRequest,
  old: Written,
): Promise<SaveOutcome | NotPlaced> {
  const version = await formVersionById(services.db, old.row.formVersionId)
  if (version === undefined) throw notFound('page')
  const { reference, receivedAt: at, versions: versionsOfShown } = request
  const applicationId = old.row.id
  const [before, after] = [old.version.definition, version.definition]
  const displacement = await findDisplaced(services, actor, { ...old, reference, applicationId, before, after, at })
  const displaced = displacement.texts
  const nothing: NotPlaced = { kind: 'not-placed', reference, displaced, versionsOfShown, savedAt: at }
  if (request.onlyIfPlaced && displaced.length > 0) return nothing
  await keepDisplaced(services, actor, applicationId, displaced)
  const placed = old.typed.filter(({ question }) => !displacement.questions.has(question.id))
  const seen = new Map(placed.map((one) => [one.question.id, one.version]))
  const outcomes: SaveOutcome[] = []
  for (const page of after.pages.filter(({ questions }) => questions.some(({ id }) => seen.has(id)))) {
    const versions = writeVersions(page.questions, seen)
    const again = { ...request, pageId: page.id, formVersionId: version.id, versions }
    const typed = await knowTyped(services, reference, readPosted(page, again))
    const row = await writeRow(services, actor, again, version, typed)
    outcomes.push(await outcomeOf(services, actor, again, { version, page, typed, row }))
  }
  const first = mostPressing(outcomes, old.page.id)
  return first === undefined ? nothing : { ...first, displaced, versionsOfShown: versionsOnOld(old, outcomes) }
}

/** Of the pages to which one old page was saved, the one to show: the rest of them is kept. */
const mostPressing = (outcomes: readonly SaveOutcome[], oldPage: string): SaveOutcome | undefined =>
  outcomes.find(({ kind }) => kind === 'submitted') ??
  outcomes.find(({ unkept }) => unkept.size > 0) ??
  outcomes.find((one) => one.kind === 'saved' && one.clashes.length > 0) ??
  outcomes.find(({ problems }) => problems.length > 0) ??
  outcomes.find(({ page }) => page.id === oldPage) ??
  outcomes[0]

/** What the old page has seen after a save, in its own order, so that it can go on as it is. */
function versionsOnOld({ page, typed }: Written, outcomes: readonly SaveOutcome[]): string {
  const now = outcomes.flatMap((one) => [...(readVersions(one.page.questions, one.versionsOfShown) ?? [])])
  return writeVersions(
    page.questions,
    new Map([...typed.map((one) => [one.question.id, one.version] as const), ...now]),
  )
}

/** One posted answer. `unkept`: why it cannot be stored, if so. */
type Typed = {
  readonly question: Question
  readonly value: Json | undefined
  readonly version: number
  readonly unkept: readonly Problem[]
  readonly undecided: boolean
}

function readPosted(page: FormPage, { fields, versions, keepTheirs, undecided }: SaveRequest): readonly Typed[] {
  // Without its versions a page is taken for one that had seen nothing: it can add, and cannot write over anything.
  const seen = readVersions(page.questions, versions) ?? new Map(page.questions.map(({ id }) => [id, 0]))
  return page.questions.flatMap((question) => {
    const version = seen.get(question.id)
    if (version === undefined || keepTheirs.has(question.id) || isFact(question)) return []
    const value = readAnswer(question, fields)
    const unkept = keepingProblems(question, value)
    return [{ question, value, version, unkept, undecided: undecided.has(question.id) }]
  })
}

/** What a page says of files and of kinds of bodies is not taken for true. */
const knowTyped = async ({ db }: Services, reference: string, typed: readonly Typed[]): Promise<readonly Typed[]> =>
  await knowKinds(db, await knowFiles(db, { type: 'application', id: reference }, typed))

async function writeRow(
  services: Services,
  actor: SignedIn,
  request: SaveRequest,
  version: FormVersion,
  typed: readonly Typed[],
): Promise<SavedRow> {
  return await writePage(services.db, actor, version.definition, {
    reference: request.reference,
    formVersionId: version.id,
    pageId: request.pageId,
    posted: typed
      .filter(({ unkept, undecided }) => unkept.length === 0 && !undecided)
      .map((one) => ({ question_id: one.question.id, value: one.value ?? null, version: one.version })),
    alsoRead: [
      ...(version.definition.pages.find(({ id }) => id === request.pageId)?.questions ?? []).map(({ id }) => id),
      ...conditionQuestions(version.definition),
    ],
    at: request.receivedAt,
  })
}

type Written = {
  readonly version: FormVersion
  readonly page: FormPage
  readonly typed: readonly Typed[]
  readonly row: SavedRow
}

async function outcomeOf(
  services: Services,
  actor: SignedIn,
  request: SaveRequest,
  { version, page, typed, row }: Written,
): Promise<SaveOutcome> {
  if (row.state !== 'submitted' && row.formVersionId !== version.id) throw notFound('page')
  const lost = row.state === 'submitted' ? [] : typed.filter((one) => clashed(one, row))
  const now =
    lost.length === 0
      ? {}
      : await answersNow(
          services.db,
          row.id,
          lost.map(({ question }) => question.id),
        )
  const shown = typed.filter((one) => !lost.includes(one) && row.verdicts[one.question.id] !== 'untouched')
  const stored = { ...row.before, ...now }
  const answers = { ...valuesOf(stored), ...valuesTyped(shown) }
  const form = version.definition
  const questions = whatIsVisible(form, answers).pages.find((visible) => visible.page.id === page.id)?.questions ?? []
  const versionsOf = (some: readonly Question[]) =>
    new Map(some.map(({ id }) => [id, versionNow(id, typed, row, stored)]))
  const saved: SavedPage = {
    reference: request.reference,
    version,
    page,
    questions,
    answers,
    versions: writeVersions(page.questions, versionsOf(questions)),
    versionsOfShown: writeVersions(page.questions, versionsOf(typed.map(({ question }) => question))),
    problems: await problemsOf(services, request, { version, page, typed, row }, answers),
    unkept: new Set(typed.filter((one) => one.unkept.length > 0).map(({ question }) => question.id)),
    deadlineAt: row.deadlineAt,
    illustrative: row.illustrative,
    savedAt: request.receivedAt,
  }
  if (row.state === 'submitted') return { ...saved, kind: 'submitted' }
  const clashVersions = writeVersions(
    page.questions,
    new Map(lost.map(({ question }) => [question.id, now[question.id]?.version ?? 0])),
  )
  return { ...saved, kind: 'saved', clashes: await clashesOf(services, actor, row, lost, now), clashVersions }
}

/** Written by another before this statement, or at the same moment, so that the write found a newer version. */
const clashed = ({ question, undecided }: Typed, { verdicts, written }: SavedRow): boolean =>
  undecided ||
  verdicts[question.id] === 'clash' ||
  (verdicts[question.id] === 'write' && written[question.id] === undefined)

const valuesTyped = (typed: readonly Typed[]): Answers =>
  Object.fromEntries(typed.map(({ question, value }) => [question.id, value ?? null]))

/** What this page has seen: an answer that it left alone while another changed it is still at the version it showed. */
function versionNow(id: string, typed: readonly Typed[], row: SavedRow, stored: StoredAnswers): number {
  const posted = typed.find(({ question }) => question.id === id)
  if (posted !== undefined && row.verdicts[id] === 'untouched') return posted.version
  return row.written[id] ?? stored[id]?.version ?? 0
}

async function problemsOf(
  services: Services,
  { reference, receivedAt, pageId }: SaveRequest,
  { version, typed, row }: Written,
  answers: Answers,
): Promise<readonly Problem[]> {
  const unkept = typed.flatMap((one) => one.unkept)
  const register = { db: services.db, at: receivedAt, reference, illustrative: row.illustrative }
  const found = await pageProblems(version.definition, answers, pageId, register)
  const others = found.filter(
    (problem) => !isUnfinished(problem) && !unkept.some((one) => one.question === problem.question),
  )
  return [...unkept, ...others]
}

/** The answers that clashed, with who was first. What this person wrote is kept aside, whatever they choose. */
async function clashesOf(
  services: Services,
  actor: SignedIn,
  row: SavedRow,
  lost: readonly Typed[],
  now: StoredAnswers,
): Promise<readonly Clash[]> {
  if (lost.length === 0) return []
  const { db, clock } = services
  const written = lost.filter(({ undecided }) => !undecided)
  await setAside(
    services,
    actor,
    row,
    written.map(({ question, value }) => ({ questionId: question.id, value: value ?? null })),
  )
  const writers = Object.values(now).map(({ savedBy }) => savedBy)
  const people = await peopleById(db, [...new Set(writers)])
  return lost.map(({ question, value }) => {
    const theirs = now[question.id]
    const person = people.get(theirs?.savedBy ?? '')
    const by =
      theirs?.savedBy === actor.personId ? 'you in another tab' : person?.name || person?.email || 'somebody else'
    return { question, mine: value, theirs: theirs?.value ?? null, by, at: theirs?.savedAt ?? clock() }
  })
}

/** Sets aside what was typed where two texts were shown and is not the text that was chosen. */
async function keepUnchosen(
  services: Services,
  actor: SignedIn,
  { unchosen = new Map() }: SaveRequest,
  page: FormPage,
  row: SavedRow,
): Promise<void> {
  const texts = page.questions.flatMap((question) =>
    (unchosen.get(question.id) ?? []).flatMap((fields) => {
      const value = readAnswer(question, fields)
      // A file is kept with the application in any case.
      const isKept = value !== undefined && !asksForFiles([question]) && keepingProblems(question, value).length === 0
      return isKept ? [{ questionId: question.id, value }] : []
    }),
  )
  await setAside(services, actor, row, texts)
}

async function setAside(
  { db, clock, newId }: Services,
  actor: SignedIn,
  row: SavedRow,
  texts: readonly Pick<SetAside, 'questionId' | 'value'>[],
): Promise<void> {
  const about = { applicationId: row.id, writtenAt: clock(), writtenBy: actor.personId }
  await keepAside(
    db,
    texts.map((text) => ({ ...text, ...about, id: newId() })),
  )
}
