import { notFound } from '../../core/errors.ts'
import { fundsWith } from '../../core/permissions/index.ts'
import { plainList } from '../../core/text/plain-list.ts'
import { isoDay } from '../../core/time/day.ts'
import { ukDate, ukTime } from '../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { readSought } from '../../ui/patterns/index.ts'
import { signedIn } from './account.routes.ts'
import { roleDescriptions, roleNames } from './accounts.messages.ts'
import {
  adminPeoplePath,
  endRolePath,
  fundPeoplePath,
  leaveOrganisationPath,
  memberPath,
  membershipRequestPath,
  membershipRequestsPath,
  organisationPeoplePath,
  organisationsPath,
  resetAuthenticatorPath,
  withReturn,
} from './accounts.paths.ts'
import { type ErrorText, errorTexts } from './accounts-problems.messages.ts'
import {
  decideMembership,
  type MemberConfirmed,
  type MembershipDecision,
  mayDecideMembers,
} from './decide-membership.ts'
import { endRoleOnFund, fundRoles, fundToStaff, giveRoleByEmail, mayStaff } from './give-role-by-email.ts'
import { joinOrganisation } from './join-organisation.ts'
import { localPath } from './local-path.ts'
import {
  type Organisation,
  organisationById,
  organisationsById,
  organisationsOfDomain,
  searchOrganisations,
} from './organisations.store.ts'
import { adminPeoplePage } from './pages/admin-people.ts'
import { fundPeoplePage } from './pages/fund-people.ts'
import { type OfferedOrganisation, organisationsPage } from './pages/organisations.ts'
import { type MemberRow, membershipRequestsPage, organisationPeoplePage } from './pages/people.ts'
import { fundersOf, type Member, membershipRequests, membersOf, rolesOn, searchPeople } from './people.store.ts'
import { domainOf } from './read-email.ts'
import { kindName } from './register.messages.ts'
import { resetAuthenticator } from './reset-authenticator.ts'

const decidedEvents = 'membership.confirmed or membership.refused or membership.ended'

/** Who works for whom, and who holds which role. */
export const peopleRoutes = (services: Services, confirmed: MemberConfirmed): Route[] => [
  get(organisationsPath, 'signed-in', async (ask) => await showOrganisations(services, ask)),
  post(organisationsPath, 'signed-in', 'membership.requested', async (ask) => await postJoin(services, ask)),
  post(leaveOrganisationPath(':organisation'), 'signed-in', 'membership.ended', async (ask) => {
    const actor = signedIn(ask)
    const organisationId = param(ask, 'organisation')
    const { receivedAt: at, origin } = ask
    const left = { actor, personId: actor.personId, organisationId, decision: 'ended', at, origin } as const
    await decideMembership(services, left, confirmed)
    return seeOther(organisationsPath)
  }),
  get(organisationPeoplePath(':organisation'), 'membership:decide', async (ask) => await showPeople(services, ask)),
  post(memberPath(':organisation', ':person'), 'membership:decide', decidedEvents, async (ask) => {
    const errors = await decide(services, ask, confirmed)
    if (errors.length > 0) return await showPeople(services, ask, errors)
    return seeOther(organisationPeoplePath(param(ask, 'organisation')), { flash: 'Done. We have told them by email.' })
  }),
  get(membershipRequestsPath, 'fund:edit', async (ask) => await showRequests(services, ask)),
  post(membershipRequestPath(':organisation', ':person'), 'fund:edit', decidedEvents, async (ask) => {
    const errors = await decide(services, ask, confirmed)
    if (errors.length > 0) return await showRequests(services, ask, errors)
    return seeOther(membershipRequestsPath, { flash: 'Done. We have told them by email.' })
  }),
  get(fundPeoplePath(':fund'), 'role:assign', async (ask) => await showFundPeople(services, ask)),
  post(fundPeoplePath(':fund'), 'role:assign', 'role.given', async (ask) => await postRole(services, ask)),
  post(endRolePath(':fund', ':role'), 'role:assign', 'role.ended', async (ask) => {
    const fundSlug = param(ask, 'fund')
    const ended = { actor: signedIn(ask), fundSlug, roleId: param(ask, 'role'), at: ask.receivedAt }
    const result = await endRoleOnFund(services, ended)
    if (!result.ok) return await showFundPeople(services, ask, errorTexts(result.problems))
    return seeOther(fundPeoplePath(fundSlug), { flash: 'The role has ended.' })
  }),
  get(adminPeoplePath, 'service:administer', async (ask) => await showAdminPeople(services, ask)),
  post(resetAuthenticatorPath(':person'), 'service:administer', 'authenticator.reset', async (ask) => {
    const reset = { personId: param(ask, 'person'), by: signedIn(ask).personId, at: ask.receivedAt }
    await resetAuthenticator(services, reset)
    return seeOther(adminPeoplePath, { flash: 'The authenticator app is reset. We have told them by email.' })
  }),
]

