import { notFound } from '../../core/errors.ts'
import type { SignedIn } from '../../core/permissions/index.ts'
import { ukDate, ukTime } from '../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { languageCookie } from '../../platform/http/cookies.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import { ownTag } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { otpauthLink, secretInGroups } from '../../platform/sign-in/totp.ts'
import { languageName } from '../../ui/language-name.ts'
import { roleNames } from './accounts.messages.ts'
import {
  accountPath,
  authenticatorPath,
  detailsPath,
  endAllSessionsPath,
  endSessionPath,
  homePath,
  sessionsPath,
  signInPath,
} from './accounts.paths.ts'
import { errorTexts } from './accounts-problems.messages.ts'
import { browserName } from './browser-name.ts'
import { endAllSessions, endSession } from './end-session.ts'
import { linkedAt } from './identity/identities.store.ts'
import { localPath } from './local-path.ts'
import { organisationsById } from './organisations.store.ts'
import { accountPage, type DetailsModel, detailsPage, sessionsPage } from './pages/account.ts'
import { enterAuthenticatorPage, setUpAuthenticatorPage } from './pages/authenticator.ts'
import { offerAuthenticator, offeredSecret, passSecondStep } from './pass-second-step.ts'
import { fundNames, personById } from './people.store.ts'
import { saveDetails } from './save-details.ts'
import { longestHours, openSessions } from './sessions.store.ts'

/** A person's own account, their sessions and their authenticator. */
export const accountRoutes = (services: Services): Route[] => [
  get(accountPath, 'signed-in', async (ask) => await showAccount(services, ask)),
  get(detailsPath, 'signed-in', async (ask) => {
    const person = await personById(services.db, signedIn(ask).personId)
    if (person === undefined) throw notFound('person')
    const { name, jobTitle, phone } = person
    const returnTo = localPath(ask.query.get('return') ?? '') ?? ''
    const languages = languagesFor(services, ask, person.language)
    return show(
      detailsPage({
        csrf: ask.csrf,
        returnTo,
        name,
        jobTitle,
        phone,
        ...languages,
        firstTime: name === '',
        errors: [],
      }),
    )
  }),
  post(detailsPath, 'signed-in', 'person.changed', async (ask) => await postDetails(services, ask)),
  get(sessionsPath, 'signed-in', async (ask) => await showSessions(services, ask)),
  post(endSessionPath(':session'), 'signed-in', 'session.ended', async (ask) => {
    const actor = signedIn(ask)
    const sessionId = param(ask, 'session')
    await endSession(services, actor, sessionId, ask.receivedAt)
    if (sessionId !== actor.sessionId) return seeOther(sessionsPath, { flash: 'You have signed out there.' })
    return seeOther(signInPath, { cookies: [{ name: 'session', value: '' }] })
  }),
  post(endAllSessionsPath, 'signed-in', 'session.ended-everywhere', async (ask) => {
    await endAllSessions(services, signedIn(ask), ask.receivedAt)
    return seeOther('/', { flash: 'You have signed out everywhere.', cookies: [{ name: 'session', value: '' }] })
  }),
  get(authenticatorPath, 'signed-in', async (ask) => showAuthenticator(services, ask)),
  post(
    authenticatorPath,
    'signed-in',
    'second-step.passed or authenticator.set-up',
    async (ask) => await postAuthenticator(services, ask),
    {
      perMinute: 20,
    },
  ),
]

/** The person who asks, where the permission has made sure that there is one. */
export function signedIn(ask: Ask): SignedIn {
  if (ask.actor.kind === 'visitor') throw notFound('account')
  return ask.actor
}

/** What somebody can choose of, and what is chosen: theirs, or else what they read. */
function languagesFor(
  { languages }: Pick<Services, 'languages'>,
  ask: Ask,
  own: string | null,
): Pick<DetailsModel, 'languages' | 'language'> {
  const known = [own, ask.language]
  const tags = [ownTag, ...languages.filter(({ tag, offered }) => offered || known.includes(tag)).map(({ tag }) => tag)]
  const choices = tags.map((tag) => ({ tag, name: languageName(tag) }))
  return { languages: choices.length > 1 ? choices : [], language: own ?? ask.language ?? ownTag }
}

