import type { LeadSlots } from '../../core/rounds/index.ts'

/** What a changed field held: dates as ISO times and days, a form by its name and version. */
export type ChangedValue = string | number | null | readonly string[] | LeadSlots

/** A date or rule of a round that was changed while the public could see it. */
export type RoundChange = {
  readonly id: string
  readonly at: Date
  readonly action:
    | 'round.timetable-changed'
    | 'round.deadline-extended'
    | 'round.changed'
    | 'round.form-chosen'
    | 'fund.changed'
    | 'funder.added'
    | 'funder.changed'
    | 'funder.removed'
    | 'round.cancelled'
    | 'round.rules-sealed'
    | 'round.rules-changed'
    | 'results.published'
  /** The funder it is about; '' when it is about none. */
  readonly about: string
  /** Of a form, what its own version says has changed. */
  readonly reason: string
  /** What everybody is told besides, when a deadline is extended; otherwise empty. */
  readonly notice: string
  /** Whose deadline alone was extended; empty: everyone's. */
  readonly body: string
  readonly changes: Readonly<Record<string, { readonly from: ChangedValue; readonly to: ChangedValue }>>
}
