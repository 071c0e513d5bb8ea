import { type Answers, asksForFacts, type Form, factAnswers } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { carryAnswers } from './carry-answers.ts'
import { leadKindOf } from './lead-kind.store.ts'

/** What is known of an application that a form or a screener asks for: nothing is looked up where it asks for none. */
export async function factsFor(db: Database | Tx, form: Form, applicationId: string): Promise<Answers> {
  if (!asksForFacts(form)) return {}
  return factAnswers(form, { leadKind: await leadKindOf(db, applicationId) })
}

type Answering = {
  readonly form: Form
  readonly applicationId: string
  readonly personId: string
  readonly at: Date
}

/** Answers the questions of a form that the service answers itself, for the person whose doing made it necessary. */
export async function answerFacts(tx: Tx, { form, applicationId, personId, at }: Answering): Promise<void> {
  await carryAnswers(tx, { applicationId, carried: await factsFor(tx, form, applicationId), personId, at })
}
