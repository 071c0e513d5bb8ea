import type { SignedIn } from '../../core/permissions/index.ts'
import type { IsoDay } from '../../core/time/day.ts'
import type { Listed } from '../../core/waiting/index.ts'
import type { Database } from '../../platform/database/database.ts'

/** Something on somebody's list of work, as it is shown. */
export type Waiting = Listed & {
  readonly title: string
  readonly detail: string
  readonly state: { readonly text: string; readonly classes?: string }
}

/** Finds what waits for a person of one subject, in a fixed number of statements. */
export type FindWaiting = (db: Database, actor: SignedIn, now: Date) => Promise<readonly Waiting[]>

/** The end of a day by which something is due. */
export const endOf = (day: IsoDay): Date => new Date(`${day}T23:59:59Z`)

/** The state of what is asked of somebody. */
export const asked = (text: string): Waiting['state'] => ({ text, classes: 'govuk-tag--purple' })

/** The state of what is late. */
export const lateState: Waiting['state'] = { text: 'Late', classes: 'govuk-tag--red' }
