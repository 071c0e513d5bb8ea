import type { SupportSide } from '../../core/support/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Say, sayOwn } from '../../platform/languages.ts'
import type { Services } from '../../platform/services.ts'
import { actingPeople, programmeTeamOf } from '../accounts/index.ts'
import { queueAbout } from '../applications/index.ts'
import { originForMail } from '../guidance/index.ts'
import type { Order } from './orders/orders.store.ts'
import { peopleOfSupplier } from './suppliers/people.store.ts'
import { orderPath, type Place } from './support.paths.ts'

/** What is said to all people of a side. The address of the order is added. */
export type SideMail = { readonly kind: `support.${string}`; readonly subject: string; readonly body: string }

/** What a mail says, and where. */
export const withLink = ({ subject, body }: SideMail, link: string) => ({ subject, body: `${body}\n\n${link}` })

type Recipient = { readonly personId: string; readonly email: string }

/** Writes to everybody of some sides of an order, each with their own address of it. */
export async function tellSides(
  tx: Tx,
  services: Services,
  order: Order,
  sides: readonly SupportSide[],
  mail: (say: Say) => SideMail,
): Promise<void> {
  const origin = originForMail(services.config)
  for (const side of sides)
    for (const { personId, email } of side === 'supplier'
      ? await peopleOfSupplier(tx, order.supplierId)
      : await peopleOn(tx, services, order, side))
      await queueAbout(tx, services, order, {
        kind: mail(sayOwn).kind,
        recipient: email,
        personId,
        words: (say) => withLink(mail(say), `${origin}${orderPath(placeOf(order, side), order.reference)}`),
      })
}

function placeOf({ fundSlug, application }: Order, side: SupportSide): Place {
  if (side === 'team') return { side, fund: fundSlug }
  return side === 'council' ? { side, application } : { side }
}

/** Everybody of the programme team that runs a fund, or of the council that holds an award. */
export async function peopleOn(
  tx: Tx,
  { clock }: Services,
  { organisationId, fundId }: Pick<Order, 'organisationId' | 'fundId'>,
  side: Exclude<SupportSide, 'supplier'>,
): Promise<readonly Recipient[]> {
  if (side === 'council')
    return (await actingPeople(tx, organisationId, clock())).map(({ id, email }) => ({ personId: id, email }))
  return (await programmeTeamOf(tx, fundId)).map(({ id, email }) => ({ personId: id, email }))
}
