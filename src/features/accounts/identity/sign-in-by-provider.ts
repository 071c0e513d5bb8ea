import { done, type Result, refused } from '../../../core/result.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { Identity, IdentityProvider, ProviderFault } from '../../../platform/sign-in/identity-provider.ts'
import { recordEvent } from '../../audit/index.ts'
import { type Arrival, beginSession, knownPerson, type SignedInPerson } from '../begin-session.ts'
import { type Person, personById } from '../people.store.ts'
import { openErrand, sealErrand } from './carry-errand.ts'
import { holderOf, linkAccount } from './identities.store.ts'

export type ProviderProblem =
  | { readonly code: ProviderFault['code'] }
  /** The browser did not set out from here, or so long ago that it counts no more. */
  | { readonly code: 'provider-errand-lost' }
  | { readonly code: 'provider-email-unverified' }
  /** The provider may not speak for addresses of this domain. */
  | { readonly code: 'provider-domain'; readonly domain: string }
  /** The person of this address signs in with another account of this provider. */
  | { readonly code: 'provider-other-account' }

/** Sends somebody to the provider. @returns where to, and what their browser keeps until they are back */
export async function goToProvider(
  services: Services,
  provider: IdentityProvider,
  { returnTo, at }: { readonly returnTo: string | null; readonly at: Date },
): Promise<Result<{ readonly address: string; readonly sealed: string }, ProviderProblem>> {
  const begun = await provider.begin(services.randomBytes)
  if (!begun.ok) return noted(services, begun.problems)
  const { address, errand } = begun.value
  const sealed = sealErrand(services, provider.issuer, { ...errand, returnTo, begunAt: at.getTime() })
  return done({ address, sealed })
}

/** Signs in whom the provider sent back. Where it asked for a second factor, that is the second step here too. */
export async function signInByProvider(
  services: Services,
  provider: IdentityProvider,
  back: { readonly answer: URLSearchParams; readonly sealed: string | undefined },
  arrival: Arrival,
): Promise<Result<SignedInPerson, ProviderProblem>> {
  const errand = openErrand(services, provider.issuer, back.sealed, arrival.at)
  if (errand === undefined) return refused({ code: 'provider-errand-lost' })
  const identity = await provider.complete(back.answer, errand)
  if (!identity.ok) return noted(services, identity.problems)
  const { verifiedEmail, secondStep } = identity.value
  if (verifiedEmail === undefined) return refused({ code: 'provider-email-unverified' })
  if (!provider.speaksFor(verifiedEmail))
    return refused({ code: 'provider-domain', domain: verifiedEmail.slice(verifiedEmail.lastIndexOf('@') + 1) })
  return await services.db.transaction().execute(async (tx) => {
    const person = await personOf(tx, services, identity.value, verifiedEmail, arrival.at)
    if (person === undefined) return refused({ code: 'provider-other-account' })
    const proof = { by: 'provider', secondStepAt: secondStep ? arrival.at : null } as const
    const token = await beginSession(tx, services, person.id, arrival, proof)
    return done({ token, person, returnTo: errand.returnTo })
  })
}

/** Whose account it is. The first time it is linked by its address; then the account counts, whatever its address is. */
async function personOf(
  tx: Tx,
  services: Services,
  identity: Identity,
  email: string,
  at: Date,
): Promise<Person | undefined> {
  const holder = await holderOf(tx, identity)
  if (holder !== undefined) return await personById(tx, holder)
  const person = await knownPerson(tx, services, email, at)
  if (!(await linkAccount(tx, identity, person.id, at))) return undefined
  const facts = { issuer: identity.issuer }
  const event = { actorId: person.id, objectType: 'person', objectId: person.id, at, facts }
  await recordEvent(tx, { action: 'identity.linked', ...event })
  return person
}

/** What the operator has to know stands in the log; the person is told which kind it was. */
function noted(services: Services, problems: readonly ProviderFault[]): Result<never, ProviderProblem> {
  for (const problem of problems) services.log.warn({ ...loggable(problem) }, 'signing in with the provider failed')
  return refused(...problems.map(({ code }) => ({ code })))
}

const loggable = (fault: ProviderFault) =>
  fault.code === 'provider-refused'
    ? { code: fault.code, reason: fault.reason }
    : { code: fault.code, err: fault.error }
