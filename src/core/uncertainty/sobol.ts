import { randomFrom } from '../random/random.ts'

/**
 * A primitive polynomial over the integers modulo 2 for each dimension after the first: its degree, its inner coefficients
 * as bits, and the odd numbers that its direction numbers begin with.
 *
 * @see Joe and Kuo 2008, Constructing Sobol sequences with better two-dimensional projections
 */
const polynomials: readonly (readonly [degree: number, inner: number, ...first: number[]])[] = [
  [1, 0, 1],
  [2, 1, 1, 3],
  [3, 1, 1, 3, 1],
  [3, 2, 1, 1, 1],
  [4, 1, 1, 1, 3, 3],
  [4, 4, 1, 3, 5, 13],
  [5, 2, 1, 1, 5, 5, 17],
  [5, 4, 1, 1, 5, 5, 5],
  [5, 7, 1, 1, 7, 11, 19],
  [5, 11, 1, 1, 5, 1, 1],
  [5, 13, 1, 1, 1, 3, 11],
  [5, 14, 1, 3, 5, 5, 31],
  [6, 1, 1, 3, 3, 9, 7, 49],
  [6, 13, 1, 1, 1, 15, 21, 21],
  [6, 16, 1, 3, 1, 13, 27, 49],
  [6, 19, 1, 1, 1, 15, 7, 5],
  [6, 22, 1, 3, 1, 15, 13, 25],
  [6, 25, 1, 1, 5, 5, 19, 61],
  [7, 1, 1, 3, 7, 11, 23, 15, 103],
  [7, 4, 1, 3, 7, 13, 13, 15, 69],
]

/** Dimensions that are spread evenly; the others are by chance. */
export const evenDimensions = polynomials.length + 1

const bits = 32

/** How far apart the numbers are: the least that they differ by. */
const step = 2 ** -bits

/** The direction numbers of one dimension, the highest bit first. */
function directionsOf(dimension: number): Uint32Array {
  const polynomial = polynomials[dimension - 1]
  if (polynomial === undefined) return Uint32Array.from({ length: bits }, (_, bit) => 2 ** (bits - 1 - bit))
  const [degree, inner, ...first] = polynomial
  const directions = new Uint32Array(bits)
  for (let bit = 0; bit < bits; bit += 1) {
    if (bit < degree) {
      directions[bit] = (first[bit] ?? 1) * 2 ** (bits - 1 - bit)
      continue
    }
    const back = directions[bit - degree] ?? 0
    let next = back ^ (back >>> degree)
    for (let term = 1; term < degree; term += 1)
      if ((inner >>> (degree - 1 - term)) & 1) next ^= directions[bit - term] ?? 0
    directions[bit] = next >>> 0
  }
  return directions
}

function reversed(given: number): number {
  let value = given
  value = ((value >>> 1) & 0x55555555) | ((value & 0x55555555) << 1)
  value = ((value >>> 2) & 0x33333333) | ((value & 0x33333333) << 2)
  value = ((value >>> 4) & 0x0f0f0f0f) | ((value & 0x0f0f0f0f) << 4)
  value = ((value >>> 8) & 0x00ff00ff) | ((value & 0x00ff00ff) << 8)
  return ((value >>> 16) | (value << 16)) >>> 0
}

/**
 * Changes each bit by what the bits above it are and by the seed alone, so that the points stay as evenly spread.
 *
 * @param point with its lowest bit first
 * @see Laine and Karras 2011, Stratified sampling for stochastic transparency; Burley 2020, Practical hash-based Owen scrambling
 */
function scrambled(point: number, seed: number): number {
  let value = (point + seed) | 0
  value ^= Math.imul(value, 0x6c50b47c)
  value ^= Math.imul(value, 0xb82f1e52)
  value ^= Math.imul(value, 0xc7afe638)
  value ^= Math.imul(value, 0x8d22f6e6)
  return reversed(value)
}

/** Points whose places differ in these lowest bits alone are worked out from the same start. */
const tableSize = 1024

/** The point at a place, with its lowest bit first. */
function pointAt(directions: Uint32Array, place: number): number {
  let point = 0
  for (let index = place, bit = 0; index > 0; index >>>= 1, bit += 1)
    if (index & 1) point ^= reversed(directions[bit] ?? 0)
  return point
}

/**
 * Whole numbers from 0 to 2³¹ - 1 that fill a space evenly: the scrambled Sobol sequence, and beyond its dimensions chance. A
 * number depends on its place, its dimension and the seed alone, whoever works it out and in whatever order.
 *
 * @returns fills `into` with one dimension of so many points from a place on
 */
export const evenPoints = (seed: number, dimension: number): ((from: number, into: Int32Array) => void) =>
  drawer(seed, dimension, 1)

/** The same as numbers above 0 and below 1. */
export function evenNumbers(seed: number, dimension: number): (from: number, into: Float64Array) => void {
  const draw = drawer(seed, dimension, 0)
  let points = new Int32Array()
  return (from, into) => {
    if (points.length !== into.length) points = new Int32Array(into.length)
    draw(from, points)
    for (let at = 0; at < into.length; at += 1) into[at] = (((points[at] ?? 0) >>> 0) + 0.5) * step
  }
}

/** Fills `into` with the bits of the points but for the lowest that are left out. */
function drawer(seed: number, dimension: number, without: 0 | 1): (from: number, into: Int32Array) => void {
  const seedBits = Math.floor(randomFrom(seed, dimension).uniform() * 2 ** bits) | 0
  if (dimension >= evenDimensions)
    return (from, into) => {
      for (let at = 0; at < into.length; at += 1) into[at] = byChance(from + at, seedBits) >>> without
    }
  const directions = directionsOf(dimension)
  const first = Int32Array.from({ length: tableSize }, (_, place) => pointAt(directions, place))
  return (from, into) => {
    for (let done = 0; done < into.length; ) {
      const low = (from + done) % tableSize
      const start = pointAt(directions, from + done - low)
      const end = Math.min(into.length, done + tableSize - low)
      for (let at = done; at < end; at += 1)
        into[at] = scrambled(start ^ (first[low + at - done] ?? 0), seedBits) >>> without
      done = end
    }
  }
}

/** All bits of a point by chance that its place decides. @see Wellons 2018, hash function prospecting (lowbias32) */
function byChance(place: number, seed: number): number {
  let value = (Math.imul(place, 0x9e3779b1) ^ seed) | 0
  value ^= value >>> 16
  value = Math.imul(value, 0x7feb352d)
  value ^= value >>> 15
  value = Math.imul(value, 0x846ca68b)
  return value ^ (value >>> 16)
}
