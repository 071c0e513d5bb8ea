import { plainList } from '../text/plain-list.ts'
import type { Constraint } from './constraints.ts'
import { isDifferent, type Part, type PortfolioCase } from './portfolio-case.ts'

/** Parts of a case that cannot hold together, though without any one of them the others could. */
export type PortfolioCause = {
  /** Whether the number of places is among them. */
  readonly places: boolean
  readonly limits: readonly string[]
  /** By their places. */
  readonly rules: readonly number[]
  readonly mustInclude: readonly string[]
  readonly mustExclude: readonly string[]
  readonly text: string
}

/**
 * The parts that are to blame: each is left out in turn, for good if the rest still cannot hold.
 *
 * @param holds whether any choice keeps to these
 */
export function causeOf(
  given: PortfolioCase,
  constraints: readonly Constraint[],
  holds: (constraints: readonly Constraint[]) => boolean,
): PortfolioCause {
  let blamed = constraints
  for (const each of constraints) {
    const without = blamed.filter((other) => other !== each)
    if (!holds(without)) blamed = without
  }
  const parts = blamed.map(({ part }) => part)
  return {
    places: parts.some(({ kind }) => kind === 'places'),
    limits: parts.flatMap((part) => (part.kind === 'limit' ? [part.name] : [])),
    rules: parts.flatMap((part) => (part.kind === 'rule' ? [part.place] : [])),
    mustInclude: parts.flatMap((part) => (part.kind === 'include' ? [part.id] : [])),
    mustExclude: parts.flatMap((part) => (part.kind === 'exclude' ? [part.id] : [])),
    text: `${parts.length === 1 ? 'This cannot hold' : 'These cannot hold together'}: ${plainList(parts.map((part) => words(given, part)))}. Change ${parts.length === 1 ? 'it' : 'one of them'}.`,
  }
}

function words({ places, limits, rules }: PortfolioCase, part: Part): string {
  switch (part.kind) {
    case 'places':
      return `at most ${places} chosen`
    case 'limit':
      return `at most ${limits[part.name]} of ${part.name}`
    case 'include':
      return `${part.id} must be chosen`
    case 'exclude':
      return `${part.id} must not be chosen`
    case 'rule':
      return ruleWords(rules[part.place])
  }
}

function ruleWords(rule: PortfolioCase['rules'][number] | undefined): string {
  if (rule === undefined) return ''
  if (isDifferent(rule)) return `at least ${rule.atLeastDifferent} different of ${rule.group}`
  const { group, member, min, max } = rule
  const bounds = [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`]
  return `${bounds.filter((bound) => bound !== '').join(' and ')} of ${member ?? 'each'} (${group})`
}
