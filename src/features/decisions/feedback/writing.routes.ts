import { wordDiff } from '../../../core/text/word-diff.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { autosaveClash, autosaved, autosaveRefused } from '../../../platform/http/autosave-answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { clashPage } from '../../../ui/clash-page.ts'
import { nothing } from '../../../ui/html.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { gonePage } from '../../assessment/index.ts'
import { roundPathOf } from '../interviewing/round-path.routes.ts'
import { approveFeedback, reopenFeedback } from './approve-feedback.ts'
import { approveProblemText, textProblemAt } from './feedback.messages.ts'
import { feedbackListPath, feedbackPath } from './feedback.paths.ts'
import { findFeedback } from './find-feedback.ts'
import { feedbackField, feedbackPage } from './pages/feedback.ts'
import { type FeedbackSave, type FeedbackSaved, fieldOf, finishFeedback, saveFeedback } from './save-feedback.ts'
import { feedbackModel, namesOf, type SentAgain } from './show-feedback.ts'

const one = '/manage/funds/:fund/:round/decisions/feedback/applications/:reference'

const addressOf = (ask: Ask) => ({ actor: ask.actor, path: roundPathOf(ask), reference: param(ask, 'reference') })
const here = (ask: Ask) => feedbackPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))
const list = (ask: Ask) => feedbackListPath(param(ask, 'fund'), param(ask, 'round'))

/** The feedback on one application: written by some, approved by somebody else. */
export const writingRoutes = (services: Services): Route[] => [
  get(one, 'decision:read', async (ask) => await showOne(services, ask, () => [])),
  post(one, 'award:run', 'feedback.saved or feedback.ready', async (ask) => await save(services, ask)),
  post(`${one}/approve`, 'feedback:approve', 'feedback.approved', async (ask) => {
    const asked = { ...addressOf(ask), shown: ask.form.line('shown'), at: ask.receivedAt }
    const result = await approveFeedback(services, asked)
    if (result.ok) return seeOther(list(ask), { flash: `Feedback on ${asked.reference} is approved.` })
    return await showOne(services, ask, (names) =>
      result.problems.map((problem) => ({
        text: approveProblemText(problem, names),
        field: '',
        href: '#main-content',
      })),
    )
  }),
  post(`${one}/reopen`, 'award:run', 'feedback.reopened', async (ask) => {
    const result = await reopenFeedback(services, { ...addressOf(ask), at: ask.receivedAt })
    if (result.ok) return seeOther(here(ask), { flash: 'It is a draft again.' })
    return await showOne(services, ask, (names) =>
      result.problems.map((problem) => ({
        text: approveProblemText(problem, names),
        field: '',
        href: '#main-content',
      })),
    )
  }),
]

type Problems = (names: ReadonlyMap<string, string>) => readonly FieldText[]

async function showOne({ db }: Services, ask: Ask, problemsOf: Problems, again?: SentAgain): Promise<Answer> {
  const found = await findFeedback(db, 'decision:read', addressOf(ask))
  const problems = problemsOf(namesOf(found))
  const model = await feedbackModel(db, ask, found, param(ask, 'reference'), problems, again)
  return show(feedbackPage(model), { status: problems.length > 0 ? 400 : 200 })
}

async function save(services: Services, ask: Ask): Promise<Answer> {
  const { form } = ask
  const clashing = form.all('clash')
  const chose = (id: string) => form.line(`keep-${id}`)
  const request: FeedbackSave = {
    ...addressOf(ask),
    fields: form,
    versions: form.line('version'),
    keepTheirs: new Set(clashing.filter((id) => chose(id) === 'theirs')),
    undecided: new Set(clashing.filter((id) => !['mine', 'theirs'].includes(chose(id)))),
    at: ask.receivedAt,
  }
  const finishes = !ask.fromScript && form.line('action') === 'ready'
  const saved = await (finishes ? finishFeedback : saveFeedback)(services, request)
  if (ask.fromScript) return forScript(saved, ask)
  if (saved.kind === 'shut') return shut(services, ask, saved)
  if (saved.kind === 'ready') return seeOther(list(ask), { flash: `Feedback on ${request.reference} is ready.` })
  if (saved.clashes.length > 0) return await showClash(services, ask, saved, request.undecided)
  if (saved.problems.length > 0)
    return await showOne(
      services,
      ask,
      (names) => saved.problems.map((problem) => textProblemAt(problem, names)),
      saved,
    )
  return seeOther(form.line('action') === 'later' ? list(ask) : here(ask), { flash: 'Saved.' })
}

const namesIn = ({ items }: FeedbackSaved) => new Map(items.map(({ id, name }) => [id, name]))

/** What the browser script is told. */
function forScript(saved: FeedbackSaved, ask: Ask): Answer {
  if (saved.kind === 'shut') return autosaveRefused('This is no draft any more. It is not saved.')
  if (saved.clashes.length > 0)
    return autosaveClash(Object.fromEntries(saved.clashes.map(({ item, theirs }) => [item.id, theirs.text])))
  const [problem] = saved.problems
  if (problem !== undefined) return autosaveRefused(textProblemAt(problem, namesIn(saved)).text)
  return autosaved(saved.versions, ask.receivedAt)
}

async function shut({ db }: Services, ask: Ask, { items }: FeedbackSaved): Promise<Answer> {
  const { round } = await findFeedback(db, 'decision:read', addressOf(ask))
  const page = gonePage({
    caption: param(ask, 'reference'),
    illustrative: round.illustrative,
    title: 'This is no draft any more',
    text: 'Somebody marked it as ready, or feedback was released, while you wrote. Nothing of what you wrote was saved.',
    back: { href: here(ask), text: 'Back to the feedback' },
    typed: items
      .map(({ id, name }) => ({ label: name, value: ask.form.text(fieldOf(id)) }))
      .filter(({ value }) => value.trim() !== ''),
  })
  return show(page, { status: 409 })
}

async function showClash(
  { db }: Services,
  ask: Ask,
  saved: FeedbackSaved,
  undecided: ReadonlySet<string>,
): Promise<Answer> {
  const { round } = await findFeedback(db, 'decision:read', addressOf(ask))
  const page = clashPage({
    title: 'Somebody else has changed this feedback',
    happened: 'While you were writing, a text on this page was saved by somebody else, or by you in another tab.',
    illustrative: round.illustrative,
    caption: param(ask, 'reference'),
    clashes: saved.clashes.map(({ item, mine, theirs }) => ({
      item: item.id,
      label: item.name,
      by: theirs.savedByName,
      time: ukTime(theirs.savedAt, { seconds: true }),
      theirs: theirs.text.split('\n'),
      differs: { kind: 'text', changes: wordDiff(theirs.text, mine).segments },
      field: [feedbackField({ field: fieldOf(item.id), name: item.name, band: '', text: mine }, [])],
    })),
    problems: [...undecided].map((id) => ({ text: 'Choose which text to keep', href: `#keep-${id}` })),
    versions: saved.clashVersions,
    carried: nothing,
    action: here(ask),
    keepFor: `feedback/${param(ask, 'reference')}`,
    takesFiles: false,
    back: { href: here(ask), text: 'Back to the feedback' },
    csrf: ask.csrf,
  })
  return show(page, { status: 409 })
}
