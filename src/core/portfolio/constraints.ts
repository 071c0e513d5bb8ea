import type { Row } from '../solver/linear-program.ts'
import {
  countedBy,
  isDifferent,
  isOf,
  type MemberRule,
  membersOf,
  type Part,
  type PortfolioCase,
} from './portfolio-case.ts'

/** The rows that a part of a case makes. Unknowns are the candidates, then one for each member that may count as present. */
export type Constraint = { readonly part: Part; readonly rows: readonly Row[] }

/** The unknowns besides the candidates: whether a member of a group is counted as present, for one rule. */
type Presence = { readonly rule: number; readonly member: string }

const presences = (given: PortfolioCase): readonly Presence[] =>
  given.rules.flatMap((rule, place) =>
    isDifferent(rule) ? membersOf(given, rule.group).map((member) => ({ rule: place, member })) : [],
  )

/** How many unknowns the program has. */
export const unknownsOf = (given: PortfolioCase): number => given.candidates.length + presences(given).length

const ones = (columns: readonly number[], lower: number, upper: number): Row => ({
  lower,
  upper,
  columns,
  values: columns.map(() => 1),
})

/** Everything that a portfolio must keep to, part by part. */
export function constraintsOf(given: PortfolioCase): readonly Constraint[] {
  const { candidates, places, limits, rules, mustInclude, mustExclude } = given
  const column = new Map(candidates.map(({ id }, place) => [id, place]))
  const fixed = (kind: 'include' | 'exclude', ids: readonly string[]): readonly Constraint[] =>
    ids.map((id) => ({
      part: { kind, id },
      rows: [ones([column.get(id) ?? -1], kind === 'include' ? 1 : 0, kind === 'include' ? 1 : 0)],
    }))
  return [
    {
      part: { kind: 'places' },
      rows: [
        ones(
          candidates.map((_, place) => place),
          0,
          places,
        ),
      ],
    },
    ...Object.entries(limits).map(([name, limit]) => ({
      part: { kind: 'limit' as const, name },
      rows: [limitRow(given, name, limit)],
    })),
    ...rules.map((rule, place) => ({
      part: { kind: 'rule' as const, place },
      rows: isDifferent(rule) ? differentRows(given, place) : memberRows(given, rule),
    })),
    ...fixed('include', mustInclude),
    ...fixed('exclude', mustExclude),
  ]
}

function limitRow({ candidates }: PortfolioCase, name: string, limit: number): Row {
  const users = candidates.flatMap(({ use }, place) => ((use[name] ?? 0) === 0 ? [] : [place]))
  return {
    lower: Number.NEGATIVE_INFINITY,
    upper: limit,
    columns: users,
    values: users.map((place) => candidates[place]?.use[name] ?? 0),
  }
}

const inMember = ({ candidates }: PortfolioCase, group: string, member: string): readonly number[] =>
  candidates.flatMap((candidate, place) => (isOf(candidate, group, member) ? [place] : []))

function memberRows(given: PortfolioCase, rule: MemberRule): readonly Row[] {
  const { group, min = 0, max = Number.POSITIVE_INFINITY } = rule
  return countedBy(given, rule).map((each) => ones(inMember(given, group, each), min, max))
}

/** A member counts as present only if one of its candidates is chosen; so many must be present. */
function differentRows(given: PortfolioCase, place: number): readonly Row[] {
  const rule = given.rules[place]
  if (rule === undefined || !isDifferent(rule)) return []
  const first = given.candidates.length
  const mine = presences(given).flatMap((each, index) =>
    each.rule === place ? [{ member: each.member, column: first + index }] : [],
  )
  return [
    ones(
      mine.map(({ column }) => column),
      rule.atLeastDifferent,
      Number.POSITIVE_INFINITY,
    ),
    ...mine.map(({ member, column }) => {
      const chosen = inMember(given, rule.group, member)
      return {
        lower: 0,
        upper: Number.POSITIVE_INFINITY,
        columns: [...chosen, column],
        values: [...chosen.map(() => 1), -1],
      }
    }),
  ]
}
