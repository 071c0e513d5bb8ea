/** Sets of unknowns, by their places, that lie within or beside one another; a set comes before those that it lies within. */
export type Family = readonly (readonly number[])[]

/** Parts of one whole are counted in hundredths, so that nothing is lost to rounding. */
export const whole = 100

const outside = 0

type Arc = { readonly from: number; readonly to: number; value: number }

/**
 * Draws whole unknowns so that each is one as often as its part says, while every set of two families comes to its sum, or to
 * a whole number beside it where its sum is not whole. The unknowns are arcs between the sets of one family and those of the
 * other, and the sums of sets are arcs too: what comes to a node leaves it. While parts are left there is a ring of them.
 * Chance raises or lowers the parts around the ring until one of them is whole, by odds that leave all as likely as they
 * were.
 *
 * @param parts of each unknown, in hundredths from 0 to 100
 * @param uniform from 0 to 1
 * @returns whether each is one
 * @see docs/sources.md#assignment (Gandhi and others 2006; Budish and others 2013)
 * @example drawWhole([50, 50], [[[0, 1]], []], () => 0.9) // => [false, true]
 */
export function drawWhole(
  parts: readonly number[],
  families: readonly [Family, Family],
  uniform: () => number,
): readonly boolean[] {
  const arcs = arcsOf(parts, families)
  const open = isPart(arcs)
  const byNode = new Map<number, number[]>()
  for (const [place, { from, to }] of arcs.entries()) {
    if (!open(place)) continue
    for (const node of [from, to]) byNode.set(node, [...(byNode.get(node) ?? []), place])
  }
  for (let first = 0; first < arcs.length; ) {
    if (open(first)) turn(ringFrom(arcs, byNode, open, first), arcs, uniform)
    else first += 1
  }
  return parts.map((_, place) => (arcs[place] as Arc).value === whole)
}

const isPart =
  (arcs: readonly Arc[]) =>
  (place: number): boolean =>
    (arcs[place] as Arc).value % whole !== 0

/** The arcs of unknowns, then those of sets: from outside into the first family, over the unknowns, out of the second. */
function arcsOf(parts: readonly number[], [first, second]: readonly [Family, Family]): readonly Arc[] {
  const [into, out] = [treeOf(first, parts, 1), treeOf(second, parts, 1 + first.length)]
  return [
    ...parts.map((value, place): Arc => ({ from: into.smallest(place), to: out.smallest(place), value })),
    ...into.sets.map(({ node, within, sum }): Arc => ({ from: within, to: node, value: sum })),
    ...out.sets.map(({ node, within, sum }): Arc => ({ from: node, to: within, value: sum })),
  ]
}

/** Which set each lies within, if in any; nodes are numbered from `firstNode`. */
function treeOf(family: Family, parts: readonly number[], firstNode: number) {
  const [smallest, largest] = [new Map<number, number>(), new Map<number, number>()]
  const within = new Map<number, number>()
  for (const [place, set] of family.entries()) {
    const node = firstNode + place
    for (const each of set) {
      const before = largest.get(each)
      if (before === undefined) smallest.set(each, node)
      else within.set(before, node)
      largest.set(each, node)
    }
  }
  return {
    smallest: (each: number): number => smallest.get(each) ?? outside,
    sets: family.map((set, place) => ({
      node: firstNode + place,
      within: within.get(firstNode + place) ?? outside,
      sum: set.reduce((sum, each) => sum + (parts[each] as number), 0),
    })),
  }
}

type Step = { readonly arc: number /** 1 along the arc, −1 against it. */; readonly sign: 1 | -1 }

/** Goes on from an arc by arcs that are not whole until it comes where it was. What comes to a node leaves it, so it can. */
function ringFrom(
  arcs: readonly Arc[],
  byNode: ReadonlyMap<number, readonly number[]>,
  open: (arc: number) => boolean,
  first: number,
): readonly Step[] {
  const start = arcs[first] as Arc
  const steps: Step[] = [{ arc: first, sign: 1 }]
  const stepAt = new Map([[start.from, 0]])
  let [node, last] = [start.to, first]
  while (!stepAt.has(node)) {
    stepAt.set(node, steps.length)
    const next = byNode.get(node)?.find((arc) => arc !== last && open(arc))
    if (next === undefined) throw new Error('parts of a set do not come to its sum')
    const { from, to } = arcs[next] as Arc
    steps.push({ arc: next, sign: from === node ? 1 : -1 })
    node = from === node ? to : from
    last = next
  }
  return steps.slice(stepAt.get(node))
}

/** Raises or lowers all around a ring until one is whole. The further one way is, the less often it is gone. */
function turn(ring: readonly Step[], arcs: readonly Arc[], uniform: () => number): void {
  const below = ({ arc }: Step): number => (arcs[arc] as Arc).value % whole
  const room = (step: Step, way: 1 | -1): number => (step.sign === way ? whole - below(step) : below(step))
  const least = (way: 1 | -1): number => ring.reduce((most, step) => Math.min(most, room(step, way)), whole)
  const [up, down] = [least(1), least(-1)]
  const by = uniform() * (up + down) < down ? up : -down
  for (const { arc, sign } of ring) (arcs[arc] as Arc).value += sign * by
}
