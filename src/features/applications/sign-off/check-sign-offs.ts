import type { Actor } from '../../../core/permissions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import type { SubmissionProblem } from '../applications.messages.ts'
import type { ApplicationInRound } from '../applications.store.ts'
import { readSignOffs, type SignOff, signerName, type ToSignOff } from './read-sign-offs.ts'
import { signOffsOf } from './sign-offs.store.ts'

/** The sign-offs of an application with its answers at hand: one statement if the round asks for any, otherwise none. */
export async function signOffsAsked(
  db: Database | Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  application: Pick<ApplicationInRound, 'id' | 'signOffs'>,
  given: Omit<ToSignOff, 'asked' | 'rows'>,
): Promise<readonly SignOff[]> {
  if (application.signOffs.length === 0) return []
  const rows = await signOffsOf(db, application.id)
  return readSignOffs({ ...given, asked: application.signOffs, rows }, sha256).list
}

/** What of the sign-offs stops this person from submitting. */
export function signOffProblems(list: readonly SignOff[], actor: Actor): readonly SubmissionProblem[] {
  const missing = list.flatMap((one): readonly SubmissionProblem[] => {
    const { standing, slot, kind, organisation, kept } = one
    if (standing === 'signed') return []
    const who = signerName(one)
    const reason = kept?.reason ?? ''
    return [{ code: 'sign-off-missing', slot, kind, organisation: organisation.name, who, standing, reason }]
  })
  const own = list.find(
    ({ standing, onPaper, kept }) =>
      standing === 'signed' && !onPaper && actor.kind === 'person' && kept?.signature?.signedBy === actor.personId,
  )
  if (own === undefined) return missing
  const { slot, kind, organisation } = own
  return [...missing, { code: 'signed-by-submitter', slot, kind, organisation: organisation.name }]
}
