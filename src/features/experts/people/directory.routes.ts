import { notFound } from '../../../core/errors.ts'
import type { Problem } from '../../../core/forms/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { organisationsById } from '../../accounts/index.ts'
import { problemLinks, questionFields } from '../../forms/index.ts'
import { findFund, fundCrumbs } from '../../funds/index.ts'
import { stateTags } from '../asking/asking.messages.ts'
import { openRequestsOf } from '../asking/offers.store.ts'
import { requestsOfFund } from '../asking/requests.store.ts'
import {
  answersPath,
  managedExpertPath,
  managedPanelPath,
  managedTermsPath,
  matchPath,
  panelUsePath,
} from '../experts.paths.ts'
import { managedCrumbs } from '../managed-crumbs.ts'
import { formPage } from '../pages/form-page.ts'
import { readPosted } from '../read-posted.ts'
import { subjectWords } from '../subject-questions.ts'
import { describeExpert } from './describe-expert.ts'
import { endExpert } from './end-expert.ts'
import { expertById, expertsOf } from './experts.store.ts'
import { inviteExpert } from './invite-expert.ts'
import { makeTerms } from './make-terms.ts'
import { directoryPage } from './pages/directory.ts'
import { expertPage } from './pages/expert.ts'
import { termsText } from './pages/terms.ts'
import { endProblemText, inviteProblemText, standingTags } from './people.messages.ts'
import { termsOf } from './terms.store.ts'
import { firstTermsText, termsForm } from './terms-form.ts'

const panel = '/manage/funds/:fund/experts'

/** Who is on the panel and on which terms, for whoever runs the fund. */
export const directoryRoutes = (services: Services): Route[] => [
  get(panel, 'experts:read', async (ask) => await showDirectory(services, ask, [])),
  post(panel, 'experts:run', 'expert.invited', async (ask) => {
    const typed = { email: ask.form.line('email'), name: ask.form.line('name') }
    const slug = param(ask, 'fund')
    const result = await inviteExpert(services, ask.actor, { slug, ...typed, at: ask.receivedAt })
    return result.ok
      ? seeOther(managedPanelPath(slug), { flash: `${result.value} is invited.` })
      : await showDirectory(services, ask, result.problems.map(inviteProblemText))
  }),
  get(`${panel}/terms`, 'experts:run', async (ask) => await showTerms(services, ask, [])),
  post(`${panel}/terms`, 'experts:run', 'expert.terms-made', async (ask) => {
    const slug = param(ask, 'fund')
    const result = await makeTerms(services, ask.actor, { slug, fields: ask.form, at: ask.receivedAt })
    return result.ok
      ? seeOther(managedPanelPath(slug), { flash: `Version ${result.value} of the terms is in force.` })
      : await showTerms(services, ask, result.problems)
  }),
  get(`${panel}/people/:expert`, 'experts:read', async (ask) => await showExpert(services, ask, [])),
  post(`${panel}/people/:expert/end`, 'experts:run', 'expert.ended', async (ask) => {
    const [slug, expertId] = [param(ask, 'fund'), param(ask, 'expert')]
    const asked = { slug, expertId, reason: ask.form.text('reason'), at: ask.receivedAt }
    const result = await endExpert(services, ask.actor, asked)
    return result.ok
      ? seeOther(managedPanelPath(slug), { flash: 'Their work on the panel has ended.' })
      : await showExpert(services, ask, result.problems.map(endProblemText))
  }),
]

async function showDirectory({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'experts:read', param(ask, 'fund'))
  const experts = await expertsOf(db, fund.id)
  const open = await openRequestsOf(db, fund.id)
  const requests = await requestsOfFund(db, fund.id)
  const runs = may(ask.actor, 'experts:run', fund.id)
  const page = directoryPage({
    fund,
    breadcrumbs: fundCrumbs(fund),
    counts: [
      { value: experts.filter(({ standing }) => standing === 'ready').length, label: 'Experts' },
      { value: requests.filter(({ state }) => state === 'asked').length, label: 'To be matched' },
      {
        value: requests.filter(({ state }) => state === 'offered' || state === 'taken').length,
        label: 'With an expert',
      },
      { value: requests.filter(({ state }) => state === 'advised').length, label: 'Advised' },
    ],
    requests: requests.map(({ number, title, council, state, expert }) => ({
      title: `${number}. ${title}`,
      href: matchPath(fund.slug, number),
      council,
      state: stateTags[state],
      expert: expert ?? '',
    })),
    experts: experts.map(({ id, name, email, standing, profile }) => ({
      name,
      email,
      href: managedExpertPath(fund.slug, id),
      state: standingTags[standing],
      knows: subjectWords(profile).join(', '),
      open: `Open questions: ${open.get(id) ?? 0}`,
    })),
    links: [
      ...(runs ? [{ text: 'Terms of the panel', href: managedTermsPath(fund.slug) }] : []),
      { text: 'Hours and fees', href: panelUsePath(fund.slug) },
      { text: 'Answers published to the councils', href: answersPath(fund.slug) },
    ],
    invite: runs
      ? { action: managedPanelPath(fund.slug), email: ask.form.line('email'), name: ask.form.line('name') }
      : undefined,
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

async function showTerms({ db }: Services, ask: Ask, problems: readonly Problem[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'experts:run', param(ask, 'fund'))
  const [inForce] = await termsOf(db, fund.id)
  const answers =
    problems.length > 0
      ? readPosted(termsForm, ask.form).answers
      : { text: inForce?.text ?? firstTermsText, ...(inForce !== undefined && { fee: inForce.feePounds }) }
  const page = formPage({
    illustrative: fund.illustrative,
    breadcrumbs: managedCrumbs(fund),
    caption: fund.name,
    title: 'Terms of the expert panel',
    fields: questionFields({ form: termsForm, questions: termsForm.pages[0]?.questions ?? [], answers, problems }),
    problems: problemLinks(problems),
    action: managedTermsPath(fund.slug),
    button: inForce === undefined ? 'Put them in force' : `Put version ${inForce.number + 1} in force`,
    after: inForce && termsText(inForce),
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}

async function showExpert({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const fund = await findFund(db, ask.actor, 'experts:read', param(ask, 'fund'))
  const expert = await expertById(db, fund.id, param(ask, 'expert'))
  if (expert === undefined) throw notFound('expert')
  const bodies = await organisationsById(
    db,
    expert.profile.authorities.map(({ id }) => id),
  )
  const ends = expert.standing !== 'ended' && may(ask.actor, 'experts:run', fund.id)
  const action = `${managedExpertPath(fund.slug, expert.id)}/end`
  const page = expertPage({
    fund,
    breadcrumbs: managedCrumbs(fund),
    name: expert.name,
    state: standingTags[expert.standing],
    facts: describeExpert(expert, (id) => bodies.get(id)?.name ?? id),
    end: ends ? { action, reason: ask.form.text('reason') } : undefined,
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}
