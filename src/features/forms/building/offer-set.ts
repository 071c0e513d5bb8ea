import { notFound } from '../../../core/errors.ts'
import { type Actor, may } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import type { FormProblem } from '../form-problem.ts'
import { wrong } from './change-condition.ts'
import { everySet, insertSet, retireSetNamed, retireSetRow } from './sets.store.ts'

type Asked = { readonly actor: Actor; readonly setId: string; readonly at: Date }

/**
 * Offers a set of a fund to every fund: a copy, so that the fund can go on changing its own.
 *
 * @param asked `replace`: whether it takes the place of the set of the service that has its name
 * @throws {NotFound} if the set is not there, or this person does not look after the service
 */
export async function offerSet(
  services: Services,
  { actor, setId, at, replace }: Asked & { readonly replace: boolean },
): Promise<Result<string, FormProblem>> {
  const personId = administrator(actor)
  return await services.db.transaction().execute(async (tx) => {
    const from = (await everySet(tx)).find(({ id, fundId }) => id === setId && fundId !== null)
    if (from === undefined) throw notFound('question set')
    const { name, questions } = from
    const set = { id: services.newId(), fundId: null, name, questions, createdAt: at, personId }
    const replaced = replace ? await retireSetNamed(tx, name, null, at) : undefined
    if (!(await insertSet(tx, set))) return refused(wrong({ code: 'set-name-taken', name }))
    await recordEvent(tx, {
      action: 'form.set-offered',
      actorId: personId,
      fundId: null,
      objectType: 'question-set',
      objectId: set.id,
      at,
      facts: { from: setId, questions: questions.length, ...(replaced !== undefined && { replaces: replaced }) },
    })
    return done(name)
  })
}

/**
 * Takes a set of the service out of what is offered; forms that have its questions keep them.
 *
 * @throws {NotFound} if this person does not look after the service
 */
export async function retireServiceSet(services: Services, { actor, setId, at }: Asked): Promise<void> {
  const actorId = administrator(actor)
  await services.db.transaction().execute(async (tx) => {
    if (!(await retireSetRow(tx, setId, null, at))) return
    const about = { objectType: 'question-set', objectId: setId, at, facts: {} }
    await recordEvent(tx, { action: 'form.set-retired', actorId, fundId: null, ...about })
  })
}

function administrator(actor: Actor): string {
  if (actor.kind !== 'person' || !may(actor, 'service:administer', null)) throw notFound('question set')
  return actor.personId
}
