/** Chance that is the same for the same seed, on every machine. Not for secrets. */
export type Random = {
  /** Uniform, above 0 and below 1, in steps of 2⁻³². */
  readonly uniform: () => number
  /** Normal, of mean 0 and standard deviation 1. */
  readonly normal: () => number
}

/** SplitMix32: spreads a seed over the state of another generator. */
function spread(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) | 0
  }
}

/**
 * A stream of chance: sfc32, seeded by SplitMix32. Streams of one seed are independent of one another.
 *
 * @param seed any safe integer
 * @param stream which of the seed's streams: a whole number, 0 or more
 * @see Doty-Humphrey, PractRand (sfc32); Marsaglia and Bray 1964 (polar method)
 */
export function randomFrom(seed: number, stream = 0): Random {
  const next = spread(Math.imul(seed | 0, 0x85ebca6b) ^ Math.imul(Math.floor(seed / 2 ** 32) | 0, 0xc2b2ae35) ^ stream)
  let [a, b, c, counter] = [next(), next(), next() ^ stream, 1]
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 16; warm += 1) bits()
  const uniform = (): number => (bits() + 0.5) / 2 ** 32
  let spare: number | undefined
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    let x: number
    let y: number
    let square: number
    do {
      x = uniform() * 2 - 1
      y = uniform() * 2 - 1
      square = x * x + y * y
    } while (square >= 1 || square === 0)
    const factor = Math.sqrt((-2 * Math.log(square)) / square)
    spare = y * factor
    return x * factor
  }
  return { uniform, normal }
}
