import { ukTime } from '../../core/time/uk-time.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Fund } from '../funds/index.ts'
import { managedEventPath, newEventPath } from './events/events.paths.ts'
import { eventsOf } from './events/events.store.ts'
import { reviewResourcePath } from './library/library.paths.ts'
import { resourcesOf } from './library/resources.store.ts'
import { moderationPath } from './moderating/moderating.paths.ts'
import { openReports } from './moderating/reports.store.ts'
import { networkPath } from './network.paths.ts'

/** A way on, with what waits there. */
export type ManagedLink = { readonly href: string; readonly text: string; readonly detail: string }

/** What those who run a network go on to. */
export async function managedLinks(db: Database, { id, slug }: Fund): Promise<readonly ManagedLink[]> {
  const events = await eventsOf(db, id, null)
  const reports = await openReports(db, id)
  const waiting = (await resourcesOf(db, id)).filter(({ state }) => state === 'in-review')
  return [
    { href: networkPath(slug), text: 'The network', detail: 'As its members see it' },
    { href: newEventPath(slug), text: 'Plan an event', detail: 'Every member is invited by email' },
    {
      href: moderationPath(slug),
      text: 'Moderation',
      detail: reports.length === 0 ? 'No report waits' : `${reports.length} reported`,
    },
    ...waiting.map((resource) => ({
      href: reviewResourcePath(slug, resource.id),
      text: `Review: ${resource.title}`,
      detail: 'Nobody else sees it until you have',
    })),
    ...events.map((event) => ({
      href: managedEventPath(slug, event.id),
      text: event.title,
      detail: `Event, ${ukTime(event.startsAt)}. ${event.going} of ${event.capacity === 1 ? '1 place' : `${event.capacity} places`} taken`,
    })),
  ]
}
