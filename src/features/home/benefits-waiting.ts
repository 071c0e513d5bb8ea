import { type BenefitsWork, benefitsPath, benefitsToWrite, returnStateWords } from '../benefits/index.ts'
import { endOf, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The benefits of awards that this person writes or confirms: a fixed number of statements. */
export const benefitsWaiting: FindWaiting = async (db, actor, now) =>
  (await benefitsToWrite(db, actor, now)).map(benefitsOf)

/** While a return is in one of these states, nobody of the council has to do anything. */
const resting: ReadonlySet<string> = new Set(['waiting', 'sent', 'accepted', 'published'])

const benefitsOf = ({ award, next, due }: BenefitsWork): Waiting => ({
  href: benefitsPath(award.reference),
  title: `Benefits of ${award.title}`,
  detail: next === undefined ? 'Every return is made' : `The return at ${next.months} months is due on ${due}`,
  state: next === undefined ? { text: 'Completed', classes: 'govuk-tag--green' } : returnStateWords[next.state],
  asks: next !== undefined && !resting.has(next.state),
  ...(next === undefined ? {} : { dueAt: endOf(next.due) }),
})
