import { may } from '../../core/permissions/index.ts'
import { countInvitations, type Invitation } from '../../core/rounds/invitation.ts'
import { phaseOf } from '../../core/rounds/phase.ts'
import { seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { answerInvitation, findInvitation } from './answer-invitation.ts'
import type { Words } from './fields.messages.ts'
import { findRound, type RoundPath } from './find-round.ts'
import { invitationPath, roundPagePath } from './funds.paths.ts'
import { answerProblemWords, contactsProblemWords, inviteProblemWords } from './invitation-problems.messages.ts'
import { invitationsOf } from './invitations.store.ts'
import { eligibleFor, inviteAuthorities, whyNotNow } from './invite-authorities.ts'
import { contactsFormPage } from './pages/contacts-form.ts'
import { invitationPage } from './pages/invitation.ts'
import { invitationsPage } from './pages/invitations.ts'
import { inviteSomePage } from './pages/invite-some.ts'
import { remindInvited } from './remind-invited.ts'
import { saveContacts } from './save-contacts.ts'

const pathOf = (ask: Ask): RoundPath => ({ fundSlug: param(ask, 'fund'), roundSlug: param(ask, 'round') })

const pageOf = ({ fundSlug, roundSlug }: RoundPath, page: Parameters<typeof roundPagePath>[2]): string =>
  roundPagePath(fundSlug, roundSlug, page)

const filterOf = ({ query }: Ask) => {
  const chosen = (name: string): string => query.get(name) ?? ''
  return { region: chosen('region'), kind: chosen('kind'), response: chosen('response') }
}

const passes = (invitation: Invitation, filter: ReturnType<typeof filterOf>): boolean =>
  (filter.region === '' || invitation.region === filter.region) &&
  (filter.kind === '' || invitation.kind === filter.kind) &&
  (filter.response === '' || invitation.response === filter.response)

const someAuthorities = (count: number): string => `${count} ${count === 1 ? 'authority' : 'authorities'}`

const overview = async (services: Services, ask: Ask, errors: readonly Words[], status: number) => {
  const round = await findRound(services.db, ask.actor, 'fund:read', pathOf(ask))
  const all = await invitationsOf(services.db, round.id)
  const invited = new Set(all.map(({ organisationId }) => organisationId))
  const eligible = await eligibleFor(services.db, round, ask.receivedAt)
  const filter = filterOf(ask)
  const notNow = whyNotNow(round, ask.receivedAt)
  const page = invitationsPage({
    round,
    counts: countInvitations(all),
    invitations: all.filter((invitation) => passes(invitation, filter)),
    chosen: filter,
    withoutAddress: all.filter(({ email }) => email === '').length,
    notInvited: eligible.filter(({ id }) => !invited.has(id)).length,
    mayEdit: may(ask.actor, 'fund:edit', round.fundId),
    notNow: notNow && inviteProblemWords(notNow).text,
    errors,
    csrf: ask.csrf,
  })
  return show(page, { status })
}

const chooseForm = async (services: Services, ask: Ask, errors: readonly Words[], status: number) => {
  const round = await findRound(services.db, ask.actor, 'fund:edit', pathOf(ask))
  const invited = new Set((await invitationsOf(services.db, round.id)).map(({ organisationId }) => organisationId))
  const eligible = await eligibleFor(services.db, round, ask.receivedAt)
  const authorities = eligible
    .filter(({ id }) => !invited.has(id))
    .map(({ id, name, contactEmail }) => ({ id, name, hasAddress: contactEmail !== null && contactEmail !== '' }))
  const page = inviteSomePage({
    round,
    authorities,
    chosen: ask.form.all('organisations'),
    errors,
    action: pageOf(pathOf(ask), 'invitations/choose'),
    backHref: pageOf(pathOf(ask), 'invitations'),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

const contactsForm = async (services: Services, ask: Ask, errors: readonly Words[], status: number) => {
  const round = await findRound(services.db, ask.actor, 'fund:edit', pathOf(ask))
  const without = (await invitationsOf(services.db, round.id))
    .filter(({ email }) => email === '')
    .map(({ gssCode, organisationId, name }) => ({ code: gssCode ?? organisationId, name }))
  const page = contactsFormPage({
    round,
    pasted: ask.form.text('contacts'),
    without,
    errors,
    action: pageOf(pathOf(ask), 'invitations/contacts'),
    backHref: pageOf(pathOf(ask), 'invitations'),
    csrf: ask.csrf,
  })
  return show(page, { status })
}

const answerForm = async (services: Services, ask: Ask, errors: readonly Words[], status: number) => {
  const token = param(ask, 'token')
  const { invitation, round } = await findInvitation(services.db, token)
  const { organisationName, response } = invitation
  const closed = phaseOf(round, ask.receivedAt) === 'closed'
  const action = invitationPath(token)
  const page = invitationPage({ round, organisationName, response, closed, errors, action, csrf: ask.csrf })
  // The address is a secret: it must not travel to other sites, nor wait in a shared cache.
  return show(page, { status, headers: { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } })
}

const about = (services: Services, ask: Ask) => ({
  actor: ask.actor,
  path: pathOf(ask),
  origin: services.config.publicUrl ?? ask.origin,
  at: ask.receivedAt,
})

/** Asking authorities to apply, and their answers. */
export function invitationRoutes(services: Services): Route[] {
  return [
    get('/manage/funds/:fund/:round/invitations', 'fund:read', async (ask) => overview(services, ask, [], 200)),
    post('/manage/funds/:fund/:round/invitations', 'fund:edit', 'invitation.sent', async (ask) => {
      const result = await inviteAuthorities(services, { ...about(services, ask), organisationIds: 'all' })
      if (!result.ok) return overview(services, ask, result.problems.map(inviteProblemWords), 400)
      const flash = `${someAuthorities(result.value.invited)} invited.`
      return seeOther(pageOf(pathOf(ask), 'invitations'), { flash })
    }),
    get('/manage/funds/:fund/:round/invitations/choose', 'fund:edit', async (ask) =>
      chooseForm(services, ask, [], 200),
    ),
    post('/manage/funds/:fund/:round/invitations/choose', 'fund:edit', 'invitation.sent', async (ask) => {
      const organisationIds = ask.form.all('organisations')
      const result = await inviteAuthorities(services, { ...about(services, ask), organisationIds })
      if (!result.ok) return chooseForm(services, ask, result.problems.map(inviteProblemWords), 400)
      const flash = `${someAuthorities(result.value.invited)} invited.`
      return seeOther(pageOf(pathOf(ask), 'invitations'), { flash })
    }),
    ...writingRoutes(services),
    ...answerRoutes(services),
  ]
}

const writingRoutes = (services: Services): Route[] => [
  get('/manage/funds/:fund/:round/invitations/contacts', 'fund:edit', async (ask) =>
    contactsForm(services, ask, [], 200),
  ),
  post('/manage/funds/:fund/:round/invitations/contacts', 'fund:edit', 'invitation.contacts-saved', async (ask) => {
    const result = await saveContacts(services, { ...about(services, ask), pasted: ask.form.text('contacts') })
    if (!result.ok) return contactsForm(services, ask, result.problems.map(contactsProblemWords), 400)
    const { changed } = result.value
    const flash = `${changed} ${changed === 1 ? 'address' : 'addresses'} saved. The invitation goes to each.`
    return seeOther(pageOf(pathOf(ask), 'invitations'), { flash })
  }),
  post('/manage/funds/:fund/:round/invitations/remind', 'fund:edit', 'invitation.reminded', async (ask) => {
    const result = await remindInvited(services, about(services, ask))
    if (!result.ok) return overview(services, ask, result.problems.map(inviteProblemWords), 400)
    const flash = `A reminder goes to ${someAuthorities(result.value.reminded)}.`
    return seeOther(pageOf(pathOf(ask), 'invitations'), { flash })
  }),
]

const answerRoutes = (services: Services): Route[] => [
  get('/invitation/:token', 'public', async (ask) => answerForm(services, ask, [], 200), { perMinute: 60 }),
  post(
    '/invitation/:token',
    'public',
    'invitation.answered',
    async (ask) => {
      const token = param(ask, 'token')
      const result = await answerInvitation(services, {
        token,
        response: ask.form.line('response'),
        at: ask.receivedAt,
      })
      if (!result.ok) return answerForm(services, ask, result.problems.map(answerProblemWords), 400)
      return seeOther(invitationPath(token), { flash: 'Thank you. Your answer is recorded.' })
    },
    { perMinute: 60 },
  ),
]
