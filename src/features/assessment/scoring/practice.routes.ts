import { leadShown, referenceAndLead } from '../../../core/assessment/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { manageApplicationsPath } from '../../applications/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { assessmentCrumbs } from '../list-crumbs.ts'
import { roundPathOf } from '../round-path.routes.ts'
import { sealedRulesOf } from '../sealed-rules.ts'
import { scorableApplications } from '../sifting/sift.store.ts'
import { type AgreeProblem, agreePractice, endPractice, findToAgree, readable } from './agree-practice.ts'
import { agreePage, practicePage } from './pages/practice.ts'
import { agreedScoresOf, type PracticeApplication, practiceApplications } from './practice.store.ts'
import { agreeProblemLink } from './scoring.messages.ts'
import { agreePath, practicePath } from './scoring.paths.ts'
import { numberText, scaleFields } from './show-review.ts'

const address = '/manage/funds/:fund/:round/assessment/practice'

/** Where the programme team agrees the scores that assessors practise against. */
export const practiceRoutes = (services: Services): Route[] => [
  get(address, 'assessment:read', async (ask) => {
    const [fund, slug] = [param(ask, 'fund'), param(ask, 'round')]
    const chosen = ask.query.get('reference')
    const round = await readable(services.db, ask.actor, roundPathOf(ask))
    if (chosen !== null && chosen !== '') return seeOther(agreePath(fund, slug, chosen))
    const { openedAt } = await assessmentOf(services.db, round.id)
    const adds = openedAt === null && may(ask.actor, 'assessment:run', round.fundId)
    const rules = await sealedRulesOf(services.db, round.id)
    const called = ({ reference, leadName }: PracticeApplication) =>
      referenceAndLead(reference, rules === undefined ? '' : leadShown(rules, leadName))
    const applications = await practiceApplications(services.db, round.id)
    const known = new Set(applications.map(({ reference }) => reference))
    const others = adds ? await scorableApplications(services.db, round.id) : []
    return show(
      practicePage({
        round: `${round.fund.name}: ${round.name}`,
        illustrative: round.illustrative,
        breadcrumbs: [...assessmentCrumbs(round), { text: 'Practice' }],
        applications: applications.map((each) => ({
          text: called(each),
          href: agreePath(fund, slug, each.reference),
        })),
        others: others
          .filter(({ reference }) => !known.has(reference))
          .map((each) => ({ value: each.reference, text: called(each) })),
        action: practicePath(fund, slug),
      }),
    )
  }),
  get(`${address}/:reference`, 'assessment:read', async (ask) => await showAgree(services, ask, [], 200)),
  post(`${address}/:reference`, 'assessment:run', 'practice.agreed or practice.ended', async (ask) => {
    const reference = param(ask, 'reference')
    const request = { actor: ask.actor, path: roundPathOf(ask), reference, fields: ask.form, at: ask.receivedAt }
    const back = practicePath(param(ask, 'fund'), param(ask, 'round'))
    if (ask.form.line('action') === 'end') {
      const ended = await endPractice(services, request)
      if (!ended.ok) return await showAgree(services, ask, ended.problems, 400)
      return seeOther(back, { flash: `${reference} is not for practice any more.` })
    }
    const agreed = await agreePractice(services, request)
    return agreed.ok
      ? seeOther(back, { flash: `The scores of ${reference} are agreed.` })
      : await showAgree(services, ask, agreed.problems, 400)
  }),
]

async function showAgree(
  services: Services,
  ask: Ask,
  problems: readonly AgreeProblem[],
  status: number,
): Promise<Answer> {
  const { db } = services
  const round = await readable(db, ask.actor, roundPathOf(ask))
  const { rules, application, fixed } = await findToAgree(db, round, param(ask, 'reference'))
  const agreed = await agreedScoresOf(db, round.id, application.id)
  const links = problems.map((problem) => agreeProblemLink(problem, rules.criteria))
  const errorAt = (field: string) => {
    const text = links.find(({ href }) => href === `#${field}`)?.text
    return text === undefined ? undefined : { text }
  }
  const typed = (field: string): string | undefined =>
    ask.form.has(field) || problems.length > 0 ? ask.form.text(field) : undefined
  const { reference, leadName } = application
  return show(
    agreePage({
      reference,
      name: leadShown(rules, leadName) || reference,
      illustrative: round.illustrative,
      breadcrumbs: [
        ...assessmentCrumbs(round),
        { text: 'Practice', href: practicePath(round.fund.slug, round.slug) },
        { text: reference },
      ],
      csrf: ask.csrf,
      action: agreePath(round.fund.slug, round.slug, reference),
      applicationHref: may(ask.actor, 'application:list', round.fundId)
        ? `${manageApplicationsPath(round.fund.slug, round.slug)}/${reference}`
        : undefined,
      criteria: rules.criteria.map((criterion) => {
        const score = agreed.find(({ criterionId }) => criterionId === criterion.id)
        return {
          ...scaleFields(criterion),
          looksFor: criterion.looksFor,
          points: typed(`points-${criterion.id}`) ?? numberText(score?.points ?? null),
          comment: typed(`comment-${criterion.id}`) ?? score?.explanation ?? '',
          pointsError: errorAt(`points-${criterion.id}`),
          wordsError: errorAt(`comment-${criterion.id}`),
        }
      }),
      fixed: fixed || !may(ask.actor, 'assessment:run', round.fundId),
      agreed: agreed.length > 0,
      problems: links,
    }),
    { status },
  )
}
