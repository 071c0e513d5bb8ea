/** What givers give to those who want, at most one to each: raised one by one, through whom passing on frees a giver. */
export type Flow = {
  /** Serves one who wants up to so many, as far as can be. @returns how many it has then */
  readonly serve: (want: number, count: number) => number
  readonly servedOf: (want: number) => number
  /** Takes back all that one has. */
  readonly leaveOut: (want: number) => void
  /** Whom passing on reaches from these, when nothing more can be given to them; in order of their places. */
  readonly reach: (wants: readonly number[]) => { readonly wants: readonly number[]; readonly gives: readonly number[] }
}

/**
 * @param open for each who wants, the places of those who may give to them
 * @param gives how many each gives at most
 * @see docs/sources.md#assignment (Ford and Fulkerson 1956)
 */
export function openFlow(open: readonly (readonly number[])[], gives: readonly number[]): Flow {
  const givenTo = gives.map(() => new Set<number>())
  const servedBy = open.map(() => new Set<number>())
  const roomOf = (give: number): number => (gives[give] as number) - (givenTo[give] as Set<number>).size

  function pass(want: number, give: number, isGiven: boolean): void {
    if (isGiven) {
      givenTo[give]?.add(want)
      servedBy[want]?.add(give)
    } else {
      givenTo[give]?.delete(want)
      servedBy[want]?.delete(give)
    }
  }

  /** Breadth first, from those who want over whoever does not give to them yet. @returns a giver who is free, if there is one */
  function search(from: readonly number[]) {
    /** By whom a giver was reached, and of which giver one would give up. */
    const [askedBy, gaveUp] = [new Map<number, number>(), new Map<number, number>()]
    const reached = [...from]
    const seen = new Set(from)
    const giveUp = (give: number): void => {
      for (const other of givenTo[give] as Set<number>) {
        if (seen.has(other)) continue
        seen.add(other)
        gaveUp.set(other, give)
        reached.push(other)
      }
    }
    for (const want of reached) {
      const asked = (open[want] as readonly number[]).filter((give) => !askedBy.has(give) && !servedBy[want]?.has(give))
      for (const give of asked) askedBy.set(give, want)
      // Whoever has most room: who gives to many and who gives to few are full at about the same time.
      const free = asked.reduce((best, give) => (roomOf(give) > roomOf(best) ? give : best), asked[0] ?? 0)
      if (asked.length > 0 && roomOf(free) > 0) return { free, askedBy, gaveUp, reached }
      for (const give of asked) giveUp(give)
    }
    return { free: undefined, askedBy, gaveUp, reached }
  }

  function serveOneMore(want: number): boolean {
    const { free, askedBy, gaveUp } = search([want])
    for (let give = free; give !== undefined; ) {
      const to = askedBy.get(give) as number
      const before = gaveUp.get(to)
      if (before !== undefined) pass(to, before, false)
      pass(to, give, true)
      give = before
    }
    return free !== undefined
  }

  const servedOf = (want: number): number => (servedBy[want] as Set<number>).size
  const inOrder = (places: Iterable<number>) => [...places].sort((one, other) => one - other)
  return {
    serve: (want, count) => {
      while (servedOf(want) < count && serveOneMore(want));
      return servedOf(want)
    },
    servedOf,
    leaveOut: (want) => {
      for (const give of servedBy[want] as Set<number>) pass(want, give, false)
    },
    reach: (wants) => {
      const { askedBy, reached } = search(wants)
      return { wants: inOrder(reached), gives: inOrder(askedBy.keys()) }
    },
  }
}
