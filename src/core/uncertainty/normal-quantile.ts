import { chiSquaredTail } from '../statistics/chi-squared.ts'

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

/** Coefficients of three pairs of polynomials: about the middle, towards the tails, and far out. */
const middle = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
}
const tail = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
}
const far = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}

const ratio = ({ over, under }: typeof middle, x: number): number => polynomial(over, x) / polynomial(under, x)

/**
 * The value below which a standard normal variable lies with this chance; the error is about 1e-16 of it.
 *
 * @param share above 0 and below 1
 * @see Wichura 1988, Algorithm AS 241 (PPND16)
 * @example normalQuantile(0.975) // ≈ 1.959964
 */
export function normalQuantile(share: number): number {
  const off = share - 0.5
  if (Math.abs(off) <= 0.425) return off * ratio(middle, 0.180625 - off * off)
  const out = Math.sqrt(-Math.log(off < 0 ? share : 1 - share))
  const value = out <= 5 ? ratio(tail, out - 1.6) : ratio(far, out - 5)
  return off < 0 ? -value : value
}

/**
 * The chance that a standard normal variable is at most this large.
 *
 * @example normalShare(1.959963984540054) // ≈ 0.975
 */
export function normalShare(value: number): number {
  const tail = chiSquaredTail(value * value, 1) / 2
  return value < 0 ? tail : 1 - tail
}
