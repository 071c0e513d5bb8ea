import { carriedAnswers } from '../../../core/eligibility/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Answers, eligibility } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../audit/index.ts'
import { type FormVersion, formVersionById } from '../../forms/index.ts'
import { lockApplication } from '../applications.store.ts'
import { openApplication } from '../open-application.ts'
import { answerFacts, factsFor } from './answer-facts.ts'
import { carryAnswers } from './carry-answers.ts'
import { saveScreening } from './screening.store.ts'

type Asked = {
  readonly reference: string
  readonly screener: FormVersion
  readonly answers: Answers
  readonly at: Date
}

/**
 * Keeps what a screener is told now for an application. What the form asks in the same way is answered there too, as a
 * version of its own, so that the two never say different things.
 *
 * @returns false when the application is submitted, and nothing was kept
 * @throws {NotFound} if it is not this person's to write
 */
export async function saveApplicationScreening(
  tx: Tx,
  actor: Actor,
  { reference, screener, answers: told, at }: Asked,
): Promise<boolean> {
  const locked = await lockApplication(tx, reference)
  if (locked === undefined) throw notFound('application')
  const { application, actor: writer } = await openApplication(tx, actor, {
    reference,
    questions: [],
    need: 'write',
    at,
  })
  if (locked.state === 'submitted') return false
  const form = await formVersionById(tx, locked.formVersionId)
  if (form === undefined) throw new Error(`application ${reference} lost its form`)
  const answers = { ...told, ...(await factsFor(tx, screener.definition, locked.id, told)) }
  const screening = { screenerVersionId: screener.id, answers, screenedAt: at, screenedBy: writer.personId }
  await saveScreening(tx, locked.id, screening)
  const carried = carriedAnswers(screener.definition, answers, form.definition)
  const about = { applicationId: locked.id, personId: writer.personId, at }
  await carryAnswers(tx, { ...about, carried })
  await answerFacts(tx, { ...about, form: form.definition })
  const { outcome, failed, caveats } = eligibility(screener.definition, answers)
  await recordEvent(tx, {
    action: 'application.screened',
    actorId: writer.personId,
    fundId: application.fundId,
    objectType: 'application',
    objectId: reference,
    at,
    facts: { screener: screener.id, outcome, rules: [...failed, ...caveats].map(({ id }) => id) },
  })
  return true
}
