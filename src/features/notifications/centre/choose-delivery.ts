import { type Delivery, groupsToChoose, type MessageGroup, readDelivery } from '../../../core/notifications/index.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { replaceChosen } from './delivery.store.ts'

/** How somebody wants to be told of each group; one left out is as it is everywhere or, everywhere, by email at once. */
export type Choices = readonly { readonly group: MessageGroup; readonly delivery: Delivery }[]

/** Reads the choices of a form, whose fields have the names of the groups. What is no choice is none. */
export const readChoices = (form: Pick<FormBody, 'line'>): Choices =>
  groupsToChoose.flatMap((group) => {
    const delivery = readDelivery(form.line(group))
    return delivery === undefined ? [] : [{ group, delivery }]
  })

/** Keeps how a person is told, of one fund or (null) of all. What already waits for a digest comes with it. */
export async function chooseDelivery(
  services: Services,
  chosen: {
    readonly personId: string
    readonly fundId: string | null
    readonly choices: Choices
    readonly at: Date
  },
): Promise<void> {
  const { personId, fundId, choices, at } = chosen
  await services.db.transaction().execute(async (tx) => {
    await replaceChosen(tx, personId, fundId, choices, at)
    await recordEvent(tx, {
      action: 'notifications.chosen',
      actorId: personId,
      fundId,
      objectType: 'person',
      objectId: personId,
      at,
      facts: Object.fromEntries(choices.map(({ group, delivery }) => [group, delivery])),
    })
  })
}
