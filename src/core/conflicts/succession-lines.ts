/** Everybody that a body has been or has become, itself among them; those beside it in another's line are not. */
export type Line = (id: string) => ReadonlySet<string>

/**
 * Predecessors and successors count as the same body. Two councils that took over from one are not the same: each is the
 * same as the one before it.
 *
 * @param succession each body that ended with one that took over from it
 * @example linesOf([['old', 'new']])('new') // => Set { 'new', 'old' }
 */
export function linesOf(succession: readonly (readonly [predecessor: string, successor: string])[]): Line {
  const before = new Map<string, string[]>()
  const after = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, from: string, to: string) => map.set(from, [...(map.get(from) ?? []), to])
  for (const [predecessor, successor] of succession) {
    add(after, predecessor, successor)
    add(before, successor, predecessor)
  }
  const known = new Map<string, ReadonlySet<string>>()
  return (id) => {
    const line = known.get(id) ?? new Set([id, ...walked(before, id), ...walked(after, id)])
    known.set(id, line)
    return line
  }
}

function walked(steps: ReadonlyMap<string, readonly string[]>, from: string): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [from]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const step of steps.get(next) ?? []) {
      if (found.has(step)) continue
      found.add(step)
      waiting.push(step)
    }
  }
  return found
}