async function showAccount(services: Services, ask: Ask): Promise<Answer> {
  const { personId, memberships, heldRoles } = signedIn(ask)
  const person = await personById(services.db, personId)
  if (person === undefined) throw notFound('person')
  const organisations = await organisationsById(
    services.db,
    memberships.map(({ organisationId }) => organisationId),
  )
  const funds = await fundNames(
    services.db,
    heldRoles.flatMap(({ fundId }) => (fundId === null ? [] : [fundId])),
  )
  const provider = services.identityProvider
  const { languages, language } = languagesFor(services, ask, person.language)
  const since = provider && (await linkedAt(services.db, provider.issuer, personId))
  return show(
    accountPage({
      ...person,
      csrf: ask.csrf,
      language: languages.find(({ tag }) => tag === language)?.name,
      linked: since && provider && { label: provider.label, since: ukDate(since) },
      organisations: memberships.map(({ organisationId, state }) => {
        const name = organisations.get(organisationId)?.name ?? organisationId
        return state === 'requested' ? `${name} (waiting to be confirmed)` : name
      }),
      roles: heldRoles.map(({ role, fundId }) => {
        const fund = fundId === null ? undefined : funds.get(fundId)
        return fund === undefined ? roleNames[role] : `${roleNames[role]}: ${fund.name}`
      }),
    }),
  )
}

async function postDetails(services: Services, ask: Ask): Promise<Answer> {
  const { form } = ask
  const { personId, name } = signedIn(ask)
  const typed = { name: form.line('name'), jobTitle: form.line('jobTitle'), phone: form.line('phone') }
  const language = form.line('language') || null
  const details = { ...typed, language }
  const returnTo = localPath(form.line('return'))
  const result = await saveDetails(services, { personId, details, at: ask.receivedAt })
  if (result.ok)
    return seeOther(returnTo ?? (name === '' ? homePath : accountPath), {
      cookies: language === null ? [] : [languageCookie(language)],
    })
  const errors = errorTexts(result.problems)
  const page = detailsPage({
    csrf: ask.csrf,
    returnTo: returnTo ?? '',
    ...typed,
    ...languagesFor(services, ask, language),
    firstTime: name === '',
    errors,
  })
  return show(page, { status: 400 })
}

async function showSessions(services: Services, ask: Ask): Promise<Answer> {
  const actor = signedIn(ask)
  const sessions = await openSessions(services.db, actor.personId, ask.receivedAt)
  return show(
    sessionsPage({
      csrf: ask.csrf,
      sessions: sessions.map(({ id, browser, createdAt, lastSeenAt }) => ({
        browser: browserName(browser),
        signedIn: ukTime(createdAt),
        lastUsed: ukTime(lastSeenAt),
        here: id === actor.sessionId,
        endPath: endSessionPath(id),
      })),
    }),
  )
}

function showAuthenticator(services: Services, ask: Ask): Answer {
  const { secondStep } = signedIn(ask)
  const returnTo = localPath(ask.query.get('return') ?? '')
  if (secondStep === 'not-needed' || secondStep === 'passed') return seeOther(returnTo ?? accountPath)
  return authenticatorAnswer(services, ask, { returnTo: returnTo ?? '', errors: [] })
}

function authenticatorAnswer(
  services: Services,
  ask: Ask,
  shown: { readonly returnTo: string; readonly errors: ReturnType<typeof errorTexts> },
): Answer {
  const { personId, email, secondStep } = signedIn(ask)
  const status = shown.errors.length > 0 ? 400 : 200
  if (secondStep === 'due') return show(enterAuthenticatorPage({ csrf: ask.csrf, ...shown }), { status })
  // After a mistyped code the same secret again: it is in the person's app by now.
  const sealed = ask.form.line('sealed')
  const before = sealed === '' ? undefined : offeredSecret(services, personId, sealed)
  const offer = before === undefined ? offerAuthenticator(services, personId) : { secret: before, sealed }
  return show(
    setUpAuthenticatorPage({
      csrf: ask.csrf,
      ...shown,
      secret: secretInGroups(offer.secret),
      sealed: offer.sealed,
      otpauthHref: otpauthLink(offer.secret, services.config.serviceName, email),
      account: email,
    }),
    { status },
  )
}

async function postAuthenticator(services: Services, ask: Ask): Promise<Answer> {
  const actor = signedIn(ask)
  const returnTo = localPath(ask.form.line('return'))
  if (actor.secondStep === 'not-needed' || actor.secondStep === 'passed') return seeOther(returnTo ?? accountPath)
  const result = await passSecondStep(services, {
    actor,
    code: ask.form.line('code'),
    sealedSecret: ask.form.line('sealed'),
    browser: ask.browser,
    at: ask.receivedAt,
  })
  if (!result.ok)
    return authenticatorAnswer(services, ask, { returnTo: returnTo ?? '', errors: errorTexts(result.problems) })
  return seeOther(returnTo ?? homePath, {
    cookies: [{ name: 'session', value: result.value, maxAgeSeconds: longestHours * 3600 }],
  })
}
