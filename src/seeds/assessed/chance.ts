import { type Random, randomFrom } from '../../core/random/random.ts'

/** Chance with the few ways of drawing that made-up data needs. */
export type Chance = Random & {
  /** One of a list that has at least one. */
  readonly one: <Item>(items: readonly Item[]) => Item
  /** So many different ones, in a drawn order; fewer when there are fewer. */
  readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[]
  /** A whole number, both ends counted. */
  readonly whole: (least: number, most: number) => number
}

/** The same seed and stream give the same draws on every machine. */
export function chanceFrom(seed: number, stream: number): Chance {
  const random = randomFrom(seed, stream)
  const whole = (least: number, most: number): number => least + Math.floor(random.uniform() * (most - least + 1))
  const one = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(0, items.length - 1)]
    if (item === undefined) throw new RangeError('there is nothing to draw from')
    return item
  }
  const some = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    const rest = [...items]
    const drawn: Item[] = []
    while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(whole(0, rest.length - 1), 1))
    return drawn
  }
  return { ...random, one, some, whole }
}

/** Streams of chance: each part draws from its own, so that a change in one leaves the others as they were. */
const streams = {
  authorities: 1,
  answers: 2,
  assessors: 3,
  pairs: 4,
  reviews: 5,
  interviews: 6,
  references: 7,
} as const

/** A part of a made-up round. */
export type MadePart = keyof typeof streams

/** What a part of a made-up round draws from. */
export const chanceOfPart = (seed: number, part: MadePart): Chance => chanceFrom(seed, streams[part])
