import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { programmeTeamOf } from '../../accounts/index.ts'
import type { RoundPath } from '../../funds/index.ts'
import { holdRequest, recordRequest } from './open-request.ts'
import { updateOwner } from './requests.store.ts'

/** Who may answer for requests: the programme team of the fund. */
export async function teamOf(
  db: Database | Tx,
  fundId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return (await programmeTeamOf(db, fundId)).map(({ id, name, email }) => ({ id, name: name || email }))
}

type Request = {
  readonly path: RoundPath
  readonly number: number
  readonly personId: string
  readonly at: Date
}

/** Gives a request to somebody of the team to answer for. @throws {NotFound} */
export async function giveRequest(
  services: Services,
  actor: Actor,
  { personId, at, ...asked }: Request,
): Promise<Result<{ readonly name: string }, { readonly code: 'not-of-the-team' }>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdRequest(tx, actor, asked)
    const person = (await teamOf(tx, opened.round.fundId)).find(({ id }) => id === personId)
    if (person === undefined) return refused({ code: 'not-of-the-team' as const })
    await updateOwner(tx, opened.request.id, personId)
    await recordRequest(tx, opened, at, 'request.given', { personId })
    return done({ name: person.name })
  })
}
