import { organisationsOf } from '../../core/permissions/index.ts'
import {
  councilNeedsPath,
  type NeedsToSay,
  needsToSay,
  supportWaiting as ordersOfSupport,
  type SupportWaiting,
} from '../support/index.ts'
import { asked, endOf, type FindWaiting, type Waiting } from './waiting-item.ts'

/** New awards without a word of what the council needs, and orders in which something waits: two statements. */
export const supportWaiting: FindWaiting = async (db, actor) => [
  ...(await needsToSay(db, organisationsOf(actor))).map(needsOf),
  ...(await ordersOfSupport(db, actor)).map(orderOf),
]

const needsOf = ({ application, title, fundName }: NeedsToSay): Waiting => ({
  href: councilNeedsPath(application),
  title: `Support for ${title}`,
  detail: `The programme team of ${fundName} buys what you need`,
  state: asked('Say what is needed'),
  asks: true,
})

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
