import { asksCouncil } from '../../core/benefits/index.ts'
import { type BenefitsWork, benefitsPath, benefitsToWrite, returnStateWords } from '../benefits/index.ts'
import { asked, endOf, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The benefits of awards that this person writes or confirms: a fixed number of statements. */
export const benefitsWaiting: FindWaiting = async (db, actor, now) =>
  (await benefitsToWrite(db, actor, now)).flatMap((work) => [...actualsOf(work), benefitsOf(work), ...laterOf(work)])

const counted = (count: number): string => (count === 1 ? '1 actual' : `${count} actuals`)

/** Figures that wait for finance, and those that finance has sent back. */
function actualsOf({ award, toConfirm, confirmHref, sentBack }: BenefitsWork): readonly Waiting[] {
  const title = `Actuals of ${award.title}`
  const items: readonly (Waiting | false)[] = [
    toConfirm > 0 && {
      href: confirmHref,
      title,
      detail: toConfirm === 1 ? '1 actual waits for finance' : `${toConfirm} actuals wait for finance`,
      state: asked('Confirm or send back'),
      asks: true,
    },
    sentBack > 0 && {
      href: benefitsPath(award.reference),
      title,
      detail: `Finance has sent ${counted(sentBack)} back`,
      state: asked('Change'),
      asks: true,
    },
  ]
  return items.filter((each) => each !== false)
}

const benefitsOf = ({ award, next, due }: BenefitsWork): Waiting => ({
  href: benefitsPath(award.reference),
  title: `Benefits of ${award.title}`,
  detail: next === undefined ? 'Every return is made' : `The return at ${next.months} months is due on ${due}`,
  state: next === undefined ? { text: 'Completed', classes: 'govuk-tag--green' } : returnStateWords[next.state],
  asks: next !== undefined && asksCouncil(next.state),
  ...(next === undefined ? {} : { dueAt: endOf(next.due) }),
})

/** Returns that wait beside an earlier one, each by itself. */
const laterOf = ({ award, later }: BenefitsWork): readonly Waiting[] =>
  later.map(({ months, due, dueInWords, href, state }) => ({
    href,
    title: `Return at ${months} months: ${award.title}`,
    detail: `It is due on ${dueInWords}`,
    state: returnStateWords[state],
    asks: true,
    dueAt: endOf(due),
  }))
