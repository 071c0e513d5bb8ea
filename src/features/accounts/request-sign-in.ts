import { createHmac } from 'node:crypto'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { hashCode, hashToken, newCode, newToken } from '../../platform/sign-in/token.ts'
import { recordEvent } from '../audit/index.ts'
import { queueMessage } from '../notifications/index.ts'
import { signInMessage } from './accounts.messages.ts'
import { signInLinkPath } from './accounts.paths.ts'
import { codesWorkAgainAt } from './count-wrong-codes.ts'
import { localPath } from './local-path.ts'
import { type EmailProblem, readEmail } from './read-email.ts'
import { countRequests, insertRequest, requestMinutes } from './sign-in-requests.store.ts'

/** Requests in a quarter of an hour: for one address, and from one place, where a whole council may sit. */
const mostForEmail = 5
const mostFromIp = 60
const windowMinutes = 15

export type SignInAsked = {
  readonly email: string
  /** The cookie of the browser that asks: the code is good only there. */
  readonly browserToken: string
  readonly returnTo: string
  readonly ip: string
  readonly at: Date
  /** Where people reach the service as this browser does. */
  readonly origin: string
  /** That was chosen in this browser: whoever asks reads it. */
  readonly language: string | undefined
}

export type SignInProblem =
  | EmailProblem
  | { readonly code: 'too-many-sign-ins'; readonly minutes: number }
  | { readonly code: 'too-many-from-here' }
  /** No code is taken for this address for now, and no link can be sent. */
  | { readonly code: 'too-many-wrong-codes'; readonly againAt: Date }

/**
 * Sends a link and a code by email to whoever asks. What happens is the same whether or not the address is known:
 * a person is made when they first sign in.
 */
export async function requestSignIn(services: Services, asked: SignInAsked): Promise<Result<undefined, SignInProblem>> {
  const email = readEmail(asked.email)
  if (!email.ok) return email
  return await services.db.transaction().execute((tx) => sendLink(tx, services, asked, email.value))
}

async function sendLink(
  tx: Tx,
  services: Services,
  asked: SignInAsked,
  email: string,
): Promise<Result<undefined, SignInProblem>> {
  const { at } = asked
  const ipHash = createHmac('sha256', services.secretKey).update(`ip\0${asked.ip}`).digest('hex')
  const since = new Date(at.getTime() - windowMinutes * 60_000)
  const lately = await countRequests(tx, { email, ipHash, at }, since)
  if (lately.forEmail >= mostForEmail && lately.oldestForEmail !== null) {
    const waitMilliseconds = lately.oldestForEmail.getTime() - since.getTime()
    return refused({ code: 'too-many-sign-ins', minutes: Math.max(1, Math.ceil(waitMilliseconds / 60_000)) })
  }
  if (lately.fromIp >= mostFromIp) return refused({ code: 'too-many-from-here' })
  const againAt = codesWorkAgainAt(lately.wrong, at)
  if (againAt !== undefined && !sendsLinks(services)) return refused({ code: 'too-many-wrong-codes', againAt })

  const id = services.newId()
  const token = newToken(services.randomBytes)
  const code = newCode(services.randomBytes)
  const expiresAt = new Date(at.getTime() + requestMinutes * 60_000)
  await insertRequest(tx, {
    id,
    email,
    tokenHash: hashToken(token),
    codeHash: hashCode(code, id, services.secretKey),
    browserHash: hashToken(asked.browserToken),
    ipHash,
    returnTo: localPath(asked.returnTo),
    at,
    expiresAt,
  })
  const origin = originForMail(services, asked.origin)
  const link = origin === undefined ? undefined : `${origin}${signInLinkPath(token)}`
  const { serviceName } = services.config
  await queueMessage(tx, services, {
    kind: 'sign-in',
    recipient: email,
    language: asked.language,
    forgetBody: true,
    words: (say) =>
      say(signInMessage)({ serviceName, link, code: againAt === undefined ? code : undefined, expiresAt }),
  })
  await recordEvent(tx, {
    action: 'sign-in.requested',
    actorId: null,
    objectType: 'sign-in-request',
    objectId: id,
    at,
  })
  return done(undefined)
}

/**
 * The address that may stand in a mail. What the browser says it reached is good enough only while the service is being
 * evaluated: anybody can send another host name, and the link of somebody else's mail would lead there.
 */
function originForMail(services: Services, asked: string): string | undefined {
  return services.config.publicUrl ?? (sendsLinks(services) ? asked : undefined)
}

/** Whether mails of this service have a link to sign in by, or the code alone. */
export const sendsLinks = ({ config }: Pick<Services, 'config'>): boolean =>
  config.publicUrl !== undefined || config.evaluation
