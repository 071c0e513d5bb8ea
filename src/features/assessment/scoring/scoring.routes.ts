import type { ReviewProblem } from '../../../core/assessment/index.ts'
import { conflictWords } from '../../../core/rules/index.ts'
import { readVersions } from '../../../core/saving/seen-versions.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { autosaveClash, autosaved, autosaveRefused } from '../../../platform/http/autosave-answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { handBack } from '../assigning/hand-back.ts'
import { gonePage } from '../pages/gone.ts'
import { areasInWords, modelsInWords } from '../subjects.messages.ts'
import { type DeclareProblem, declareConflict, declareLate, standingConflicts } from './declare-conflict.ts'
import { declarePage } from './pages/declare.ts'
import { pilePage } from './pages/pile.ts'
import { scorePage } from './pages/score.ts'
import { scoreClashPage } from './pages/score-clash.ts'
import { scoredPage } from './pages/scored.ts'
import { pinTyped, unpin } from './pin-evidence.ts'
import { itemsOf } from './posted-review.ts'
import { readPile } from './read-pile.ts'
import { readSubmittedReview } from './read-review.ts'
import { calledIn, findGiven, type Given, openScored, type ScoredPath, type WhyShut, whyShut } from './read-scored.ts'
import { reviewOf } from './reviews.store.ts'
import { type ReviewOutcome, type ReviewSave, saveReview, submitReview } from './save-review.ts'
import { declareProblemLink, reviewProblemLink, shutWords } from './scoring.messages.ts'
import { declarePath, pilePath, scorePath, unsavedName } from './scoring.paths.ts'
import { clashesShown } from './show-clashes.ts'
import { scoreModel } from './show-review.ts'
import { typedOf } from './show-typed.ts'

const pile = '/assess/:fund/:round'

const pathOf = (ask: Ask, practice: boolean): ScoredPath => ({
  fund: param(ask, 'fund'),
  round: param(ask, 'round'),
  reference: param(ask, 'reference'),
  practice,
})

/** What assessors do: their pile, saying whether they have a conflict, scoring, and the same for practice. */
export const scoringRoutes = (services: Services): Route[] => [
  get(pile, 'assessment:score', async (ask) => {
    const path = { fund: param(ask, 'fund'), round: param(ask, 'round') }
    return show(pilePage(await readPile(services.db, ask.actor, path, { csrf: ask.csrf, at: ask.receivedAt })))
  }),
  ...[false, true].flatMap((practice) => routesOfOne(services, practice)),
  post(`${pile}/applications/:reference/hand-back`, 'assessment:score', 'assignment.ended', async (ask) => {
    const path = pathOf(ask, false)
    const given = await findGiven(services.db, ask.actor, path)
    const { assignmentId, reference } = given.application
    if (assignmentId === null || whyShut(given) === 'closed') return gone(given, 'taken-away')
    const back = await handBack(services, { actor: ask.actor, assignmentId, reason: '', at: ask.receivedAt })
    return seeOther(pilePath(path.fund, path.round), {
      flash: back.ok
        ? `You have handed ${reference} back. The programme team gives it to somebody else.`
        : `${reference} could not be handed back: it was submitted, or it is no longer yours.`,
    })
  }),
]

function routesOfOne(services: Services, practice: boolean): Route[] {
  const one = `${pile}/${practice ? 'practice' : 'applications'}/:reference`
  return [
    get(one, 'assessment:score', async (ask) => await showReview(services, ask, practice)),
    post(
      one,
      'assessment:score',
      'review.saved or review.submitted',
      async (ask) => await save(services, ask, practice),
    ),
    get(`${one}/declare`, 'assessment:score', async (ask) => await showDeclare(services, ask, practice, [], 200)),
    post(`${one}/declare`, 'assessment:score', 'conflict.declared or conflict.none-declared', async (ask) =>
      declare(services, ask, practice),
    ),
    post(`${one}/conflict`, 'assessment:score', 'conflict.declared', async (ask) => {
      const path = pathOf(ask, practice)
      await declareLate(services, { actor: ask.actor, path, statement: ask.form.text('statement'), at: ask.receivedAt })
      return seeOther(pilePath(path.fund, path.round), { flash: takenAwayWords(path.reference) })
    }),
  ]
}

const takenAwayWords = (reference: string): string =>
  `You have declared a conflict with ${reference}. It is not yours to score any more.`