type Errors = readonly ErrorText[]

const statusOf = (errors: Errors): { readonly status: number } => ({ status: errors.length > 0 ? 400 : 200 })

const offered = ({ id, name, kind, region, illustrative }: Organisation): OfferedOrganisation => ({
  id,
  name,
  about: [kindName(kind), illustrative ? 'made up for demonstration' : region].filter(Boolean).join(', '),
})

async function showOrganisations(services: Services, ask: Ask, problems: Errors = []): Promise<Answer> {
  const { email, memberships } = signedIn(ask)
  const { db } = services
  const today = isoDay(ask.receivedAt)
  const { words: query, problems: unsearched } = readSought(ask.query, 'query')
  const errors = [...problems, ...unsearched]
  const joined = new Set(memberships.map(({ organisationId }) => organisationId))
  const names = await organisationsById(db, [...joined])
  const suggested = await organisationsOfDomain(db, domainOf(email), today)
  const real = services.config.evaluation ? {} : { illustrative: false }
  const found = query === '' ? undefined : await searchOrganisations(db, { query, on: today, limit: 20, ...real })
  const page = organisationsPage({
    csrf: ask.csrf,
    returnTo: localPath(ask.query.get('return') ?? ask.form.line('return')) ?? '',
    mine: memberships.map(({ organisationId, state }) => ({
      name: names.get(organisationId)?.name ?? organisationId,
      confirmed: state === 'confirmed',
      leavePath: leaveOrganisationPath(organisationId),
      peoplePath: state === 'confirmed' ? organisationPeoplePath(organisationId) : undefined,
    })),
    evaluation: services.config.evaluation,
    suggested: suggested.filter(({ id }) => !joined.has(id)).map(offered),
    query,
    found: found?.filter(({ id }) => !joined.has(id)).map(offered),
    errors,
  })
  return show(page, statusOf(errors))
}

async function postJoin(services: Services, ask: Ask): Promise<Answer> {
  const organisationId = ask.form.line('organisation')
  const result = await joinOrganisation(services, { actor: signedIn(ask), organisationId, at: ask.receivedAt })
  if (!result.ok) return await showOrganisations(services, ask, errorTexts(result.problems))
  const flash = `We have asked the people who can confirm that you work for ${result.value.name}. We will email you.`
  return seeOther(withReturn(organisationsPath, localPath(ask.form.line('return'))), { flash })
}

/** A person's choice on a page of people; what is wrong with it, in words. */
async function decide(services: Services, ask: Ask, confirmed: MemberConfirmed): Promise<Errors> {
  const decisions: readonly MembershipDecision[] = ['confirmed', 'refused', 'ended']
  const decision = decisions.find((each) => each === ask.form.line('decision'))
  if (decision === undefined) throw notFound('decision')
  const decided = {
    actor: signedIn(ask),
    personId: param(ask, 'person'),
    organisationId: param(ask, 'organisation'),
    decision,
    at: ask.receivedAt,
    origin: ask.origin,
  }
  const result = await decideMembership(services, decided, confirmed)
  return result.ok ? [] : errorTexts(result.problems)
}

const memberRow = (member: Member, actionPath: string, ask: Ask): MemberRow => ({
  name: member.name,
  email: member.email,
  jobTitle: member.jobTitle,
  asked: ukTime(member.requestedAt),
  actionPath,
  decidable: member.id !== signedIn(ask).personId,
})

