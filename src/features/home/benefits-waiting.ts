import type { SignedIn } from '../../core/permissions/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { type BenefitsWork, benefitsPath, benefitsToWrite, returnStateWords } from '../benefits/index.ts'
import type { Waiting } from './pages/your-work.ts'

/** The benefits of awards that this person writes or confirms: a fixed number of statements. */
export async function benefitsWaiting(db: Database, actor: SignedIn, now: Date): Promise<readonly Waiting[]> {
  return (await benefitsToWrite(db, actor, now)).map(benefitsOf)
}

const benefitsOf = ({ award, next, due }: BenefitsWork): Waiting => ({
  href: benefitsPath(award.reference),
  title: `Benefits of ${award.title}`,
  detail: next === undefined ? 'Every return is made' : `The return at ${next.months} months is due on ${due}`,
  state: next === undefined ? { text: 'Completed', classes: 'govuk-tag--green' } : returnStateWords[next.state],
})