async function showDeclare(
  services: Services,
  ask: Ask,
  practice: boolean,
  problems: readonly DeclareProblem[],
  status: number,
): Promise<Answer> {
  const path = pathOf(ask, practice)
  const given = await findGiven(services.db, ask.actor, path)
  const shut = whyShut(given)
  if (shut === undefined || shut === 'early')
    return seeOther(scorePath(path.fund, path.round, path.reference, practice))
  if (shut !== 'undeclared') return gone(given, shut)
  const found = await standingConflicts(services.db, given)
  const { application, rules } = given
  const facts = [
    { name: 'Applicant', value: calledIn(rules, application.leadName) },
    ...(application.serviceAreas.length === 0
      ? []
      : [{ name: 'Services', value: areasInWords(application.serviceAreas).join(', ') }]),
    ...(application.deliveryModels.length === 0
      ? []
      : [{ name: 'Models', value: modelsInWords(application.deliveryModels).join(', ') }]),
  ]
  return show(
    declarePage({
      reference: application.reference,
      illustrative: application.illustrative,
      facts,
      found: found.map(
        ({ kind, released }) =>
          `${conflictWords[kind as keyof typeof conflictWords]}${released ? '. The programme team has released it with a reason' : ''}.`,
      ),
      stands: found.some(({ stands }) => stands),
      action: declarePath(path.fund, path.round, path.reference, practice),
      back: pilePath(path.fund, path.round),
      csrf: ask.csrf,
      said: { hasConflict: ask.form.line('conflict'), statement: ask.form.text('statement') },
      problems: problems.map(declareProblemLink),
    }),
    { status },
  )
}

async function declare(services: Services, ask: Ask, practice: boolean): Promise<Answer> {
  const path = pathOf(ask, practice)
  const said = { hasConflict: ask.form.line('conflict'), statement: ask.form.text('statement') }
  const declared = await declareConflict(services, { actor: ask.actor, path, said, at: ask.receivedAt })
  if (!declared.ok) return await showDeclare(services, ask, practice, declared.problems, 400)
  return declared.value === 'taken-away'
    ? seeOther(pilePath(path.fund, path.round), { flash: takenAwayWords(path.reference) })
    : seeOther(scorePath(path.fund, path.round, path.reference, practice))
}

const goneWords: Readonly<Record<Exclude<WhyShut, 'undeclared'>, { readonly title: string; readonly text: string }>> = {
  conflict: {
    title: 'You have declared a conflict of interest',
    text: 'This application is not yours to read or score. What you declared is kept with it.',
  },
  'taken-away': {
    title: 'This application is not yours to score any more',
    text: 'It was handed back, given to somebody else or withdrawn.',
  },
  early: {
    title: 'Scoring has not opened yet',
    text: 'You have said that you have no conflict. The application opens to you when scoring opens.',
  },
  closed: { title: 'Scoring has closed', text: 'You did not submit a review of this application.' },
}

function gone({ application, round }: Given, why: Exclude<WhyShut, 'undeclared'>): Answer {
  const { reference, illustrative } = application
  return show(
    gonePage({
      ...goneWords[why],
      caption: reference,
      illustrative,
      back: { href: pilePath(round.fund.slug, round.slug), text: 'Back to your pile' },
      typed: [],
    }),
  )
}

async function showReview(services: Services, ask: Ask, practice: boolean): Promise<Answer> {
  const path = pathOf(ask, practice)
  const { db } = services
  const given = await findGiven(db, ask.actor, path)
  const shut = whyShut(given)
  if (shut === 'undeclared') return seeOther(declarePath(path.fund, path.round, path.reference, practice))
  if (shut === undefined || shut === 'closed') {
    const review = await reviewOf(db, given.application.id, given.actor.personId, practice)
    if (review?.state === 'submitted') return show(scoredPage(await readSubmittedReview(db, given, review)))
  }
  if (shut !== undefined) return gone(given, shut)
  return show(scorePage(await scoreModel(db, await openScored(db, given), ask.csrf)))
}