async function showPeople(services: Services, ask: Ask, errors: Errors = []): Promise<Answer> {
  const organisationId = param(ask, 'organisation')
  const organisation = mayDecideMembers(signedIn(ask), organisationId)
    ? await organisationById(services.db, organisationId)
    : undefined
  if (organisation === undefined) throw notFound('organisation')
  const members = await membersOf(services.db, organisationId)
  const rows = (state: Member['state']) =>
    members
      .filter((member) => member.state === state)
      .map((member) => memberRow(member, memberPath(organisationId, member.id), ask))
  const people = { waiting: rows('requested'), members: rows('confirmed') }
  const page = organisationPeoplePage({ csrf: ask.csrf, organisationName: organisation.name, ...people, errors })
  return show(page, statusOf(errors))
}

async function showRequests(services: Services, ask: Ask, errors: Errors = []): Promise<Answer> {
  if (fundsWith(ask.actor, 'fund:edit').length === 0) throw notFound('requests')
  const requests = (await membershipRequests(services.db)).map((request) => ({
    ...memberRow(request, membershipRequestPath(request.organisationId, request.id), ask),
    organisationName: request.organisationName,
  }))
  return show(membershipRequestsPage({ csrf: ask.csrf, requests, errors }), statusOf(errors))
}

async function showFundPeople(services: Services, ask: Ask, errors: Errors = []): Promise<Answer> {
  const actor = signedIn(ask)
  const fund = await fundToStaff(services, actor, param(ask, 'fund'))
  const held = await rolesOn(services.db, fund.id)
  const funders = (await fundersOf(services.db, fund.id)).filter(({ id }) => mayStaff(actor, fund.id, 'funder', id))
  const given = fundRoles.filter((role) =>
    role === 'funder' ? funders.length > 0 : mayStaff(actor, fund.id, role, null),
  )
  const { form } = ask
  const page = fundPeoplePage({
    csrf: ask.csrf,
    fundName: fund.name,
    fundHref: `/manage/funds/${fund.slug}`,
    action: fundPeoplePath(fund.slug),
    requestsHref: fundsWith(ask.actor, 'fund:edit').length > 0 ? membershipRequestsPath : undefined,
    groups: fundRoles
      .map((role) => ({
        role: roleNames[role],
        people: held
          .filter((each) => each.role === role)
          .map(({ id, person, organisationId, organisationName, assignedAt }) => ({
            name: person.name,
            email: person.email,
            about: [organisationName, `since ${ukDate(assignedAt)}`].filter(Boolean).join(', '),
            endPath: mayStaff(actor, fund.id, role, organisationId) ? endRolePath(fund.slug, id) : undefined,
          })),
      }))
      .filter(({ people }) => people.length > 0),
    roles: given.map((role) => ({ value: role, text: roleNames[role], description: roleDescriptions[role] })),
    funders,
    typed: { email: form.line('email'), role: form.line('role'), funder: form.line('funder') },
    errors,
  })
  return show(page, statusOf(errors))
}

async function postRole(services: Services, ask: Ask): Promise<Answer> {
  const { form } = ask
  const fundSlug = param(ask, 'fund')
  const result = await giveRoleByEmail(services, {
    actor: signedIn(ask),
    fundSlug,
    email: form.line('email'),
    role: form.line('role'),
    funderId: form.line('funder'),
    at: ask.receivedAt,
  })
  if (!result.ok) return await showFundPeople(services, ask, errorTexts(result.problems))
  return seeOther(fundPeoplePath(fundSlug), { flash: `Role given. We have emailed ${result.value.email}.` })
}

async function showAdminPeople(services: Services, ask: Ask): Promise<Answer> {
  const sought = readSought(ask.query, 'query')
  const people = await searchPeople(services.db, sought.words, 100)
  return show(
    adminPeoplePage({
      csrf: ask.csrf,
      sought,
      people: people.map(({ id, name, email, roles, hasAuthenticator }) => ({
        name,
        email,
        roles: roles.length === 0 ? 'No role' : plainList(roles.map((role) => roleNames[role])),
        resetPath: hasAuthenticator ? resetAuthenticatorPath(id) : undefined,
      })),
    }),
    statusOf(sought.problems),
  )
}
