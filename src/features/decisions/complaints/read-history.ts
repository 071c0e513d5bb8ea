import { capital } from '../../../core/text/capital.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import { peopleById } from '../../accounts/index.ts'
import { eventsOf } from '../../audit/index.ts'
import type { KeptComplaint } from './complaints.store.ts'

/** Something that is on record. */
export type Recorded = {
  readonly title: string
  readonly time: string
  readonly datetime: string
  readonly by: string
}

/** What the audit log tells of a complaint and of the application that it is about, the first thing first. */
export async function historyOf(
  db: Database,
  { reference, application, applicationId }: Pick<KeptComplaint, 'reference' | 'application' | 'applicationId'>,
): Promise<readonly Recorded[]> {
  const events = [
    ...(await eventsOf(db, 'application', application)),
    ...(await eventsOf(db, 'application', applicationId)),
    ...(await eventsOf(db, 'complaint', reference)),
  ].sort((one, other) => one.at.localeCompare(other.at))
  const people = await peopleById(db, [...new Set(events.flatMap(({ actorId }) => actorId ?? []))])
  return events.map(({ action, at, actorId }) => {
    const person = actorId === null ? undefined : people.get(actorId)
    return {
      title: actionWords(action),
      time: ukTime(new Date(at)),
      datetime: at,
      by: person === undefined ? 'the service' : person.name || person.email,
    }
  })
}

/** @example actionWords('application.answers-asked') // => 'Application: answers asked' */
const actionWords = (action: string): string => capital(action.replace('.', ': ').replaceAll('-', ' '))
