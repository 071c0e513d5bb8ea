import { readFile } from 'node:fs/promises'
import type { ClientAuth, Configuration, CryptoKey, IDToken, ModifyAssertionFunction } from 'openid-client'
import { done, type Result, refused } from '../../core/result.ts'
import { newToken, type RandomBytes } from './token.ts'

/** An OpenID provider as it is set up. What it can do, and where, is asked of it. */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  /** What people know it as. */
  readonly label: string
  /** Lower case. It speaks for addresses of these alone. */
  readonly emailDomains: readonly string[]
  /** One of these two: a secret, or the file of a private key. */
  readonly clientSecret: string | undefined
  readonly clientKeyFile: string | undefined
  readonly scopes: string
  readonly parameters: Readonly<Record<string, string>>
  /** What the ID token says when a second factor was asked for there. */
  readonly secondStep: { readonly claim: string; readonly value: string }
}

/** What a browser keeps while its person is with the provider. */
export type ProviderErrand = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Whom the provider says it has signed in. */
export type Identity = {
  readonly issuer: string
  /** Theirs at this issuer, and never anybody else's. */
  readonly subject: string
  /** Lower case; undefined unless the provider has verified it. */
  readonly verifiedEmail: string | undefined
  readonly secondStep: boolean
}

export type ProviderFault =
  /** It does not answer, or not as a provider does. */
  | { readonly code: 'provider-unreachable'; readonly error: unknown }
  /** It says no: they turned back, or may not. `reason` is the error code of OAuth. */
  | { readonly code: 'provider-refused'; readonly reason: string }
  /** What came back is not the answer to what this browser asked. */
  | { readonly code: 'provider-answer-wrong'; readonly error: unknown }

/** Signing in with an OpenID provider: the authorization code flow with PKCE, state and nonce. */
export type IdentityProvider = {
  readonly label: string
  readonly issuer: string
  readonly speaksFor: (email: string) => boolean
  /** Where the browser goes, and what it keeps until it is back. */
  readonly begin: (
    randomBytes: RandomBytes,
  ) => Promise<Result<{ readonly address: string; readonly errand: ProviderErrand }, ProviderFault>>
  /** @param answer the query with which the browser came back */
  readonly complete: (answer: URLSearchParams, errand: ProviderErrand) => Promise<Result<Identity, ProviderFault>>
  /** Where one signs out there and comes back; undefined if it has no such place, or does not answer. */
  readonly signOutAddress: (backTo: string) => Promise<string | undefined>
}

/** Most that is waited for an answer of the provider. */
const timeoutSeconds = 10

/**
 * Stands for the provider. It is asked for its discovery document when somebody first needs it, so that the service
 * starts without it.
 *
 * @param redirectUri where it sends people back, as registered there
 */
export function openIdentityProvider(settings: ProviderSettings, redirectUri: string): IdentityProvider {
  const configuration = remembered(() => discover(settings))
  return {
    label: settings.label,
    issuer: settings.issuer,
    speaksFor: (email) => settings.emailDomains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase()),
    begin: async (randomBytes) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client')
      const errand = { state: newToken(randomBytes), nonce: newToken(randomBytes), verifier: newToken(randomBytes) }
      try {
        const address = buildAuthorizationUrl(await configuration(), {
          ...settings.parameters,
          redirect_uri: redirectUri,
          scope: settings.scopes,
          state: errand.state,
          nonce: errand.nonce,
          code_challenge: await calculatePKCECodeChallenge(errand.verifier),
          code_challenge_method: 'S256',
        })
        return done({ address: address.href, errand })
      } catch (error) {
        return refused({ code: 'provider-unreachable', error })
      }
    },
    complete: async (answer, errand) => {
      try {
        return done(await identify(await configuration(), settings, new URL(`${redirectUri}?${answer}`), errand))
      } catch (error) {
        return refused(await faultOf(error))
      }
    },
    signOutAddress: async (backTo) => {
      const { buildEndSessionUrl } = await import('openid-client')
      try {
        return buildEndSessionUrl(await configuration(), { post_logout_redirect_uri: backTo }).href
      } catch {
        return undefined
      }
    },
  }
}

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('openid-client')
  // Only an issuer of this machine may be set up without TLS.
  const insecure = settings.issuer.startsWith('http:') ? [allowInsecureRequests] : []
  return await discovery(new URL(settings.issuer), settings.clientId, {}, await clientAuth(settings), {
    execute: [...insecure, enableNonRepudiationChecks],
    timeout: timeoutSeconds,
  })
}

async function clientAuth({ clientSecret, clientKeyFile, issuer }: ProviderSettings): Promise<ClientAuth> {
  const { ClientSecretPost, modifyAssertion, PrivateKeyJwt } = await import('openid-client')
  if (clientKeyFile === undefined) return ClientSecretPost(clientSecret)
  const key = await privateKey(await readFile(clientKeyFile, 'utf8'))
  return (server, client, body, headers) => {
    // The audience that OpenID Connect Core names (section 9), which GOV.UK One Login insists on.
    const forTokens: ModifyAssertionFunction = (_, payload) => {
      payload.aud = server.token_endpoint ?? issuer
    }
    // What comes back is waited for: it signs.
    return PrivateKeyJwt(key, { [modifyAssertion]: forTokens })(server, client, body, headers)
  }
}

async function privateKey(pem: string): Promise<CryptoKey> {
  const der = Buffer.from(pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64')
  return await crypto.subtle.importKey('pkcs8', der, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign'])
}

async function identify(
  configuration: Configuration,
  { issuer, secondStep }: ProviderSettings,
  answered: URL,
  errand: ProviderErrand,
): Promise<Identity> {
  const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client')
  const tokens = await authorizationCodeGrant(configuration, answered, {
    pkceCodeVerifier: errand.verifier,
    expectedState: errand.state,
    expectedNonce: errand.nonce,
    idTokenExpected: true,
  })
  const token = tokens.claims()
  if (token === undefined) throw new Error('the provider sent no ID token')
  const said = token.email === undefined ? await fetchUserInfo(configuration, tokens.access_token, token.sub) : token
  return {
    issuer,
    subject: token.sub,
    verifiedEmail: isVerified(said) ? String(said.email).trim().toLowerCase() : undefined,
    secondStep: holds(token[secondStep.claim], secondStep.value),
  }
}

/** `xms_edov` is what Entra ID says in place of `email_verified`, where it is asked to: the tenant owns the domain. */
const isVerified = (said: Readonly<Record<string, unknown>>): boolean =>
  typeof said.email === 'string' && [said.email_verified, said.xms_edov].some((claim) => verified.includes(claim))

/** Entra ID has written the claim as each of these. */
const verified: readonly unknown[] = [true, 'true', 1, '1']

const holds = (claim: IDToken[string], value: string): boolean =>
  Array.isArray(claim) ? claim.includes(value) : claim === value

/** What the errors of the library mean: a no, silence (`fetch` throws a TypeError), or something that does not fit. */
async function faultOf(error: unknown): Promise<ProviderFault> {
  const { AuthorizationResponseError, ClientError } = await import('openid-client')
  if (error instanceof AuthorizationResponseError) return { code: 'provider-refused', reason: error.error }
  const late = error instanceof ClientError && error.code === 'OAUTH_TIMEOUT'
  return { code: late || error instanceof TypeError ? 'provider-unreachable' : 'provider-answer-wrong', error }
}

/** Asks once; an answer that did not come is asked for again. */
function remembered<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
}
