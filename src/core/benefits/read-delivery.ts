import { entriesOf } from '../sheets/index.ts'
import type { BenefitRecord } from './benefit-record.ts'
import { textOf } from './read-answers.ts'

/** How delivery stands. */
export type Rating = 'green' | 'amber' | 'red'

/** How many milestones, risks and issues of an award stand how; what is done or closed is left out. */
export function ratingsOf(record: BenefitRecord): Readonly<Record<Rating, number>> {
  const open = ['milestones', 'delivery-risks', 'delivery-issues']
    .flatMap((sheet) => entriesOf(record, sheet))
    .filter(({ content }) => textOf(content, 'done') === '' && textOf(content, 'closed') === '')
  const count = (rating: Rating) => open.filter(({ content }) => textOf(content, 'rating') === rating).length
  return { green: count('green'), amber: count('amber'), red: count('red') }
}
