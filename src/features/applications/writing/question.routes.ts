import { authorityKinds } from '../../../core/authorities/authority.ts'
import { bytesInMegabyte } from '../../../core/files/index.ts'
import {
  answerWords,
  asksForFiles,
  inputWords,
  MOST_MEGABYTES,
  type NameOf,
  type Problem,
  type Question,
  showAnswer,
} from '../../../core/forms/index.ts'
import { firstWords } from '../../../core/text/first-words.ts'
import { isoDay } from '../../../core/time/day.ts'
import { ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { autosaveClash, autosaved, autosaveRefused } from '../../../platform/http/autosave-answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { searchOrganisations } from '../../accounts/index.ts'
import {
  type AuthorityChoice,
  actionField,
  asksForAuthority,
  fieldsWithoutItem,
  filesPlace,
  problemLinks,
  questionFields,
  withoutFile,
} from '../../forms/index.ts'
import { applicationPath, checkPath, questionPath } from '../applications.paths.ts'
import { fileViews, fileViewsOf } from '../files/file-views.ts'
import { uploadsPath } from '../files/files.paths.ts'
import { keepSentFiles } from '../files/keep-sent-files.ts'
import { writesPage } from '../open-application.ts'
import { sayDeadline, sayWritten } from '../say-deadline.ts'
import { madeUpToo } from '../starting/check-lead.ts'
import { differenceOf, mergedOf } from './describe-clash.ts'
import { togetherOf } from './describe-together.ts'
import { displacedWords } from './displaced-answers.ts'
import { findNextPage } from './find-next-page.ts'
import { clashPage } from './pages/clash.ts'
import { questionPage } from './pages/question.ts'
import { readChoices, withMerged } from './read-choices.ts'
import { type QuestionPage, readQuestionPage } from './read-question-page.ts'
import { type NotPlaced, type SavedPage, type SaveOutcome, saveAnswers } from './save-answers.ts'

const address = '/applications/:reference/pages/:page'

/** More files than this are sent in turns. */
const sentLimits = { count: 10, bytesEach: MOST_MEGABYTES * bytesInMegabyte }

/** Question pages: where applicants spend their time, and what must be quickest. */
export const questionRoutes = (services: Services): Route[] => [
  get(address, 'application:write', async (ask) => await showQuestions(services, ask)),
  post(
    address,
    'application:write',
    'application.saved or file.uploaded',
    async (ask) => await saveQuestions(services, ask),
    { files: sentLimits },
  ),
]

async function showQuestions({ db }: Services, ask: Ask): Promise<Answer> {
  const reference = param(ask, 'reference')
  const withProblems = ask.query.get('all') === 'yes'
  const read = await readQuestionPage(db, ask.actor, {
    reference,
    pageId: param(ask, 'page'),
    at: ask.receivedAt,
    withProblems,
  })
  const { application, questions, version, page, problems } = read
  // Another answer hides this page: there is nothing here to ask.
  if (questions.length === 0) return seeOther(applicationPath(reference))
  const writes = writesPage(read, page.id)
  if (application.state === 'submitted' && writes) return seeOther(applicationPath(reference))
  const authorities = await authoritiesFor(db, questions, ask, application.illustrative)
  return show(
    questionPage({
      ...commonOf(ask, reference),
      title: page.title,
      headingInField: hasHeadingInField(page.title, questions),
      guidance: page.guidance,
      takesFiles: writes && asksForFiles(questions),
      fields: questionFields({
        form: version.definition,
        questions,
        files: fileViews(reference, application.fileStates),
        uploads: { address: uploadsPath(reference, page.id), forgets: true },
        answers: read.answers,
        factsKnown: 'every',
        problems,
        authorities,
        oneMore: ask.query.get('add') ?? undefined,
        onlyQuestionIsHeading: hasHeadingInField(page.title, questions),
      }),
      words: inputWords(questions),
      problems: problemLinks(problems),
      notice: noticeOf(read, ask.receivedAt),
      deadline: countdownOf(application.deadlineAt, ask.receivedAt),
      versions: read.versions,
      formVersionId: version.id,
      readOnly: !writes,
      illustrative: application.illustrative,
      together: read.access === 'read' ? undefined : togetherOf(read, page.id, questions),
      setAside: asidesShown(read, authorities),
    }),
  )
}

const asidesShown = (
  { setAside, application }: Pick<QuestionPage, 'setAside' | 'application'>,
  authorities: readonly AuthorityChoice[],
) =>
  setAside.map(({ question, text }) => {
    const lines = answerWords(question, text.value, namesIn(authorities))
    return {
      label: question.label,
      by: text.by,
      time: sayWritten(text.writtenAt, application.deadlineAt),
      begins: firstWords(lines.join(' '), 6),
      lines,
    }
  })

/** The only question stands for its page when they say the same. */
const hasHeadingInField = (title: string, questions: readonly Question[]): boolean =>
  questions.length === 1 && questions[0]?.label === title

/** That the deadline has passed, and which answers are of after it. */
function noticeOf({ application, questions }: QuestionPage, at: Date): string | undefined {
  const { deadlineAt } = application
  if (deadlineAt === null || at <= deadlineAt) return undefined
  const late = questions.flatMap(({ id, label }) => {
    const savedAt = application.answers[id]?.savedAt
    return savedAt !== undefined && savedAt > deadlineAt ? [`“${label}”, ${ukTime(savedAt)}`] : []
  })
  const passed = `The deadline was ${ukTimeWithZone(deadlineAt)}. What you write is still kept, but the application can no longer be submitted.`
  return late.length === 0 ? passed : `${passed} Saved after the deadline: ${late.join('; ')}.`
}

const countdownOf = (deadlineAt: Date | null, at: Date) =>
  deadlineAt === null || at > deadlineAt ? undefined : sayDeadline(deadlineAt, at)

/** What the page and its form need that does not depend on what was read. */
const commonOf = (ask: Ask, reference: string, pageId = param(ask, 'page')) => {
  const from = (ask.query.get('from') ?? '') === 'check' ? ('check' as const) : undefined
  return {
    caption: reference,
    action: questionPath(reference, pageId, { from }),
    autosaveKey: `${reference}/${pageId}`,
    back: applicationPath(reference),
    csrf: ask.csrf,
  }
}

/** Bodies to choose from, where a question asks for one: in being, or shadow authorities, today. */
async function authoritiesFor(
  db: Database,
  questions: readonly Question[],
  ask: Ask,
  illustrative: boolean,
): Promise<readonly AuthorityChoice[]> {
  if (!asksForAuthority(questions)) return []
  const on = isoDay(ask.receivedAt)
  const found = await searchOrganisations(db, { on, ...madeUpToo(illustrative), kinds: authorityKinds, limit: 2000 })
  return found.map(({ id, name }) => ({ value: id, text: name }))
}

/** The names of bodies among those offered. */
const namesIn =
  (authorities: readonly AuthorityChoice[]): NameOf =>
  (_, id) =>
    authorities.find(({ value }) => value === id)?.text

async function saveQuestions(services: Services, ask: Ask): Promise<Answer> {
  const { form } = ask
  const action = ask.fromScript ? 'autosave' : form.line(actionField)
  const [verb, question = '', index = ''] = action.split(':')
  const { keepTheirs, undecided, merged, unchosen } = readChoices(form)
  const [reference, pageId, formVersionId] = [param(ask, 'reference'), param(ask, 'page'), form.line('form')]
  const { files, receivedAt: at } = ask
  const left = verb === 'remove-file' ? withoutFile(form, question, index) : form
  const kept = await keepSentFiles(services, ask.actor, { reference, pageId, formVersionId, fields: left, files, at })
  const saved = await saveAnswers(services, ask.actor, {
    reference,
    pageId,
    formVersionId,
    fields: withMerged(
      verb === 'remove' ? fieldsWithoutItem(kept.fields, question, Number(index)) : kept.fields,
      merged,
    ),
    versions: form.line('version'),
    keepTheirs,
    undecided,
    unchosen,
    receivedAt: ask.receivedAt,
    onlyIfPlaced: ask.fromScript,
  })
  if (saved.kind === 'not-placed') return notPlaced(saved, ask)
  const outcome = { ...saved, problems: [...kept.problems, ...saved.problems] }
  if (ask.fromScript) return forScript(outcome)
  const answer = await answerTo(services, ask, { outcome, refusedFiles: kept.problems.length > 0, undecided })
  const flash = displacedWords(outcome.displaced ?? [])
  return answer.kind === 'redirect' && flash !== undefined
    ? { ...answer, flash: [flash, answer.flash].filter(Boolean).join(' ') }
    : answer
}

type Came = {
  readonly outcome: SaveOutcome
  readonly refusedFiles: boolean
  readonly undecided: ReadonlySet<string>
}

async function answerTo(services: Services, ask: Ask, { outcome, refusedFiles, undecided }: Came): Promise<Answer> {
  const [verb, question = ''] = ask.form.line(actionField).split(':')
  if (outcome.kind === 'submitted') return await again(services, ask, outcome, 409)
  if (outcome.clashes.length > 0) return await showClash(services, ask, outcome, undecided)
  // What could not be stored stands only on the page that was sent: that page is shown again before anything else.
  if ((verb === 'add' || verb === 'remove') && outcome.unkept.size === 0) {
    const add = verb === 'add' ? question : undefined
    return seeOther(questionPath(outcome.reference, outcome.page.id, { ...fromOf(ask), add, at: question }))
  }
  const unkept = outcome.unkept.size > 0
  if (refusedFiles) return await again(services, ask, outcome, 400)
  if (verb === 'upload' || verb === 'remove-file') {
    return unkept
      ? await again(services, ask, outcome, 400)
      : seeOther(questionPath(outcome.reference, outcome.page.id, { ...fromOf(ask), at: filesPlace(question) }))
  }
  if (outcome.problems.length > 0 && (verb !== 'later' || unkept)) return await again(services, ask, outcome, 400)
  return nextOf(outcome, ask, verb ?? '')
}

const fromOf = (ask: Ask) => (ask.query.get('from') === 'check' ? { from: 'check' as const } : {})

/** Where a saved page leads: back to where the person came from, or on to the next page. */
function nextOf(outcome: SavedPage, ask: Ask, verb: string): Answer {
  const { reference, version, page, answers } = outcome
  if (verb === 'later') return seeOther(applicationPath(reference))
  // A page of two texts shows only those questions that clashed: it does not say which ones its reader has seen.
  const seen = ask.form.has('clash') ? '' : ask.form.line('version')
  const next = findNextPage(version.definition, answers, page.id, seen)
  if (next.kind === 'same') {
    const flash = { important: 'Saved. Because of your answer there is more to answer on this page.' }
    return seeOther(questionPath(reference, page.id, { ...fromOf(ask), at: next.question }), { flash })
  }
  if (ask.query.get('from') === 'check' || next.kind !== 'page') return seeOther(checkPath(reference))
  return seeOther(questionPath(reference, next.id))
}

/** The same page with what was typed and what is wrong with it. */
async function again(services: Services, ask: Ask, outcome: SaveOutcome, status: number): Promise<Answer> {
  const { reference, version, page, questions, answers, problems } = outcome
  const heading = hasHeadingInField(page.title, questions)
  const submitted = outcome.kind === 'submitted'
  const authorities = await authoritiesFor(services.db, questions, ask, outcome.illustrative)
  const asked = { reference, pageId: page.id, at: ask.receivedAt, withProblems: false }
  const stored = await readQuestionPage(services.db, ask.actor, asked)
  return show(
    questionPage({
      ...commonOf(ask, reference, page.id),
      title: page.title,
      headingInField: heading,
      guidance: page.guidance,
      takesFiles: asksForFiles(questions),
      fields: questionFields({
        form: version.definition,
        questions,
        files: await fileViewsOf(services.db, reference, questions, answers),
        uploads: { address: uploadsPath(reference, page.id), forgets: true },
        answers,
        factsKnown: 'every',
        problems,
        authorities,
        onlyQuestionIsHeading: heading,
      }),
      words: inputWords(questions),
      problems: problemLinks(problems),
      notice: submitted
        ? 'This application was submitted while you were writing, so what you wrote here was not saved. Copy it if you need it: to change the application, withdraw it first.'
        : [displacedWords(outcome.displaced ?? []), noticeOf(stored, ask.receivedAt)].filter(Boolean).join(' ') ||
          undefined,
      deadline: submitted ? undefined : countdownOf(outcome.deadlineAt, ask.receivedAt),
      versions: outcome.versions,
      formVersionId: version.id,
      readOnly: false,
      illustrative: outcome.illustrative,
      together: submitted ? undefined : togetherOf(stored, page.id, questions),
      setAside: asidesShown(stored, authorities),
    }),
    { status },
  )
}

async function showClash(
  services: Services,
  ask: Ask,
  outcome: Extract<SaveOutcome, { kind: 'saved' }>,
  undecided: ReadonlySet<string>,
): Promise<Answer> {
  const { reference, version, clashes, answers } = outcome
  const mine = Object.fromEntries(clashes.map((clash) => [clash.question.id, clash.mine ?? null]))
  const authorities = await authoritiesFor(
    services.db,
    clashes.map(({ question }) => question),
    ask,
    outcome.illustrative,
  )
  const common = commonOf(ask, reference, outcome.page.id)
  const shown = clashes.map((clash) => ({
    item: clash.question.id,
    label: clash.question.label,
    by: clash.by,
    time: ukTime(clash.at, { seconds: true }),
    theirs: answerWords(clash.question, clash.theirs, namesIn(authorities)),
    differs: differenceOf(clash, namesIn(authorities)),
    merged: mergedOf(clash, undecided.has(clash.question.id) ? ask.form : undefined),
    field: questionFields({
      form: version.definition,
      questions: [clash.question],
      answers: { ...answers, ...mine },
      factsKnown: 'every',
      problems: [],
      authorities,
    }),
  }))
  return show(
    clashPage({
      ...common,
      besides: displacedWords(outcome.displaced ?? []),
      keepFor: common.autosaveKey,
      clashes: shown,
      takesFiles: asksForFiles(clashes.map(({ question }) => question)),
      words: inputWords(clashes.map(({ question }) => question)),
      illustrative: outcome.illustrative,
      problems: [...undecided].map((id) => ({ text: 'Choose which text to keep', href: `#keep-${id}` })),
      versions: outcome.clashVersions,
      formVersionId: version.id,
    }),
    { status: 409 },
  )
}

/** Nothing of a page that was open while its form changed was written. */
function notPlaced({ reference, displaced, versionsOfShown, savedAt }: NotPlaced, ask: Ask): Answer {
  const flash = displacedWords(displaced)
  if (!ask.fromScript) return seeOther(applicationPath(reference), flash === undefined ? {} : { flash })
  if (displaced.length === 0) return autosaved(versionsOfShown, savedAt)
  return autosaveRefused(
    'Not saved: the form has changed, and something that you wrote here has no place in it. It is kept in this browser: choose save and continue to save the rest and set it aside.',
  )
}

function forScript(outcome: SaveOutcome): Answer {
  if (outcome.kind === 'submitted') {
    return autosaveRefused('This application has been submitted, so it is not saved any more.')
  }
  if (outcome.clashes.length > 0) {
    return autosaveClash(
      Object.fromEntries(outcome.clashes.map(({ question, theirs }) => [question.id, showAnswer(question, theirs)])),
    )
  }
  const unkept = outcome.problems.find(({ question }: Problem) => outcome.unkept.has(question))
  if (unkept !== undefined) return autosaveRefused(`Not saved. ${problemLinks([unkept])[0]?.text ?? ''}`)
  return autosaved(outcome.versionsOfShown, outcome.savedAt)
}
