import { notFound } from '../../core/errors.ts'
import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import { type Answer, seeOther, show } from '../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../platform/http/route.ts'
import type { Services } from '../../platform/services.ts'
import { hashToken, isToken, newToken } from '../../platform/sign-in/token.ts'
import { outboxPath } from '../notifications/index.ts'
import {
  checkEmailPath,
  signInAsPath,
  signInCodePath,
  signInLinkPath,
  signInPath,
  signOutPath,
  withReturn,
} from './accounts.paths.ts'
import { errorTexts, linkWording } from './accounts-problems.messages.ts'
import { arrivalOf, welcome } from './arrival.routes.ts'
import { type LinkProblem, readLink, signInAs, signInByCode, signInByLink } from './complete-sign-in.ts'
import { codesWorkAgainAt } from './count-wrong-codes.ts'
import { endSession } from './end-session.ts'
import { providerPath, signedOutPath } from './identity/identity.paths.ts'
import { localPath } from './local-path.ts'
import { checkEmailPage } from './pages/check-email.ts'
import { signInPage } from './pages/sign-in.ts'
import { deadLinkPage, signInLinkPage } from './pages/sign-in-link.ts'
import { requestSignIn } from './request-sign-in.ts'
import { seededPeople } from './seeded-people.ts'
import { newestRequestOf, requestMinutes } from './sign-in-requests.store.ts'

/** Attempts a minute from one address: people mistype, and a council sits behind one address; guessers need more. */
const perMinute = 30

/** Signing in and out. */
export const signInRoutes = (services: Services): Route[] => [
  get(signInPath, 'public', async (ask) => show(await signInModel(services, ask, ask.query.get('return') ?? ''))),
  post(signInPath, 'public', 'sign-in.requested', async (ask) => await postSignIn(services, ask), { perMinute }),
  get(checkEmailPath, 'public', async (ask) => await showCheckEmail(services, ask)),
  post(signInCodePath, 'public', 'session.began', async (ask) => await postCode(services, ask), { perMinute }),
  get(signInLinkPath(':token'), 'public', async (ask) => await showLink(services, ask), { perMinute }),
  post(signInLinkPath(':token'), 'public', 'session.began', async (ask) => await postLink(services, ask), {
    perMinute,
  }),
  post(signInAsPath, 'evaluation', 'session.began', async (ask) => await postSignInAs(services, ask)),
  post(signOutPath, 'public', 'session.ended', async (ask) => {
    if (ask.actor.kind === 'person') await endSession(services, ask.actor, ask.actor.sessionId, ask.receivedAt)
    const cookies = [{ name: 'session', value: '' }] as const
    return services.identityProvider === undefined
      ? seeOther('/', { flash: 'You have signed out.', cookies })
      : seeOther(signedOutPath, { cookies })
  }),
]

async function signInModel(
  services: Services,
  ask: Ask,
  returnTo: string,
  errors: ReturnType<typeof errorTexts> = [],
): Promise<ReturnType<typeof signInPage>> {
  return signInPage({
    csrf: ask.csrf,
    email: ask.form.line('email'),
    returnTo: localPath(returnTo) ?? '',
    errors,
    provider: services.identityProvider && {
      label: services.identityProvider.label,
      href: withReturn(providerPath, localPath(returnTo)),
    },
    seededPeople: services.config.evaluation ? await seededPeople(services.db) : undefined,
  })
}

async function postSignIn(services: Services, ask: Ask): Promise<Answer> {
  const known = ask.cookie('browser')
  const browserToken = known !== undefined && isToken(known) ? known : newToken(services.randomBytes)
  const returnTo = ask.form.line('return')
  const result = await requestSignIn(services, {
    email: ask.form.line('email'),
    browserToken,
    returnTo,
    ip: ask.ip,
    at: ask.receivedAt,
    origin: ask.origin,
    language: ask.language,
  })
  if (!result.ok) {
    const throttled = result.problems.some(({ code }) => code.startsWith('too-many'))
    const page = await signInModel(services, ask, returnTo, errorTexts(result.problems))
    return show(page, { status: throttled ? 429 : 400 })
  }
  return seeOther(checkEmailPath, {
    cookies: [{ name: 'browser', value: browserToken, maxAgeSeconds: requestMinutes * 60 }],
  })
}

async function showCheckEmail(
  services: Services,
  ask: Ask,
  errors: ReturnType<typeof errorTexts> = [],
): Promise<Answer> {
  const browser = ask.cookie('browser')
  const request =
    browser === undefined ? undefined : await newestRequestOf(services.db, hashToken(browser), ask.receivedAt)
  if (request === undefined && errors.length === 0) return seeOther(signInPath)
  const againAt = request && codesWorkAgainAt(request.wrong, ask.receivedAt)
  const page = checkEmailPage({
    csrf: ask.csrf,
    email: request?.email,
    minutes: requestMinutes,
    codesAgain: againAt && ukTimeWithZone(againAt),
    askAgainHref: withReturn(signInPath, request?.returnTo ?? null),
    outboxHref: services.config.evaluation ? outboxPath(request?.email) : undefined,
    errors,
  })
  return show(page, { status: errors.length > 0 ? 400 : 200 })
}

async function postCode(services: Services, ask: Ask): Promise<Answer> {
  const typed = { code: ask.form.line('code'), browserToken: ask.cookie('browser') }
  const result = await signInByCode(services, typed, arrivalOf(ask))
  return result.ok ? welcome(result.value, ask) : await showCheckEmail(services, ask, errorTexts(result.problems))
}

async function showLink(services: Services, ask: Ask): Promise<Answer> {
  const token = param(ask, 'token')
  const link = await readLink(services, token, ask.receivedAt)
  if (!link.ok) return deadLink(link.problems)
  return show(signInLinkPage({ action: signInLinkPath(token), email: link.value.email, csrf: ask.csrf }))
}

async function postLink(services: Services, ask: Ask): Promise<Answer> {
  const result = await signInByLink(services, param(ask, 'token'), arrivalOf(ask))
  return result.ok ? welcome(result.value, ask) : deadLink(result.problems)
}

function deadLink(problems: readonly LinkProblem[]): Answer {
  const { code } = problems[0] ?? { code: 'link-unknown' }
  const page = deadLinkPage({ ...linkWording[code], signInHref: signInPath })
  return show(page, { status: code === 'link-unknown' ? 404 : 410 })
}

async function postSignInAs(services: Services, ask: Ask): Promise<Answer> {
  const signedIn = await signInAs(services, ask.form.line('person'), arrivalOf(ask))
  if (signedIn === undefined) throw notFound('person')
  return welcome({ ...signedIn, returnTo: localPath(ask.form.line('return')) }, ask)
}
