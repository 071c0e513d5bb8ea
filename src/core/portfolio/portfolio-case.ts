/** Something that can be chosen: what it is worth, what it takes of each limited thing, and what it belongs to. */
export type Candidate = {
  readonly id: string
  readonly value: number
  readonly use: Readonly<Record<string, number>>
  /** Its member of each group, such as `{ region: 'North West' }`; several where it is of each of them. */
  readonly groups: Readonly<Record<string, string | readonly string[]>>
}

/** Bounds on how many are chosen of one member of a group, or of every member. */
export type MemberRule = {
  readonly group: string
  /** Undefined: of each member. */
  readonly member?: string | undefined
  /** Which members there are, also those that no candidate is of; undefined: those that candidates are of. */
  readonly members?: readonly string[] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** How many members of a group must be among the chosen. */
export type DifferentRule = { readonly group: string; readonly atLeastDifferent: number }

export type SpreadRule = MemberRule | DifferentRule

/** What is to be chosen from, and how. Limits are in the units of what candidates use: whole pounds. */
export type PortfolioCase = {
  readonly places: number
  readonly candidates: readonly Candidate[]
  readonly limits: Readonly<Record<string, number>>
  readonly rules: readonly SpreadRule[]
  readonly mustInclude: readonly string[]
  readonly mustExclude: readonly string[]
  /** How many next best portfolios are wanted. */
  readonly alternatives: number
}

/** A part of a case that can keep portfolios out. */
export type Part =
  | { readonly kind: 'places' }
  | { readonly kind: 'limit'; readonly name: string }
  | { readonly kind: 'rule'; readonly place: number }
  | { readonly kind: 'include' | 'exclude'; readonly id: string }

export const isDifferent = (rule: SpreadRule): rule is DifferentRule => 'atLeastDifferent' in rule

/** The members that a rule counts. */
export const countedBy = (given: Pick<PortfolioCase, 'candidates'>, rule: MemberRule): readonly string[] =>
  rule.member === undefined ? (rule.members ?? membersOf(given, rule.group)) : [rule.member]

/** Whether a candidate is of a member of a group. */
export const isOf = ({ groups }: Candidate, group: string, member: string): boolean => {
  const own = groups[group]
  return typeof own === 'string' ? own === member : (own?.includes(member) ?? false)
}

/** The members of a group that candidates belong to, in the order in which they come. */
export const membersOf = ({ candidates }: Pick<PortfolioCase, 'candidates'>, group: string): readonly string[] => [
  ...new Set(candidates.flatMap(({ groups }) => groups[group] ?? [])),
]
