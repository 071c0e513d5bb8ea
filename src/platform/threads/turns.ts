/** So many at once, so many waiting, and no more: undefined when there is no place to wait. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result> | undefined

/**
 * Lets so many pieces of heavy work run at once, and the next wait for their turn in the order in which they came.
 *
 * @example const turns = inTurns({ atOnce: 2, waiting: 8 }) // turns(work) ?? 'busy'
 */
export function inTurns({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Turns {
  let running = 0
  const line: (() => void)[] = []
  const leave = (): void => {
    const next = line.shift()
    if (next === undefined) running -= 1
    else next()
  }
  return (work) => {
    if (running < atOnce) {
      running += 1
      return work().finally(leave)
    }
    if (line.length >= waiting) return undefined
    return new Promise<void>((resolve) => line.push(resolve)).then(work).finally(leave)
  }
}
