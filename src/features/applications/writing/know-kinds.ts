import type { Json } from '../../../core/canonical/index.ts'
import { namedBodies, type Question, withKinds } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { organisationKinds } from '../../accounts/index.ts'

type Posted = { readonly question: Question; readonly value: Json | undefined }

/**
 * Posted lists with the kinds of the bodies that their items name, where the form asks for them: what a page says of a kind
 * is not taken for true. Asks the register only then.
 */
export async function knowKinds<Of extends Posted>(db: Database | Tx, posted: readonly Of[]): Promise<readonly Of[]> {
  const answers = Object.fromEntries(posted.map(({ question, value }) => [question.id, value ?? null]))
  const questions = posted.map(({ question }) => question)
  const kinds = await organisationKinds(db, namedBodies(questions, answers))
  return posted.map((one) => ({ ...one, value: withKinds(one.question, one.value, kinds) }))
}
