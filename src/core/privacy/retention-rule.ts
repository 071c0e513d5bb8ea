/** What a period is counted from. */
export type Clock = 'made' | 'expired' | 'ended' | 'last-seen' | 'outcome-told'

/**
 * What happens when the period is over.
 *
 * - `delete`: the rows go.
 * - `blank`: the columns named are emptied, and the rest of the row stays.
 * - `anonymise`: the row of the person is made anonymous, so that every record that leads to it names nobody.
 * - `unname`: the record stays as it was written. It leads to people by their ids alone, and so names nobody once they
 *   are anonymous.
 * - `keep`: the record stays as it was written, with the names in it, for the reason given.
 */
export type Outcome = 'delete' | 'blank' | 'anonymise' | 'unname' | 'keep'

/** The lawful basis, for the body that runs the fund to confirm. @see UK GDPR, article 6(1) */
export type Basis = 'public-task' | 'consent' | 'legal-obligation'

/** How long: so many months or days after something. */
export type Period = { readonly after: Clock } & ({ readonly months: number } | { readonly days: number })

/** What is kept about people in some columns, why, for how long, and what happens then. */
export type RetentionRule = {
  readonly id: string
  /** What it is, in the words in which pages name it; every rule by which something goes has them. */
  readonly name?: string
  /** The columns of each table that hold it or lead to it. */
  readonly holds: Readonly<Record<string, readonly string[]>>
  /** What it is and why it is kept, in words for a record of processing. */
  readonly what: string
  readonly basis: Basis
  /** How long, for rules by which something goes. What stays is kept as long as the records of its fund. */
  readonly period?: Period
  readonly outcome: Outcome
  /** Why it outlasts its people; every rule that keeps names has one. */
  readonly because?: string
  /** How the service finds what is due. A rule without one is carried out by nothing but those that it leans on. */
  readonly sweep?: Sweep
  /** When the service carries it out without being asked, in words. */
  readonly byItself?: string
}

/**
 * How the rows of a rule are found that are due.
 *
 * - `row`: each row has its own clock in the column `at`.
 * - `outcome-told`: the clock is that of the round, which starts when its outcomes are told or it is cancelled. With
 *   `drafts`, only what belongs to applications that were never submitted.
 * - `person`: people who were last here so long ago, and hold no role and act for nobody.
 *
 * With `blank` these columns of the first table are emptied; without it the rows of all its tables go, in their order. The
 * other members name the columns by which a row leads to what may be on hold; a rule of several tables has the same in
 * each.
 */
export type Sweep =
  | ({ readonly clock: 'row'; readonly at: string } & Reach)
  | ({ readonly clock: 'outcome-told'; readonly drafts?: true } & Reach)
  | { readonly clock: 'person' }

type Reach = {
  readonly blank?: readonly string[]
  readonly people?: readonly string[]
  /** The column of the first table with an email address: it leads to whoever has it, without their id. */
  readonly address?: string
  readonly application?: string
  readonly round?: string
  readonly fund?: string
}

/** Something about people that is not in a column: in the browser, in a log, in a folder. */
export type KeptElsewhere = { readonly where: string; readonly what: string; readonly period: string }

/** Rules of one subject, in the order in which the inventory tells them. */
export type RetentionSection = { readonly title: string; readonly rules: readonly RetentionRule[] }

/** The periods that many rules share: a controller that decides another changes it here. */
export const periods = {
  /** What people of councils wrote, when nothing was awarded. */
  application: { months: 24, after: 'outcome-told' },
  /** People who have not been here for so long, and hold nothing. */
  account: { months: 84, after: 'last-seen' },
} as const satisfies Readonly<Record<string, Period>>
