import { logGamma } from '../statistics/chi-squared.ts'

const tiny = 1e-300
const precision = 1e-15
const mostSteps = 500

const guarded = (value: number): number => (Math.abs(value) < tiny ? tiny : value)

/** The continued fraction of the incomplete beta function, after Lentz. */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let step = 1; step < mostSteps; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step))
    d = 1 / guarded(1 + even * d)
    c = guarded(1 + even / c)
    value *= d * c
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1))
    d = 1 / guarded(1 + odd * d)
    c = guarded(1 + odd / c)
    const factor = d * c
    value *= factor
    if (Math.abs(factor - 1) < precision) break
  }
  return value
}

const logOfBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

/**
 * The chance that a beta variable is at most this large.
 *
 * @param x from 0 to 1
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5
 */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logOfBeta(a, b))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

/** How dense a beta variable is at this value. */
export const betaDensity = (x: number, a: number, b: number): number =>
  x <= 0 || x >= 1 ? 0 : Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logOfBeta(a, b))

const mostHalvings = 200

/**
 * The value below which a beta variable lies with this chance: by Newton's steps, and by halving where they leave what is
 * known to hold it.
 *
 * @param share from 0 to 1
 */
export function betaQuantile(share: number, a: number, b: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 1
  let [low, high, x] = [0, 1, a / (a + b)]
  for (let step = 0; step < mostHalvings; step += 1) {
    const off = betaShare(x, a, b) - share
    if (off === 0) return x
    if (off > 0) high = x
    else low = x
    const newton = x - off / betaDensity(x, a, b)
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= 1e-15 * x) return next
    x = next
  }
  return x
}
