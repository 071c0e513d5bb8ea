/** Coefficients of the Lanczos approximation with g = 7; the error of the gamma function is below 1e-14. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** The natural logarithm of the gamma function of a positive number. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  const sum = lanczos.reduce(
    (total, coefficient, index) => total + (index === 0 ? coefficient : coefficient / (shifted + index)),
    0,
  )
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum)
}

const precision = 1e-16
const mostSteps = 10_000

/** Σ of the power series of the lower incomplete gamma function, over Γ(a): good where x < a + 1. */
function lowerBySeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let step = 1; step < mostSteps && Math.abs(term) > Math.abs(sum) * precision; step += 1) {
    term *= x / (a + step)
    sum += term
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/** The upper one by its continued fraction, after Lentz: good where x ≥ a + 1. */
function upperByFraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let fraction = d
  for (let step = 1; step < mostSteps; step += 1) {
    const numerator = -step * (step - a)
    b += 2
    d = numerator * d + b
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = b + numerator / c
    if (Math.abs(c) < tiny) c = tiny
    const factor = d * c
    fraction *= factor
    if (Math.abs(factor - 1) < precision) break
  }
  return fraction * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/**
 * The chance that a chi-squared variable is at least this large.
 *
 * @param degrees of freedom, above 0
 * @see Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.19 and 6.5
 * @example chiSquaredTail(5.991464547107979, 2) // ≈ 0.05
 */
export function chiSquaredTail(value: number, degrees: number): number {
  if (value <= 0) return 1
  const [a, x] = [degrees / 2, value / 2]
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x)
}
