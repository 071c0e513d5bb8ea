import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Context, Provider } from 'oidc-provider'
import type { Lifetime } from './template.ts'

/** Whom the provider signs in next, and what it says of them. */
export type ProviderAccount = {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly xms_edov?: boolean
  readonly amr?: readonly string[]
}

/** A certified OpenID provider on this machine, at which people sign in by pressing a button. */
export type OpenIdProvider = {
  readonly issuer: string
  /** Whom it signs in; undefined: they turn back. */
  account: ProviderAccount | undefined
  /** Goes where a browser is sent, as a browser does. @returns the address with which it comes back to the service */
  readonly visit: (address: string) => Promise<URL>
  readonly close: () => Promise<void>
}

export const clientId = 'the-service'
export const clientSecret = 'a-secret-of-the-client-that-is-long'

export type ProviderOptions = {
  readonly redirectUri: string
  /** The public half of the key with which the client signs, in place of its secret. */
  readonly clientKey?: Readonly<Record<string, unknown>>
  /** Whether what is known of people stands in the ID token, as with Entra ID; otherwise userinfo says it, as with One Login. */
  readonly claimsInToken?: boolean
}

/** Starts one on a free port. */
export async function startOpenIdProvider(life: Lifetime, options: ProviderOptions): Promise<OpenIdProvider> {
  let handle = (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end()
  const server = createServer((request, response) => handle(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    if (!server.listening) return
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  life.after(close)
  const started: OpenIdProvider = { issuer, account: undefined, visit: (address) => visit(address, issuer), close }
  const provider = new Provider(
    issuer,
    configuration(started, options, () => provider),
  )
  const answer = provider.callback()
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    if (request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate')
      return void response.setHeader('content-type', 'text/html').end(signInForm)
    const { account } = started
    const result =
      account === undefined ? { error: 'access_denied' } : { login: { accountId: account.sub, amr: account.amr ?? [] } }
    void provider.interactionFinished(request, response, result)
  }
  return started
}

/** What a browser shows, in which a person presses a button; a test without a browser does not stop here. */
const signInForm = `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1>
<form method="post"><button>Yes, it is me</button></form></html>`

function configuration(
  state: { readonly account: ProviderAccount | undefined },
  { redirectUri, clientKey, claimsInToken = false }: ProviderOptions,
  provider: () => Provider,
): Readonly<Record<string, unknown>> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const proof =
    clientKey === undefined
      ? { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' }
      : { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [clientKey] } }
  return {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [`${new URL(redirectUri).origin}/`],
        ...proof,
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'provider', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the provider for cookies'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified', 'xms_edov'] },
    conformIdTokenClaims: !claimsInToken,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ ...state.account }) }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const { Grant } = provider()
      const grant = new Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  }
}

async function visit(address: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>()
  for (let at = new URL(address); ; ) {
    if (at.origin !== issuer) return at
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const to = response.headers.get('location')
    if (to === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    at = new URL(to, at)
  }
}
