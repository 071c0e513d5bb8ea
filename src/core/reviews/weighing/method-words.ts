import type { MethodResult, OtherMethod } from '../../mcda/index.ts'
import { plainList } from '../../text/plain-list.ts'

/** What a method is called, how it scales the criteria, and what it asks of the options. */
type MethodWords = { readonly name: string; readonly scaling: string; readonly rule: string }

const toRange = 'it stretches each criterion from the worst to the best of these options, whatever its anchors'
const distances = 'it looks at how near an option is to the best values of all together, beside the worst'

export const methodWords: Readonly<Record<OtherMethod, MethodWords>> = {
  'weighted-product': {
    name: 'Weighted product',
    scaling: 'it takes values as they are',
    rule: 'it multiplies, so that a very low value on one criterion is hardly made up for by others',
  },
  'topsis-vector': {
    name: 'TOPSIS by length',
    scaling: 'it divides each criterion by the length of its column, the root of the sum of its squares',
    rule: distances,
  },
  'topsis-range': { name: 'TOPSIS by range', scaling: toRange, rule: distances },
  vikor: {
    name: 'VIKOR',
    scaling: toRange,
    rule: 'the largest loss on one criterion counts as much as all losses together',
  },
  promethee: {
    name: 'PROMETHEE II',
    scaling: 'it takes values as they are',
    rule: 'it asks whether an option is better on a criterion, and not by how much',
  },
}

const quoted = (ids: readonly string[], titleOf: (id: string) => string): string =>
  plainList(ids.map((id) => `“${titleOf(id)}”`))

const first = (ids: readonly string[], titleOf: (id: string) => string): string =>
  `${quoted(ids, titleOf)} ${ids.length > 1 ? 'level' : 'first'}`

/** Why a method has another option first than the weighted sum; '' where it has not. */
export function causeWords({ method, cause }: MethodResult): string {
  const { scaling, rule } = methodWords[method]
  if (cause === null) return ''
  return cause === 'scaling' ? `${scaling}: so scaled, the weighted sum has the same first` : rule
}

/**
 * Which other methods agree with the weighted sum on what is first, and which do not and why.
 *
 * @param leaders what is first by the weighted sum
 * @param titleOf names an option
 */
export function methodsFinding(
  results: readonly MethodResult[],
  leaders: readonly string[],
  titleOf: (id: string) => string,
): string {
  const named = (some: readonly MethodResult[]): string => plainList(some.map(({ method }) => methodWords[method].name))
  const agreeing = results.filter(({ cause }) => cause === null)
  const others = results.filter(({ cause }) => cause !== null)
  const agree =
    agreeing.length === 0
      ? `No other method has ${first(leaders, titleOf)}`
      : `${named(agreeing)} ${agreeing.length === 1 ? 'has' : 'have'} ${first(leaders, titleOf)} too`
  if (others.length === 0) return `All other methods agree: ${agree}.`
  const differ = others.map(
    (result) =>
      `${methodWords[result.method].name} has ${first(result.ranking[0] ?? [], titleOf)}, because ${causeWords(result)}.`,
  )
  return [`${agree}.`, ...differ].join(' ')
}
