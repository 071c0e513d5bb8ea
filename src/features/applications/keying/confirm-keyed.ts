import { notFound } from '../../../core/errors.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { hashToken, isToken } from '../../../platform/sign-in/token.ts'
import { recordEvent } from '../../audit/index.ts'
import { type KeyedPlace, keyedByToken, markAnswered } from './keyed.store.ts'
import { tellDisowned } from './tell-disowned.ts'

export type ConfirmProblem = {
  readonly code: 'not-answered' | 'answered-already' | 'not-said-what' | 'said-too-much'
}

/** The most characters of what an applicant says is wrong. */
export const mostBecause = 2000

/** The keyed application that a link leads to. @throws {NotFound} if it leads to none */
export async function findKeyed(services: Services, token: string): Promise<KeyedPlace> {
  const keyed = isToken(token) ? await keyedByToken(services.db, hashToken(token)) : undefined
  if (keyed === undefined) throw notFound('application')
  return keyed
}

/**
 * The applicant says whether what was keyed in is theirs: once, by the button of the page that the link shows, since
 * programs that check mail open links. What is wrong with it goes to the programme team by email.
 *
 * @param answer 'yes' or 'no'
 * @param because what is not as they wrote it, where the answer is no
 * @throws {NotFound} if the link leads to none
 */
export async function confirmKeyed(
  services: Services,
  request: {
    readonly token: string
    readonly answer: string
    readonly because: string
    readonly origin: string
    readonly at: Date
  },
): Promise<Result<{ readonly theirs: boolean }, ConfirmProblem>> {
  const { token, answer, origin, at } = request
  if (!isToken(token)) throw notFound('application')
  const because = request.because.trim()
  return await services.db.transaction().execute(async (tx) => {
    const keyed = await keyedByToken(tx, hashToken(token))
    if (keyed === undefined) throw notFound('application')
    if (keyed.confirmedAt !== null || keyed.disownedAt !== null) return refused({ code: 'answered-already' })
    if (answer !== 'yes' && answer !== 'no') return refused({ code: 'not-answered' })
    const theirs = answer === 'yes'
    if (!theirs && because === '') return refused({ code: 'not-said-what' })
    if (!theirs && because.length > mostBecause) return refused({ code: 'said-too-much' })
    await markAnswered(tx, keyed.applicationId, theirs ? undefined : because, at)
    if (!theirs) await tellDisowned(tx, services, keyed, { because, origin })
    await recordEvent(tx, {
      action: theirs ? 'application.keyed-confirmed' : 'application.keyed-disowned',
      actorId: null,
      fundId: keyed.fundId,
      objectType: 'application',
      objectId: keyed.reference,
      at,
      facts: { channel: keyed.channel },
    })
    return done({ theirs })
  })
}
