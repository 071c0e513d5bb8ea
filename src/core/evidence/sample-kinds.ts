import type { Member } from './draw-sample.ts'

/** What a sample of a round can be drawn of. */
export const populations = [
  'applications',
  'scores',
  'departures',
  'awards',
  'deadline-changes',
  'conflicts-released',
] as const
export type Population = (typeof populations)[number]

/** What it can be shared among, in proportion. */
export const strataKinds = ['none', 'outcome', 'region'] as const
export type StrataKind = (typeof strataKinds)[number]

/** What was found of an item. */
export const findings = ['agreed', 'exception'] as const
export type Finding = (typeof findings)[number]

/** Something that can be drawn, as it stood then. */
export type SampleItem = {
  readonly id: string
  /** The application that it is about; null for what is about all of them. */
  readonly reference: string | null
  readonly label: string
  /** What became of that application; '' where there is none. */
  readonly outcome: string
  readonly region: string
}

/** The items as {@link Member}s of the groups that a sample is shared among. */
export const membersOf = (items: readonly SampleItem[], strata: StrataKind): readonly Member[] =>
  items.map((item) => ({ id: item.id, stratum: strata === 'none' ? '' : item[strata] }))
