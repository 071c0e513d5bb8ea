import type { ProviderSettings } from '../sign-in/identity-provider.ts'
import type { Settings } from './settings.ts'

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_LABEL', 'OIDC_EMAIL_DOMAINS'] as const
const others = [
  'OIDC_CLIENT_SECRET',
  'OIDC_CLIENT_KEY_FILE',
  'OIDC_SCOPES',
  'OIDC_PARAMETERS',
  'OIDC_SECOND_STEP',
] as const

/** What is missing or too much in the settings of the identity provider, once one of them is set. */
export function providerContradictions(given: Settings): { readonly setting: string; readonly text: string }[] {
  if ([...needed, ...others].every((name) => given[name] === undefined)) return []
  const missing = needed.filter((name) => given[name] === undefined)
  const problems = missing.map((setting) => ({
    setting,
    text: `${setting} must be set when another setting of the identity provider is.`,
  }))
  if (given.PUBLIC_URL === undefined)
    problems.push({
      setting: 'OIDC_ISSUER' as const,
      text: 'PUBLIC_URL must be set when OIDC_ISSUER is: the provider sends people back to it.',
    })
  if ((given.OIDC_CLIENT_SECRET === undefined) === (given.OIDC_CLIENT_KEY_FILE === undefined))
    problems.push({
      setting: 'OIDC_CLIENT_ID' as const,
      text: 'Set OIDC_CLIENT_SECRET or OIDC_CLIENT_KEY_FILE, one of them.',
    })
  return problems
}

/** The identity provider that is set up, if one is. */
export function providerOf(given: Settings): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_LABEL: label, OIDC_EMAIL_DOMAINS: domains } = given
  if (!issuer || !clientId || !label || !domains) return undefined
  const [claim = '', ...value] = (given.OIDC_SECOND_STEP ?? 'amr=mfa').split('=')
  return {
    issuer,
    clientId,
    label,
    emailDomains: domains.split(',').map((domain) => domain.trim().toLowerCase()),
    clientSecret: given.OIDC_CLIENT_SECRET,
    clientKeyFile: given.OIDC_CLIENT_KEY_FILE,
    scopes: given.OIDC_SCOPES ?? 'openid email',
    parameters: Object.fromEntries(new URLSearchParams(given.OIDC_PARAMETERS ?? '')),
    secondStep: { claim, value: value.join('=') },
  }
}