async function save(services: Services, ask: Ask, practice: boolean): Promise<Answer> {
  const { form } = ask
  const path = pathOf(ask, practice)
  const clashing = form.all('clash')
  const request: ReviewSave = {
    path,
    rulesSha256: form.line('rules'),
    fields: form,
    versions: form.line('version'),
    keepTheirs: new Set(clashing.filter((id) => form.line(`keep-${id}`) === 'theirs')),
    undecided: new Set(clashing.filter((id) => !['mine', 'theirs'].includes(form.line(`keep-${id}`)))),
    at: ask.receivedAt,
  }
  const [verb, criterion = '', pin = ''] = ask.fromScript ? ['autosave'] : form.line('action').split(':')
  const outcome = await (verb === 'submit' ? submitReview : saveReview)(services, ask.actor, request)
  if (ask.fromScript) return forScript(outcome)
  if (outcome.kind === 'shut') return shutAnswer(ask, path, outcome)
  const here = scorePath(path.fund, path.round, path.reference, practice)
  if (outcome.kind === 'submitted') {
    return practice
      ? seeOther(here)
      : seeOther(pilePath(path.fund, path.round), { flash: `Review of ${path.reference} submitted.` })
  }
  if (outcome.clashes.length > 0) return showClash(ask, path, outcome, request)
  const given = await findGiven(services.db, ask.actor, path)
  if (whyShut(given) !== undefined) return savedBeforeShut(ask, path, outcome)
  const opened = await openScored(services.db, given)
  if (verb === 'unpin') await unpin(services.db, opened, pin)
  const unfound = await pinTyped(services, opened, form, ask.receivedAt)
  // A page of clashes shows only those: what comes after is the whole page, from what is stored.
  if (outcome.problems.length > 0 || unfound.size > 0) return await again(services, ask, practice, outcome, unfound)
  if (verb === 'later')
    return seeOther(pilePath(path.fund, path.round), { flash: `Saved what you wrote of ${path.reference}.` })
  return seeOther(verb === 'pin' || verb === 'unpin' ? `${here}#evidence-${criterion}` : here, { flash: 'Saved.' })
}

/** What was written just before scoring closed, or the application was taken away: it is kept, and what could not be is shown. */
const savedBeforeShut = (ask: Ask, path: ScoredPath, outcome: ReviewOutcome): Answer =>
  outcome.problems.length > 0
    ? shutAnswer(ask, path, { ...outcome, kind: 'shut', shut: 'closed' })
    : seeOther(pilePath(path.fund, path.round), {
        flash: `What you wrote of ${path.reference} is saved. It can no longer be changed.`,
      })

/** The same page with what was typed and what is wrong with it. */
async function again(
  services: Services,
  ask: Ask,
  practice: boolean,
  { criteria, typed, versions, problems }: ReviewOutcome,
  unfound: ReadonlySet<string>,
): Promise<Answer> {
  const opened = await openScored(services.db, await findGiven(services.db, ask.actor, pathOf(ask, practice)))
  const seen = readVersions(itemsOf(criteria), versions) ?? new Map<string, number>()
  const sent = new Set(typedOf(typed))
  const shown = { fields: ask.form, sent, versions: seen, problems, unfound }
  return show(scorePage(await scoreModel(services.db, opened, ask.csrf, shown)), { status: 400 })
}

function shutAnswer(ask: Ask, path: ScoredPath, outcome: Extract<ReviewOutcome, { kind: 'shut' }>): Answer {
  return show(
    gonePage({
      ...shutWords[outcome.shut],
      caption: path.reference,
      illustrative: outcome.row.illustrative,
      back: { href: pilePath(path.fund, path.round), text: 'Back to your pile' },
      typed: outcome.criteria
        .flatMap(({ id, name }) => [
          { label: `Points: ${name}`, value: ask.form.text(`points-${id}`) },
          { label: `Comment: ${name}`, value: ask.form.text(`comment-${id}`) },
        ])
        .concat([
          { label: 'Scope', value: ask.form.text('scope-comment') },
          { label: 'The application as a whole', value: ask.form.text('overall-comment') },
        ])
        .filter(({ value }) => value.trim() !== ''),
    }),
    { status: 409 },
  )
}

const showClash = (ask: Ask, path: ScoredPath, outcome: ReviewOutcome, request: ReviewSave): Answer =>
  show(
    scoreClashPage({
      caption: path.reference,
      keepFor: unsavedName(path),
      illustrative: outcome.row.illustrative,
      clashes: clashesShown(outcome),
      problems: [...request.undecided].map((id) => ({ text: 'Choose which text to keep', href: `#keep-${id}` })),
      versions: outcome.clashVersions,
      rulesSha256: request.rulesSha256,
      action: scorePath(path.fund, path.round, path.reference, path.practice),
      back: scorePath(path.fund, path.round, path.reference, path.practice),
      csrf: ask.csrf,
    }),
    { status: 409 },
  )

/** What the browser script is told. */
function forScript(outcome: ReviewOutcome): Answer {
  if (outcome.kind === 'shut') return autosaveRefused(`${shutWords[outcome.shut].title}. It is not saved any more.`)
  if (outcome.clashes.length > 0) {
    return autosaveClash(
      Object.fromEntries(outcome.clashes.map(({ criterion, theirs }) => [criterion?.id ?? 'whole', theirs])),
    )
  }
  const [problem]: readonly ReviewProblem[] = outcome.problems
  if (problem !== undefined) return autosaveRefused(`Not saved. ${reviewProblemLink(problem, outcome.criteria).text}`)
  return autosaved(outcome.versions, outcome.savedAt)
}
