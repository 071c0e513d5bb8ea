import type { Services } from '../../../platform/services.ts'
import type { ProviderErrand } from '../../../platform/sign-in/identity-provider.ts'
import { openSecret, sealSecret } from '../../../platform/sign-in/seal-secret.ts'

/** How long somebody may take at the provider. */
export const errandMinutes = 10

/** What a browser carries to the provider and back, sealed, so that the server keeps nothing of who may never return. */
export type CarriedErrand = ProviderErrand & { readonly returnTo: string | null; readonly begunAt: number }

const sealedFor = (issuer: string) => ({ purpose: 'errands to an identity provider', owner: issuer }) as const

/** Seals an errand for a cookie. */
export function sealErrand(services: Services, issuer: string, errand: CarriedErrand): string {
  return sealSecret(Buffer.from(JSON.stringify(errand)), sealedFor(issuer), services)
}

/** The errand again; undefined if there is none, it is not ours, or it took too long. */
export function openErrand(
  services: Services,
  issuer: string,
  sealed: string | undefined,
  at: Date,
): CarriedErrand | undefined {
  const opened = sealed === undefined ? undefined : openSecret(sealed, sealedFor(issuer), services.secretKey)
  if (opened === undefined) return undefined
  const errand: CarriedErrand = JSON.parse(Buffer.from(opened).toString())
  return at.getTime() - errand.begunAt <= errandMinutes * 60_000 ? errand : undefined
}
