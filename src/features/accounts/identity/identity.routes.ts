import { type Answer, seeOther, show } from '../../../platform/http/answer.ts'
import type { Ask, Route } from '../../../platform/http/route.ts'
import { get, post } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { IdentityProvider } from '../../../platform/sign-in/identity-provider.ts'
import { signedIn } from '../account.routes.ts'
import { accountPath, signInPath, withReturn } from '../accounts.paths.ts'
import { arrivalOf, welcome } from '../arrival.routes.ts'
import { localPath } from '../local-path.ts'
import { errandMinutes } from './carry-errand.ts'
import { whyNot } from './identity.messages.ts'
import { providerBackPath, providerPath, providerSignOutPath, signedOutPath, unlinkPath } from './identity.paths.ts'
import { notSignedInPage, signedOutPage } from './pages/identity.ts'
import { goToProvider, type ProviderProblem, signInByProvider } from './sign-in-by-provider.ts'
import { unlinkAccount } from './unlink-account.ts'

/** Signing in with an identity provider. Without one, each of these leads to where one signs in by email. */
export const identityRoutes = (services: Services): Route[] => {
  const withProvider =
    (elsewhere: string, answer: (ask: Ask, provider: IdentityProvider) => Promise<Answer>) => async (ask: Ask) =>
      services.identityProvider === undefined ? seeOther(elsewhere) : await answer(ask, services.identityProvider)
  return [
    get(
      providerPath,
      'public',
      withProvider(signInPath, async (ask, provider) => {
        const returnTo = localPath(ask.query.get('return') ?? '')
        const begun = await goToProvider(services, provider, { returnTo, at: ask.receivedAt })
        if (!begun.ok) return notSignedIn(provider, begun.problems)
        const { address, sealed } = begun.value
        return seeOther(address, {
          cookies: [{ name: 'provider', value: sealed, maxAgeSeconds: errandMinutes * 60 }],
        })
      }),
      { perMinute: 30 },
    ),
    get(
      providerBackPath,
      'public',
      withProvider(signInPath, async (ask, provider) => {
        const back = { answer: ask.query, sealed: ask.cookie('provider') }
        const result = await signInByProvider(services, provider, back, arrivalOf(ask))
        if (!result.ok) return notSignedIn(provider, result.problems)
        const answer = welcome(result.value, ask)
        return { ...answer, cookies: [...(answer.cookies ?? []), { name: 'provider', value: '' }] }
      }),
      { perMinute: 30 },
    ),
    post(
      unlinkPath,
      'signed-in',
      'identity.unlinked',
      withProvider(accountPath, async (ask, { issuer }) => {
        await unlinkAccount(services, issuer, signedIn(ask), ask.receivedAt)
        return seeOther(accountPath, { flash: 'That account is not linked to you any more.' })
      }),
    ),
    get(
      signedOutPath,
      'public',
      withProvider('/', async (_, { label }) => show(signedOutPage({ label, signOutHref: providerSignOutPath }))),
    ),
    get(
      providerSignOutPath,
      'public',
      withProvider('/', async (ask, provider) => seeOther((await provider.signOutAddress(`${ask.origin}/`)) ?? '/')),
    ),
  ]
}

function notSignedIn({ label }: IdentityProvider, problems: readonly ProviderProblem[]): Answer {
  const [problem = { code: 'provider-answer-wrong' }] = problems
  const page = notSignedInPage({
    why: whyNot(problem, label),
    label,
    againHref: withReturn(providerPath, null),
    emailHref: signInPath,
  })
  return show(page, {
    status: problem.code === 'provider-unreachable' ? 503 : 403,
    cookies: [{ name: 'provider', value: '' }],
  })
}
