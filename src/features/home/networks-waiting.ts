import { isoDay } from '../../core/time/day.ts'
import type { Database } from '../../platform/database/database.ts'
import { networkPath, networksOf } from '../network/index.ts'
import type { Waiting } from './pages/your-work.ts'

/** The networks of which this person is a member: one statement. */
export async function networksWaiting(db: Database, personId: string, now: Date): Promise<readonly Waiting[]> {
  const networks = await networksOf(db, personId, isoDay(now))
  return networks.map(({ slug, name }) => ({
    href: networkPath(slug),
    title: `Network of ${name}`,
    detail: 'Questions, events and peers',
    state: { text: 'Member', classes: 'govuk-tag--blue' },
  }))
}
