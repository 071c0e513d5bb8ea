import type { Authority, Register } from './authority.ts'

/** Where a body is in its life on a day. */
export type AuthorityStanding = 'not-yet' | 'shadow' | 'in-being' | 'ended'

/**
 * Where a body is in its life on a day. Without a recorded day of forming it has always been there.
 *
 * @param day `YYYY-MM-DD`, a day in England
 */
export function standingOn(authority: Authority, day: string): AuthorityStanding {
  if (authority.lastDayOn !== null && day > authority.lastDayOn) return 'ended'
  if (authority.formedOn === null || day >= authority.formedOn) return 'in-being'
  return authority.shadowFromOn !== null && day >= authority.shadowFromOn ? 'shadow' : 'not-yet'
}

/** In being, both the first and the last day counted. A shadow authority is not in being yet. */
export const isInBeing = (authority: Authority, day: string): boolean => standingOn(authority, day) === 'in-being'

/** Everyone in being on a day, in the order of the register. */
export const inBeingOn = (register: Register, day: string): readonly Authority[] =>
  [...register.values()].filter((authority) => isInBeing(authority, day))

/**
 * Who stands in a body's place on a day: itself while it is in being, otherwise those who succeeded it, and those who
 * succeeded them, until they are in being. Bids, awards and returns pass along this line.
 *
 * @param day `YYYY-MM-DD`
 * @returns each once, the chief successor first. Empty when the code is not in the register, when the body had not
 *   been formed by then, or when it ended and nobody is known to have taken over. A circle of successors, which
 *   `checkRegister` refuses, is walked once and ends nowhere. So West Somerset is in 2020 Somerset West and Taunton,
 *   and in 2024 Somerset Council.
 */
export function standInsOn(register: Register, code: string, day: string): readonly Authority[] {
  const seen = new Set<string>()
  const found: Authority[] = []
  const waiting = [code]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue
    seen.add(next)
    const authority = register.get(next)
    if (authority === undefined) continue
    const standing = standingOn(authority, day)
    if (standing === 'in-being') found.push(authority)
    // Put first what follows from this one, so that the order is that of a family tree read from its chief line.
    if (standing === 'ended') waiting.unshift(...authority.successorCodes)
  }
  return found
}

/** Those that named this body as a successor: one step back, in the order of the register. */
export const predecessorsOf = (register: Register, code: string): readonly Authority[] =>
  [...register.values()].filter((authority) => authority.successorCodes.includes(code))

/**
 * Everyone whose bids, awards and returns may have come down to this body, however many steps back, nearest first.
 * The body itself is not among them.
 */
export function ancestorsOf(register: Register, code: string): readonly Authority[] {
  const found = new Map<string, Authority>()
  const waiting = [code]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const predecessor of predecessorsOf(register, next)) {
      if (predecessor.code === code || found.has(predecessor.code)) continue
      found.set(predecessor.code, predecessor)
      waiting.push(predecessor.code)
    }
  }
  return [...found.values()]
}
