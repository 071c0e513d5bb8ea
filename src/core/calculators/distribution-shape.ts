import { number, object, optional, type Shape, type ShapeProblem } from '../canonical/index.ts'
import type { Distribution } from '../uncertainty/index.ts'

/** Those that a case may give: events are of registers of risks. */
type Kind = Exclude<Distribution['kind'], 'event'>
type Of<One extends Kind> = Extract<Distribution, { readonly kind: One }>

const kind: Shape = () => []
const positive: Shape = (value, at) => {
  const wrong = number(value, at)
  return wrong.length > 0 || Number(value) > 0 ? wrong : [{ at, text: 'must be above 0' }]
}
const notNegative: Shape = (value, at) => {
  const wrong = number(value, at)
  return wrong.length > 0 || Number(value) >= 0 ? wrong : [{ at, text: 'must not be below 0' }]
}

const threePoint = object<Extract<Distribution, { readonly mode: number }>>({
  kind,
  low: number,
  mode: number,
  high: number,
})

const shapes: Readonly<Record<Kind, Shape>> = {
  uniform: object<Of<'uniform'>>({ kind, low: number, high: number }),
  triangular: threePoint,
  pert: threePoint,
  normal: object<Of<'normal'>>({ kind, mean: number, sd: notNegative }),
  lognormal: object<Of<'lognormal'>>({ kind, mu: number, sigma: notNegative }),
  beta: object<Of<'beta'>>({ kind, alpha: positive, beta: positive, low: optional(number), high: optional(number) }),
}

const isKind = (value: unknown): value is Kind => typeof value === 'string' && Object.hasOwn(shapes, value)

/** A distribution of a known kind, with its ends in their order. */
export const distributionShape: Shape = (value, at) => {
  const given = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined
  if (!isKind(given)) return [{ at: `${at}/kind`, text: `must be one of: ${Object.keys(shapes).join(', ')}` }]
  const wrong = shapes[given](value, at)
  return wrong.length > 0 ? wrong : orderProblems(value as Distribution, at)
}

function orderProblems(given: Distribution, at: string): readonly ShapeProblem[] {
  if (!('low' in given)) return []
  const { low = 0, high = 1 } = given
  const mode = 'mode' in given ? given.mode : low
  if (low > high) return [{ at: `${at}/low`, text: 'must not be above high' }]
  return mode >= low && mode <= high ? [] : [{ at: `${at}/mode`, text: 'must be from low to high' }]
}
