import type { Actor } from '../../../core/permissions/index.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { openApplication } from '../open-application.ts'
import { dismissChanges } from './form-changes.store.ts'

/**
 * Notes that what changed in the form of an application was read, for all of its people.
 *
 * @param asked `upTo`: the last change that the page showed; later ones stay
 * @throws {NotFound} if the application is not this person's to write
 */
export async function dismissFormChanges(
  { db }: Services,
  asked: { readonly actor: Actor; readonly reference: string; readonly upTo: string; readonly at: Date },
): Promise<void> {
  const { actor, reference, upTo, at } = asked
  await db.transaction().execute(async (tx) => {
    const opened = await openApplication(tx, actor, { reference, questions: [], need: 'write', at })
    const { personId } = opened.actor
    if (!(await dismissChanges(tx, { applicationId: opened.application.id, upTo, personId, at }))) return
    await recordEvent(tx, {
      action: 'application.form-change-read',
      actorId: personId,
      fundId: opened.application.fundId,
      objectType: 'application',
      objectId: reference,
      at,
      facts: {},
    })
  })
}
