import { supportWaiting as ordersOfSupport, type SupportWaiting } from '../support/index.ts'
import { asked, endOf, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The orders of support in which something waits for this person: one statement. */
export const supportWaiting: FindWaiting = async (db, actor) => (await ordersOfSupport(db, actor)).map(orderOf)

const words: Record<SupportWaiting['what'][number], { readonly detail: string; readonly state: string }> = {
  answer: { detail: 'Something is delivered', state: 'Accept or send back' },
  change: { detail: 'A change of the order is asked for', state: 'Agree or refuse' },
  delivery: { detail: 'It is to be delivered', state: 'Deliver' },
  invoice: { detail: 'An invoice is sent', state: 'Approve or refuse' },
  'sent-back': { detail: 'What was delivered is sent back', state: 'Deliver again' },
}

function orderOf({ href, title, council, what, dueOn }: SupportWaiting): Waiting {
  const [first] = what
  return {
    href,
    title: `Support for ${council}: ${title}`,
    detail: what.map((each) => words[each].detail).join('. '),
    state: asked(first === undefined ? '' : words[first].state),
    asks: true,
    dueAt: endOf(dueOn),
  }
}
