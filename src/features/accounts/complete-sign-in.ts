import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { hashCode, hashToken, isToken, readCode, sameSecret } from '../../platform/sign-in/token.ts'
import { type Arrival, beginSession, knownPerson, type SignedInPerson } from './begin-session.ts'
import { codesWorkAgainAt } from './count-wrong-codes.ts'
import { personById } from './people.store.ts'
import { sendsLinks } from './request-sign-in.ts'
import {
  countWrongGuess,
  lockRequestsOf,
  mostWrongCodes,
  type RequestOfLink,
  requestByToken,
  useRequest,
} from './sign-in-requests.store.ts'

export type LinkProblem =
  | { readonly code: 'link-unknown' }
  | { readonly code: 'link-used' }
  | { readonly code: 'link-expired' }

/** What a link is for, without using it up: programs that check mail for dangers open every link. */
export async function readLink(
  services: Services,
  token: string,
  at: Date,
): Promise<Result<RequestOfLink, LinkProblem>> {
  if (!isToken(token)) return refused({ code: 'link-unknown' })
  const request = await requestByToken(services.db, hashToken(token))
  if (request === undefined) return refused({ code: 'link-unknown' })
  if (request.usedAt !== null) return refused({ code: 'link-used' })
  return request.expiresAt > at ? done(request) : refused({ code: 'link-expired' })
}

/** Signs in whoever holds the link, in whatever browser: mail is often read on another machine. */
export async function signInByLink(
  services: Services,
  token: string,
  arrival: Arrival,
): Promise<Result<SignedInPerson, LinkProblem>> {
  const link = await readLink(services, token, arrival.at)
  if (!link.ok) return link
  return await services.db.transaction().execute(async (tx) => {
    const used = await useRequest(tx, link.value.id, arrival.at)
    if (used === undefined) return refused({ code: 'link-used' })
    return done(await signIn(tx, services, used, arrival, 'link'))
  })
}

export type CodeProblem =
  | { readonly code: 'code-missing' }
  | { readonly code: 'code-malformed' }
  | { readonly code: 'code-wrong' }
  | { readonly code: 'code-spent' }
  | { readonly code: 'code-not-asked-for' }
  /** So many wrong ones were typed for the address that none is taken for now. */
  | { readonly code: 'codes-off'; readonly againAt: Date; readonly linkWorks: boolean }

/** Signs in whoever types the code in the browser that asked for it. */
export async function signInByCode(
  services: Services,
  typed: { readonly code: string; readonly browserToken: string | undefined },
  arrival: Arrival,
): Promise<Result<SignedInPerson, CodeProblem>> {
  const { browserToken } = typed
  if (browserToken === undefined || !isToken(browserToken)) return refused({ code: 'code-not-asked-for' })
  if (typed.code.trim() === '') return refused({ code: 'code-missing' })
  const code = readCode(typed.code)
  if (code === '') return refused({ code: 'code-malformed' })
  return await services.db.transaction().execute(async (tx) => {
    const requests = await lockRequestsOf(tx, hashToken(browserToken), arrival.at)
    const good = requests.filter((request) => request.good)
    if (good.length === 0) return refused({ code: 'code-not-asked-for' })
    const againAt = codesWorkAgainAt(requests, arrival.at)
    if (againAt !== undefined) return refused({ code: 'codes-off', againAt, linkWorks: sendsLinks(services) })
    const open = good.filter(({ wrongCodes }) => wrongCodes < mostWrongCodes)
    if (open.length === 0) return refused({ code: 'code-spent' })
    const match = open.find(({ id, codeHash }) => sameSecret(hashCode(code, id, services.secretKey), codeHash))
    if (match === undefined) {
      await countWrongGuess(
        tx,
        open.map(({ id }) => id),
      )
      return refused({
        code: open.every(({ wrongCodes }) => wrongCodes + 1 >= mostWrongCodes) ? 'code-spent' : 'code-wrong',
      })
    }
    const used = await useRequest(tx, match.id, arrival.at)
    if (used === undefined) return refused({ code: 'code-not-asked-for' })
    return done(await signIn(tx, services, used, arrival, 'code'))
  })
}

/** Signs in as one of the made-up people, second step and all: only while the service is being evaluated. */
export async function signInAs(
  services: Services,
  personId: string,
  arrival: Arrival,
): Promise<SignedInPerson | undefined> {
  if (!services.config.evaluation) return undefined
  return await services.db.transaction().execute(async (tx) => {
    const person = await personById(tx, personId)
    if (!person?.illustrative) return undefined
    const token = await beginSession(tx, services, person.id, arrival, { by: 'evaluation', secondStepAt: arrival.at })
    return { token, person, returnTo: null }
  })
}

async function signIn(
  tx: Tx,
  services: Services,
  request: Pick<RequestOfLink, 'email' | 'returnTo'>,
  arrival: Arrival,
  by: 'link' | 'code',
): Promise<SignedInPerson> {
  const { email, returnTo } = request
  const person = await knownPerson(tx, services, email, arrival.at)
  const token = await beginSession(tx, services, person.id, arrival, { by, secondStepAt: null })
  return { token, person, returnTo }
}
