import { supportWaiting as ordersOfSupport, type SupportWaiting } from '../support/index.ts'
import { asked, endOf, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The orders of support in which something waits for this person: one statement. */
export const supportWaiting: FindWaiting = async (db, actor) => (await ordersOfSupport(db, actor)).map(orderOf)

const states = {
  team: asked('Accept, or approve an invoice'),
  council: asked('Accept or send back'),
  supplier: asked('Deliver'),
} as const satisfies Record<SupportWaiting['side'], Waiting['state']>

const orderOf = ({ href, title, council, side, dueOn }: SupportWaiting): Waiting => ({
  href,
  title: `Support for ${council}: ${title}`,
  detail: side === 'supplier' ? 'It is to be delivered' : 'It is delivered or invoiced',
  state: states[side],
  asks: true,
  dueAt: endOf(dueOn),
})
