import { type Answers, type Form, factAnswers, namedBodies, questionsOf } from '../../core/forms/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { organisationKinds } from '../accounts/index.ts'

/** What the register knows of the bodies that answers name: their kinds, as answers to the questions that ask for them. */
export async function namedFacts(db: Database | Tx, form: Form, answers: Answers): Promise<Answers> {
  const kinds = await organisationKinds(db, namedBodies(questionsOf(form), answers))
  return factAnswers(form, { kinds }, answers)
}
