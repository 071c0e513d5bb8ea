import { type Constraint, type Model, solve } from 'yalps'
import type { PortfolioCase } from '../../src/core/portfolio/index.ts'

/** Values of millionths are counted as ones, since this solver looks at differences of hundred-millionths. */
const unit = 1_000_000

const membersIn = (groups: PortfolioCase['candidates'][number]['groups'], group: string): readonly string[] =>
  [groups[group] ?? []].flat()

/**
 * What the best portfolio is worth, by another solver and a model of its own; undefined when there is none. Not for rules of how
 * many are different.
 */
export function worthByYalps(given: PortfolioCase, step = unit): number | undefined {
  const out = new Set(given.mustExclude)
  const those = given.candidates.filter(({ id }) => !out.has(id))
  const constraints: Record<string, Constraint> = { places: { max: given.places } }
  for (const [name, max] of Object.entries(given.limits)) constraints[`use ${name}`] = { max }
  for (const id of given.mustInclude) constraints[`in ${id}`] = { min: 1 }
  const counted: Record<string, readonly string[]> = {}
  for (const [place, rule] of given.rules.entries()) {
    if ('atLeastDifferent' in rule) throw new Error('not for rules of how many are different')
    const { group, member, members, min = 0, max = given.candidates.length } = rule
    const all = new Set(given.candidates.flatMap(({ groups }) => membersIn(groups, group)))
    for (const each of member === undefined ? (members ?? all) : [member]) {
      constraints[`rule ${place} ${each}`] = { min, max }
      counted[group] = [...(counted[group] ?? []), `rule ${place} `]
    }
  }
  const variables = those.map(({ id, value, use, groups }) => {
    const entries: [string, number][] = [
      ['value', value / step],
      ['places', 1],
      [`in ${id}`, 1],
      ...Object.entries(use).map(([name, amount]): [string, number] => [`use ${name}`, amount]),
    ]
    for (const [group, rules] of Object.entries(counted))
      for (const rule of new Set(rules))
        for (const member of membersIn(groups, group)) entries.push([`${rule}${member}`, 1])
    return [id, entries] as const
  })
  const model: Model = { direction: 'maximize', objective: 'value', constraints, variables, binaries: true }
  const { status, result } = solve(model, { tolerance: 0, maxIterations: 1e7, timeout: 60_000 })
  return status === 'optimal' ? Math.round(result * step) : undefined
}
