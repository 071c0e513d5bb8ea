import { type Answers, asksForLeadKind, type Form, factAnswers, kindQuestions } from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { namedFacts } from '../../forms/index.ts'
import { valuesOf } from '../open-application.ts'
import { answersNow } from '../writing/answers.store.ts'
import { carryAnswers } from './carry-answers.ts'
import { leadKindOf } from './lead-kind.store.ts'

/**
 * What the register knows that a form or a screener with these answers asks for: nothing is looked up where it asks for
 * nothing.
 */
export async function factsFor(
  db: Database | Tx,
  form: Form,
  applicationId: string,
  answers: Answers,
): Promise<Answers> {
  const named = await namedFacts(db, form, answers)
  if (!asksForLeadKind(form)) return named
  return { ...factAnswers(form, { leadKind: await leadKindOf(db, applicationId) }, answers), ...named }
}

type Answering = {
  readonly form: Form
  readonly applicationId: string
  readonly personId: string
  readonly at: Date
}

/** Answers the questions of a form that the service answers itself, for the person whose doing made it necessary. */
export async function answerFacts(tx: Tx, { form, applicationId, personId, at }: Answering): Promise<void> {
  const asked = kindQuestions(form)
  const answers = asked.length === 0 ? {} : valuesOf(await answersNow(tx, applicationId, asked))
  await carryAnswers(tx, { applicationId, carried: await factsFor(tx, form, applicationId, answers), personId, at })
}
