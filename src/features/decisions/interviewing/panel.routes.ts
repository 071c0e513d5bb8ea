import { leadShown, type ReviewProblem } from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import type { Criterion } from '../../../core/rules/index.ts'
import { wordDiff } from '../../../core/text/word-diff.ts'
import { ukTime, ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { autosaveClash, autosaved, autosaveRefused } from '../../../platform/http/autosave-answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { clashPage, youElsewhere } from '../../../ui/clash-page.ts'
import { html } from '../../../ui/html.ts'
import { type FieldText, scoreFields } from '../../../ui/patterns/index.ts'
import { numberText, reviewProblemLink, scaleFields } from '../../assessment/index.ts'
import { declarePanelConflict, declarePanelLate } from './declare-panel-conflict.ts'
import { halfDaysCounted, subjectWords } from './interviewing.messages.ts'
import {
  panelAvailabilityPath,
  panelConflictPath,
  panelDeclarePath,
  panelInterviewPath,
  panelPath,
  panelProfilePath,
} from './interviewing.paths.ts'
import { panelDeclarePage, panelScorePage, panelShutPage, panelWorkPage } from './pages/panel-work.ts'
import { ownPanelReview } from './panel-reviews.store.ts'
import {
  findPanelInterview,
  findPanelRound,
  isElsewhere,
  type PanelInterview,
  type PanelStanding,
  panelInterviewsOf,
} from './read-panel-work.ts'
import { askedOf, roundPathOf } from './round-path.routes.ts'
import { type PanelSave, type PanelSaved, savePanelReview, sendPanelReview } from './save-panel-review.ts'
import { panelScoreModel } from './show-panel-interview.ts'

const panel = '/panel/:fund/:round'
const one = `${panel}/interviews/:reference`

const back = (ask: Ask) => panelPath(param(ask, 'fund'), param(ask, 'round'))
const here = (ask: Ask) => panelInterviewPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference'))
const found = async ({ db }: Services, ask: Ask) =>
  await findPanelInterview(db, ask.actor, roundPathOf(ask), param(ask, 'reference'))

/** What members of a panel do: their interviews, saying whether they have a conflict, and scoring. */
export const panelRoutes = (services: Services): Route[] => [
  get(panel, 'interview:score', async (ask) => await showWork(services, ask)),
  get(one, 'interview:score', async (ask) => await showOne(services, ask)),
  post(
    one,
    'interview:score',
    'interview.score-saved or interview.score-submitted',
    async (ask) => await save(services, ask),
  ),
  get(`${one}/declare`, 'interview:score', async (ask) => await showDeclare(services, ask, [])),
  post(`${one}/declare`, 'interview:score', 'panel.conflict-declared or panel.no-conflict-declared', async (ask) => {
    const said = { hasConflict: ask.form.line('conflict'), statement: ask.form.text('statement') }
    const result = await declarePanelConflict(services, {
      ...askedOf(ask),
      reference: param(ask, 'reference'),
      ...said,
    })
    if (!result.ok)
      return await showDeclare(
        services,
        ask,
        result.problems.map(({ code }) =>
          code === 'statement-missing'
            ? { text: 'Say what it is', field: 'statement', href: '#statement' }
            : { text: 'Say whether you have a conflict of interest', field: 'conflict', href: '#conflict' },
        ),
      )
    return result.value === 'opened'
      ? seeOther(here(ask))
      : seeOther(back(ask), { flash: 'You leave the room for that interview.' })
  }),
  post(`${one}/conflict`, 'interview:score', 'panel.conflict-declared', async (ask) => {
    const statement = ask.form.text('statement')
    const { round } = await found(services, ask)
    const asked = { ...askedOf(ask), reference: param(ask, 'reference'), statement }
    const result = await declarePanelLate(services, asked)
    if (!result.ok) return shut(ask, round.illustrative, 'recommended', [])
    return seeOther(back(ask), { flash: 'You leave the room for that interview. What you gave does not count.' })
  }),
]

const stateTags: Readonly<Record<PanelStanding, { readonly text: string; readonly classes: string }>> = {
  recused: { text: 'You leave the room', classes: 'govuk-tag--grey' },
  undeclared: { text: 'Say whether you have a conflict', classes: 'govuk-tag--yellow' },
  open: { text: 'Papers open', classes: 'govuk-tag--blue' },
  submitted: { text: 'Submitted', classes: 'govuk-tag--green' },
}

async function showWork({ db }: Services, ask: Ask): Promise<Answer> {
  const work = await findPanelRound(db, ask.actor, roundPathOf(ask))
  const { round, rules, member, interviewing } = work
  const { fund, slug } = round
  const list = await panelInterviewsOf(db, work)
  const published = list.some(({ place }) => place !== undefined)
  const shown = published
    ? list.filter(({ hears, standing, place }) => hears || (standing === 'recused' && place !== undefined))
    : list
  const page = panelWorkPage({
    fund: fund.name,
    round: round.name,
    illustrative: round.illustrative,
    now:
      interviewing.closedAt !== null
        ? 'Interviews have closed.'
        : interviewing.openedAt !== null
          ? 'Interviews are open: read the papers, ask, and score.'
          : 'Interviews are not open yet. Read the papers and prepare.',
    availability: {
      href: panelAvailabilityPath(fund.slug, slug),
      words:
        member.saidAt !== null
          ? `You can come on ${halfDaysCounted(member.halfDays)}.`
          : member.halfDays.length === 0
            ? 'You have not said when you can come.'
            : 'Sessions were added since you said when you can come.',
    },
    interests: {
      href: panelProfilePath(fund.slug, slug),
      words:
        member.interestsConfirmedAt === null
          ? 'You have not confirmed your interests.'
          : 'You have confirmed your interests.',
    },
    rows: shown.map(({ reference, lead, place, standing }) => ({
      reference,
      name: leadShown(rules, lead),
      href:
        standing === 'recused'
          ? undefined
          : standing === 'undeclared'
            ? panelDeclarePath(fund.slug, slug, reference)
            : panelInterviewPath(fund.slug, slug, reference),
      when: place?.startsAt == null ? 'Not yet' : ukTimeWithZone(place.startsAt),
      where: place?.place ?? '',
      state: stateTags[standing],
    })),
  })
  return show(page)
}

async function showDeclare(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { round, rules, interview } = await found(services, ask)
  if (interview.standing === 'recused') return shut(ask, round.illustrative, 'recused', [])
  if (interview.standing !== 'undeclared') return seeOther(here(ask))
  const lead = leadShown(rules, interview.lead)
  const page = panelDeclarePage({
    reference: interview.reference,
    illustrative: round.illustrative,
    facts: [
      ...(lead === '' ? [] : [`Applicant: ${lead}`]),
      ...(interview.deliveryModels.length === 0
        ? []
        : [`About: ${interview.deliveryModels.map(subjectWords).join(', ')}`]),
    ],
    action: panelDeclarePath(param(ask, 'fund'), param(ask, 'round'), interview.reference),
    back: back(ask),
    said: { hasConflict: ask.form.line('conflict'), statement: ask.form.text('statement') },
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

async function showOne(services: Services, ask: Ask): Promise<Answer> {
  const opened = await found(services, ask)
  const { standing } = opened.interview
  if (standing === 'recused') return shut(ask, opened.round.illustrative, 'recused', [])
  if (standing === 'undeclared')
    return seeOther(panelDeclarePath(param(ask, 'fund'), param(ask, 'round'), opened.interview.reference))
  if (standing === 'open' && isElsewhere(opened.interview)) {
    const typed = await typedBefore(services, opened)
    return shut(ask, opened.round.illustrative, 'elsewhere', typed, 200)
  }
  return show(panelScorePage(await panelScoreModel(services, opened, { ...linksOf(ask), csrf: ask.csrf })))
}

const linksOf = (ask: Ask) => ({
  action: here(ask),
  conflictAction: panelConflictPath(param(ask, 'fund'), param(ask, 'round'), param(ask, 'reference')),
  back: back(ask),
})

const shutWords = {
  recused: {
    title: 'You leave the room for this interview',
    text: 'You have a conflict of interest: its papers are not yours to read, and you give no scores.',
  },
  elsewhere: {
    title: 'You are not on the panel of this interview',
    text: 'Whoever is in the room gives scores, and the timetable does not name you. If you are there after all, tell the programme team before interviews close: the timetable is planned from when members can come.',
  },
  closed: {
    title: 'Nothing can be written here any more, or yet',
    text: 'You have submitted your scores, or interviews are not open. What you typed is below, so that you can copy it.',
  },
  recommended: {
    title: 'The panel has recommended already',
    text: 'The recommendation is frozen and rests on what you gave, so that this conflict is not taken here any more. Tell the programme team of it.',
  },
} as const

type TypedWords = { readonly label: string; readonly value: string }

/** What was sent with a form that cannot be kept. */
const typedNow = (ask: Ask, criteria: readonly Criterion[]): readonly TypedWords[] =>
  criteria.flatMap(({ id, name }) => [
    { label: `Points: ${name}`, value: ask.form.text(`points-${id}`) },
    { label: `Comment: ${name}`, value: ask.form.text(`comment-${id}`) },
  ])

/** What a member had written of an interview before the timetable had them elsewhere. */
async function typedBefore(
  { db }: Services,
  { rules, interview, actor }: Awaited<ReturnType<typeof found>>,
): Promise<readonly TypedWords[]> {
  const scores = (await ownPanelReview(db, interview.id, actor.personId))?.scores ?? []
  return rules.interview.criteria.flatMap(({ id, name }) => {
    const own = scores.find(({ criterionId }) => criterionId === id)
    return [
      { label: `Points: ${name}`, value: numberText(own?.points ?? null) },
      { label: `Comment: ${name}`, value: own?.comment ?? '' },
    ]
  })
}

function shut(
  ask: Ask,
  illustrative: boolean,
  why: keyof typeof shutWords,
  words: readonly TypedWords[],
  status = why === 'recused' ? 200 : 409,
): Answer {
  const typed = words
    .concat({ label: 'What the conflict is', value: why === 'recommended' ? ask.form.text('statement') : '' })
    .filter(({ value }) => value.trim() !== '')
  const page = panelShutPage({
    ...shutWords[why],
    reference: param(ask, 'reference'),
    illustrative,
    back: back(ask),
    typed,
  })
  return show(page, { status })
}

const whyShut = (interview: PanelInterview): keyof typeof shutWords => {
  if (interview.standing === 'recused') return 'recused'
  return interview.standing === 'open' && !interview.hears ? 'elsewhere' : 'closed'
}

async function save(services: Services, ask: Ask): Promise<Answer> {
  const { form } = ask
  const clashing = form.all('clash')
  const request: PanelSave = {
    ...askedOf(ask),
    reference: param(ask, 'reference'),
    fields: form,
    versions: form.line('version'),
    keepTheirs: new Set(clashing.filter((id) => form.line(`keep-${id}`) === 'theirs')),
  }
  const submits = !ask.fromScript && form.line('action') === 'submit'
  const opened = await found(services, ask)
  if (opened.interview.standing === 'undeclared') throw notFound('interview')
  const saved = await (submits ? sendPanelReview : savePanelReview)(services, request)
  if (ask.fromScript) return forScript(saved, opened.interview, ask)
  if (saved.kind === 'shut')
    return shut(ask, opened.round.illustrative, whyShut(opened.interview), typedNow(ask, saved.criteria))
  if (saved.kind === 'submitted') return seeOther(here(ask), { flash: 'Your scores are submitted.' })
  if (saved.clashes.length > 0) return showClash(ask, opened, saved)
  if (saved.problems.length > 0) {
    const again = { fields: form, versions: saved.versions, problems: saved.problems }
    const model = await panelScoreModel(services, opened, { ...linksOf(ask), csrf: ask.csrf, again })
    return show(panelScorePage(model), { status: 400 })
  }
  return form.line('action') === 'later'
    ? seeOther(back(ask), { flash: 'Saved.' })
    : seeOther(here(ask), { flash: 'Saved.' })
}

/** What the browser script is told. */
function forScript(saved: PanelSaved, interview: PanelInterview, ask: Ask): Answer {
  if (saved.kind === 'shut' && whyShut(interview) === 'elsewhere')
    return autosaveRefused('The timetable no longer has you on the panel of this interview. It is not saved any more.')
  if (saved.kind === 'shut')
    return autosaveRefused('Interviews are not open, or you have submitted. It is not saved any more.')
  if (saved.clashes.length > 0)
    return autosaveClash(Object.fromEntries(saved.clashes.map(({ criterion, theirs }) => [criterion.id, theirs])))
  const [problem]: readonly ReviewProblem[] = saved.problems
  if (problem !== undefined) return autosaveRefused(`Not saved. ${reviewProblemLink(problem, saved.criteria).text}`)
  return autosaved(saved.versions, ask.receivedAt)
}

function showClash(
  ask: Ask,
  { interview, round }: { interview: PanelInterview; round: { illustrative: boolean } },
  saved: PanelSaved,
): Answer {
  const page = clashPage({
    title: 'You have scored this in another tab',
    happened: 'While you were writing, a score on this page was saved by you in another tab or window.',
    illustrative: round.illustrative,
    caption: interview.reference,
    clashes: saved.clashes.map(({ criterion, mine, theirs }) => ({
      item: criterion.id,
      label: criterion.name,
      by: youElsewhere,
      time: ukTime(new Date(theirs.savedAt), { seconds: true }),
      theirs: [numberText(theirs.points), theirs.comment].filter((line) => line !== ''),
      differs: { kind: 'text', changes: wordDiff(theirs.comment, mine.comment).segments },
      field: [
        scoreFields({
          ...scaleFields(criterion),
          points: numberText(mine.points),
          comment: mine.comment,
          pointsError: undefined,
          commentError: undefined,
        }),
      ],
    })),
    problems: [],
    versions: saved.clashVersions,
    carried: html``,
    action: here(ask),
    takesFiles: false,
    back: { href: here(ask), text: 'Back to the interview' },
    csrf: ask.csrf,
  })
  return show(page, { status: 409 })
}
