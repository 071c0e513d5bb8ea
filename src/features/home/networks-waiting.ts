import { isoDay } from '../../core/time/day.ts'
import { networkPath, networksOf } from '../network/index.ts'
import type { FindWaiting } from './waiting-item.ts'

/** The networks of which this person is a member: one statement. */
export const networksWaiting: FindWaiting = async (db, { personId }, now) => {
  const networks = await networksOf(db, personId, isoDay(now))
  return networks.map(({ slug, name }) => ({
    href: networkPath(slug),
    title: `Network of ${name}`,
    detail: 'Questions, events and peers',
    state: { text: 'Member', classes: 'govuk-tag--blue' },
  }))
}
