import { feedbackStates, releaseProblems } from '../../../core/feedback/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { keptFrom } from '../../assessment/index.ts'
import { findRound } from '../../funds/index.ts'
import { askedOf, roundPathOf } from '../interviewing/round-path.routes.ts'
import { decisionsCrumbs } from '../list-crumbs.ts'
import { openProblemText, releaseProblemText, stateTags } from './feedback.messages.ts'
import { feedbackListPath, feedbackPath, openDraftsPath, releasePath } from './feedback.paths.ts'
import { type Feedback, feedbackOf } from './feedback.store.ts'
import { openDrafts } from './open-drafts.ts'
import { feedbackListPage } from './pages/feedback-list.ts'
import { readSubjects } from './read-subjects.ts'
import { releaseOf } from './release.store.ts'
import { readToRelease, releaseFeedback } from './release-feedback.ts'

const address = '/manage/funds/:fund/:round/decisions/feedback'

/** The feedback of a round: how far each is, opening drafts, and the release. */
export const feedbackRoutes = (services: Services): Route[] => [
  get(address, 'decision:read', async (ask) => await showList(services, ask, [])),
  post(`${address}/open`, 'award:run', 'feedback.opened', async (ask) => {
    const only = ask.form.line('reference')
    const result = await openDrafts(services, { ...askedOf(ask), ...(only !== '' && { only }) })
    if (!result.ok) return await showList(services, ask, result.problems.map(openProblemText))
    const [fund, round] = [param(ask, 'fund'), param(ask, 'round')]
    if (only !== '') return seeOther(feedbackPath(fund, round, only))
    const drafts = result.value === 1 ? '1 draft is open.' : `${result.value} drafts are open.`
    return seeOther(feedbackListPath(fund, round), { flash: drafts })
  }),
  post(`${address}/release`, 'award:run', 'feedback.released', async (ask) => {
    const result = await releaseFeedback(services, askedOf(ask))
    if (!result.ok) return await showList(services, ask, result.problems.map(releaseProblemText))
    const flash = `Feedback on ${result.value === 1 ? '1 application' : `${result.value} applications`} is released. We have emailed everybody.`
    return seeOther(feedbackListPath(param(ask, 'fund'), param(ask, 'round')), { flash })
  }),
]

async function showList({ db }: Services, ask: Ask, problems: readonly string[]): Promise<Answer> {
  const round = await findRound(db, ask.actor, 'decision:read', roundPathOf(ask))
  const { fund, slug } = round
  const found = await readSubjects(db, round)
  const release = await releaseOf(db, round.id)
  const runs = may(ask.actor, 'award:run', round.fundId) && release === undefined
  const feedback = new Map((await feedbackOf(db, round.id)).map((each) => [each.applicationId, each]))
  const kept = found === undefined ? new Set<string>() : await keptFrom(db, round, found.rules, ask.actor)
  const subjects = (found?.subjects ?? []).filter(({ id }) => !kept.has(id))
  const stateOf = (id: string) => feedback.get(id)?.state ?? 'none'
  const toRelease = runs ? await readToRelease(db, round) : undefined
  return show(
    feedbackListPage({
      illustrative: round.illustrative,
      breadcrumbs: [...decisionsCrumbs(round), { text: 'Feedback' }],
      standing:
        release !== undefined
          ? `Released at ${ukTime(release.releasedAt)} by ${release.releasedByName}: ${release.applications === 1 ? '1 application' : `${release.applications} applications`}.`
          : found === undefined
            ? 'Drafts can be opened once the shortlist is frozen.'
            : '',
      counts: (['none', ...feedbackStates] as const).map((state) => ({
        value: subjects.filter(({ id }) => stateOf(id) === state).length,
        label: stateTags[state].text.toLowerCase(),
      })),
      rows: subjects.map(({ id, reference, shownLead }) => ({
        reference,
        name: shownLead,
        href: feedbackPath(fund.slug, slug, reference),
        state: stateTags[stateOf(id)],
        who: whoOf(feedback.get(id)),
      })),
      missing: toRelease === undefined ? [] : releaseProblems(toRelease).map(releaseProblemText),
      openAction:
        runs && subjects.some(({ id, judged }) => judged && !feedback.has(id))
          ? openDraftsPath(fund.slug, slug)
          : undefined,
      releaseAction: runs && found !== undefined ? releasePath(fund.slug, slug) : undefined,
      problems,
      csrf: ask.csrf,
    }),
    { status: problems.length > 0 ? 400 : 200 },
  )
}

const whoOf = (feedback: Feedback | undefined): string => feedback?.approvedByName || feedback?.readyByName || ''
