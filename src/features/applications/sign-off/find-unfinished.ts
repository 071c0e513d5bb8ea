import { questionsOf } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { submissionProblems } from '../find-problems.ts'
import { valuesOf } from '../open-application.ts'
import type { OpenedSignOff } from './open-sign-off.ts'

/**
 * What stops an application from being sent as it stands, question by question: a signer is shown it before they sign. The
 * declaration of the lead, which comes last, is not among it.
 *
 * @returns the questions, as the form asks them
 */
export async function unfinishedIn(
  db: Database | Tx,
  { application, version }: Pick<OpenedSignOff, 'application' | 'version'>,
  at: Date,
): Promise<readonly string[]> {
  const { reference, illustrative } = application
  const register = { db, at, reference, illustrative }
  const problems = await submissionProblems(version.definition, valuesOf(application.answers), register)
  const open = new Set(problems.map(({ question }) => question))
  return questionsOf(version.definition)
    .filter(({ id, type }) => open.has(id) && type !== 'declaration')
    .map(({ label }) => label)
}
