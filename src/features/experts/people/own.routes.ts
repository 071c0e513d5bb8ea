import { authorityKinds } from '../../../core/authorities/authority.ts'
import type { Answers, Problem } from '../../../core/forms/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { searchOrganisations } from '../../accounts/index.ts'
import { actionField, problemLinks, questionFields, withoutItem } from '../../forms/index.ts'
import { panelPath, profilePath, termsPath } from '../experts.paths.ts'
import { openOwn } from '../open-panel.ts'
import { formPage } from '../pages/form-page.ts'
import { acceptTerms } from './accept-terms.ts'
import { termsPage } from './pages/terms.ts'
import { acceptProblemText } from './people.messages.ts'
import { profileForm } from './profile-form.ts'
import { readProfileTyped, saveProfile } from './save-profile.ts'
import { termsOf } from './terms.store.ts'

/** What an expert accepts and says of themselves. Each asks whether this person is invited to the panel. */
export const ownRoutes = (services: Services): Route[] => [
  get('/experts/:fund/terms', 'experts:work', async (ask) => await showTerms(services, ask, [])),
  post('/experts/:fund/terms', 'experts:work', 'expert.terms-accepted', async (ask) => {
    const typed = { agreed: ask.form.has('agreed'), shown: ask.form.line('shown') }
    const result = await acceptTerms(services, ask.actor, { slug: param(ask, 'fund'), ...typed, at: ask.receivedAt })
    if (!result.ok) return await showTerms(services, ask, result.problems.map(acceptProblemText))
    const { expert } = await openOwn(services.db, ask.actor, param(ask, 'fund'))
    const [slug, flash] = [param(ask, 'fund'), 'You have accepted the terms.']
    return seeOther(expert.standing === 'ready' ? panelPath(slug) : profilePath(slug), { flash })
  }),
  get('/experts/:fund/profile', 'experts:work', async (ask) => {
    const { expert } = await openOwn(services.db, ask.actor, param(ask, 'fund'))
    return await showProfile(services, ask, { answers: expert.answers, oneMore: ask.query.get('add') ?? undefined })
  }),
  post('/experts/:fund/profile', 'experts:work', 'expert.profile-saved', async (ask) => {
    const [verb, question = '', index = ''] = ask.form.line(actionField).split(':')
    const { answers } = readProfileTyped(ask.form)
    if (verb === 'add') return await showProfile(services, ask, { answers, oneMore: question })
    if (verb === 'remove')
      return await showProfile(services, ask, { answers: withoutItem(answers, question, Number(index)) })
    const slug = param(ask, 'fund')
    const result = await saveProfile(services, ask.actor, { slug, fields: ask.form, at: ask.receivedAt })
    return result.ok
      ? seeOther(panelPath(slug), { flash: 'Your profile is saved.' })
      : await showProfile(services, ask, { answers, problems: result.problems })
  }),
]

async function showTerms({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { fund, expert } = await openOwn(db, ask.actor, param(ask, 'fund'))
  const [terms] = await termsOf(db, fund.id)
  const page = termsPage({
    fund,
    terms,
    accepted: terms !== undefined && expert.accepted === terms.number,
    errors,
    action: termsPath(fund.slug),
    profileHref: profilePath(fund.slug),
    csrf: ask.csrf,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

type Shown = {
  readonly answers: Answers
  readonly problems?: readonly Problem[]
  readonly oneMore?: string | undefined
}

async function showProfile({ db }: Services, ask: Ask, { answers, problems = [], oneMore }: Shown): Promise<Answer> {
  const { fund, expert } = await openOwn(db, ask.actor, param(ask, 'fund'))
  if (expert.standing === 'invited' || expert.standing === 'terms-changed') return seeOther(termsPath(fund.slug))
  const on = isoDay(ask.receivedAt)
  const known = fund.illustrative ? {} : { illustrative: false }
  const bodies = await searchOrganisations(db, { on, kinds: authorityKinds, limit: 2000, ...known })
  const page = formPage({
    illustrative: fund.illustrative,
    breadcrumbs: [{ text: 'Expert panel', href: panelPath(fund.slug) }],
    caption: fund.name,
    title: 'Your profile as an expert',
    fields: questionFields({
      form: profileForm,
      questions: profileForm.pages[0]?.questions ?? [],
      answers,
      problems,
      authorities: bodies.map(({ id, name }) => ({ value: id, text: name })),
      oneMore,
    }),
    problems: problemLinks(problems),
    action: profilePath(fund.slug),
    button: 'Save your profile',
    csrf: ask.csrf,
  })
  return show(page, { status: problems.length > 0 ? 400 : 200 })
}
