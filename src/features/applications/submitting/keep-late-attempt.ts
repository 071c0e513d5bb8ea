import { type FrozenApplication, frozenHash } from '../../../core/forms/index.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import type { StartProblem } from '../applications.messages.ts'
import type { Application } from '../applications.store.ts'
import { insertLateAttempt, lateReference, latestLateAttempt } from './late-attempts.store.ts'
import type { Outcome } from './submissions.store.ts'

type Closed = Extract<StartProblem, { readonly code: 'round-closed' }>

type Attempt = {
  /** Its row is held. */
  readonly application: Application
  readonly fundId: string
  readonly content: FrozenApplication
  readonly outcome: Outcome | null
  readonly complete: boolean
}

/** So many attempts of one application are kept; later ones are refused all the same. */
export const mostKept = 20

/**
 * Keeps what somebody tried to submit too late, with its hash, so that it can be let in if there is a reason to. Trying
 * again with the same content adds nothing.
 *
 * @returns why it is refused, with the reference by which it is kept, or that it is not
 */
export async function keepLateAttempt(
  tx: Tx,
  services: Services,
  actor: SignedIn,
  closed: Closed,
  { application, fundId, content, outcome, complete }: Attempt,
): Promise<Closed> {
  const { reference, id: applicationId } = application
  const sha256 = frozenHash(content, services.sha256)
  const latest = await latestLateAttempt(tx, applicationId)
  const again = latest?.sha256 === sha256 && latest.complete === complete
  if (latest !== undefined && again) return { ...closed, kept: lateReference(reference, latest.number) }
  if (latest !== undefined && latest.number >= mostKept) return { ...closed, mostKept }
  const number = (latest?.number ?? 0) + 1
  const { receivedAt, deadlineAt } = closed
  const made = { id: services.newId(), applicationId, number, attemptedBy: actor.personId }
  await insertLateAttempt(tx, { ...made, receivedAt, deadlineAt, content, sha256, outcome, complete })
  await recordEvent(tx, {
    action: 'application.refused-late',
    actorId: actor.personId,
    fundId,
    objectType: 'application',
    objectId: reference,
    // What was keyed in came before it was refused.
    at: services.clock(),
    facts: {
      number,
      sha256,
      complete,
      receivedAt: receivedAt.toISOString(),
      lateMilliseconds: receivedAt.getTime() - deadlineAt.getTime(),
    },
  })
  return { ...closed, kept: lateReference(reference, number) }
}
