import { type Flow, openFlow } from './flow.ts'

/** Places of those who want more than can be given to them, and of the givers whose limits are in the way. */
export type Shortage = { readonly wants: readonly number[]; readonly gives: readonly number[] }

/**
 * Who cannot have what they want, where each giver gives at most one to each who wants and so many in all. `least`: of it
 * nobody and no limit can be left out. `whole`: those who are short by most together.
 *
 * All are served one after another, by whom passing on frees a giver. For the first who is not served, all whom passing on
 * reaches want more than all who may give to them can give: a cut. Where one thing alone is missing, no part of that can be
 * left out; where more are, each part is left out in turn.
 *
 * @param wants how many each wants
 * @param gives how many each gives at most
 * @returns undefined when everybody can have what they want
 * @see docs/sources.md#assignment (Hall 1935; Ford and Fulkerson 1956)
 * @example findShortage([1, 1], [1], () => true)?.least // => { wants: [0, 1], gives: [0] }
 */
export function findShortage(
  wants: readonly number[],
  gives: readonly number[],
  mayGive: (want: number, give: number) => boolean,
): { readonly least: Shortage; readonly whole: Shortage } | undefined {
  const open = wants.map((_, want) => [...gives.keys()].filter((give) => mayGive(want, give)))
  const given = { wants, gives, open }
  const flow = openFlow(open, gives)
  const last = wants.findIndex((count, want) => flow.serve(want, count) < count)
  if (last < 0) return undefined
  const least = leastOf(given, flow, last)
  const all = openFlow(open, gives)
  return { least, whole: all.reach(wants.flatMap((count, want) => (all.serve(want, count) < count ? [want] : []))) }
}

type Given = {
  readonly wants: readonly number[]
  readonly gives: readonly number[]
  readonly open: readonly (readonly number[])[]
}

/** From a flow in which one alone is not served: leaves out whom and then which limits it can. */
function leastOf(given: Given, flow: Flow, unserved: number): Shortage {
  const wanted = (want: number): number => given.wants[want] as number
  const reached = flow.reach([unserved])
  if (wanted(unserved) - flow.servedOf(unserved) === 1) return reached
  let last = unserved
  const wants = reached.wants.filter((want) => {
    if (want === unserved) return true
    const missing = wanted(last) - flow.servedOf(last)
    flow.leaveOut(want)
    if (flow.serve(last, wanted(last)) < wanted(last)) return false
    // It cannot be left out: now it is the one who is not served, and as many are missing as before.
    flow.serve(want, wanted(want) - missing)
    last = want
    return true
  })
  return { wants, gives: leastLimits(given, wants, flow.reach([last]).gives) }
}

/**
 * Of limits those that are needed for these not to be served. Without any one of these the others can be, whatever the limits,
 * so that it is enough to count what all of them want and may be given.
 */
function leastLimits({ wants, gives, open }: Given, those: readonly number[], limits: readonly number[]) {
  const mayHave = gives.map(() => 0)
  for (const give of those.flatMap((want) => open[want] as readonly number[])) mayHave[give] = (mayHave[give] ?? 0) + 1
  const heldBack = (give: number): number => Math.max(0, (mayHave[give] as number) - (gives[give] as number))
  const wanted = those.reduce((sum, want) => sum + (wants[want] as number), 0)
  const most = mayHave.reduce((sum, count) => sum + count, 0)
  let lacks = wanted - most + limits.reduce((sum, give) => sum + heldBack(give), 0)
  return limits.filter((give) => {
    if (heldBack(give) >= lacks) return true
    lacks -= heldBack(give)
    return false
  })
}
