import type { WeightSwitch } from '../../../core/mcda/index.ts'
import {
  consistencies,
  type KnownOfWeights,
  type ReviewWeighing,
  type WeighingMethod,
  type WeighingWarning,
} from '../../../core/reviews/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'

/** Names an option or a criterion by its id. */
export type NameOf = (id: string) => string

/** A share as a percentage with one decimal. @example percentText(0.28571) // => '28.6%' */
export const percentText = (share: number): string => `${pointsText(share)}%`

/** A value from 0 to 1 as points of 100, with one decimal. */
export const pointsText = (value: number): string => (value * 100).toFixed(1)

export const quoted = (ids: readonly string[], nameOf: NameOf): string => plainList(ids.map((id) => `“${nameOf(id)}”`))

/** @example switchText(piece, nameOf) // => '“Security” weighs more than 54.5% (now 50.0%): then “B” is first' */
export const switchText = ({ criterion, now, at, when, leaders }: WeightSwitch, nameOf: NameOf): string =>
  `“${nameOf(criterion)}” weighs ${when === 'above' ? 'more' : 'less'} than ${percentText(at)} (now ${percentText(now)}): then ${quoted(leaders, nameOf)} ${leaders.length > 1 ? 'are' : 'is'} first`

/** How weights were given, where that is outside guidance. */
export const outsideGuidanceWords: Readonly<Record<WeighingMethod, string | undefined>> = {
  swing: undefined,
  percentage: 'The weights are typed percentages.',
  pairs: 'The weights come from comparisons in pairs.',
}

/** Whose comparisons contradict one another. */
export const inconsistencyTexts = (weighing: ReviewWeighing): readonly string[] =>
  consistencies(weighing).flatMap(({ name, ratio, isHigh, furthest }) =>
    isHigh
      ? [
          `The comparisons of ${name} contradict one another: their consistency ratio is ${ratio.toFixed(2)}, above 0.10.${furthest === undefined ? '' : ` That of “${furthest[0]}” with “${furthest[1]}” is furthest from the others.`}`,
        ]
      : [],
  )

export function warningText(warning: WeighingWarning, nameOf: NameOf): string {
  switch (warning.code) {
    case 'counted-in-money':
      return `“${nameOf(warning.criterion)}” is ${warning.partly ? 'partly ' : ''}in the money too: what it adds here counts twice when both are looked at together.`
    case 'no-swing':
      return `“${nameOf(warning.criterion)}” decides nothing: all options have the same value on it. Leave it out, or say what differs.`
    case 'no-weight':
      return `“${nameOf(warning.criterion)}” decides nothing: nobody gave it any weight.`
    case 'dominated':
      return `“${nameOf(warning.option)}” cannot be first alone under any weights: ${quoted(warning.by, nameOf)} ${warning.by.length > 1 ? 'are' : 'is'} as good on everything, and better on something.`
    case 'level':
      return `${quoted(warning.options, nameOf)} are level: weights and scores do not choose between them.`
    case 'close-call':
      return `It is a close call: “${nameOf(warning.leader)}” is ${pointsText(warning.lead)} points before ${quoted(warning.second, nameOf)}, less than a tenth of its total.`
    case 'group-differs':
      return `By the weights of those who speak for ${warning.speaksFor === '' ? 'nobody in particular' : warning.speaksFor}, ${quoted(warning.leaders, nameOf)} ${warning.leaders.length > 1 ? 'are' : 'is'} first.`
  }
}

export const knownWords: Readonly<Record<KnownOfWeights, { readonly name: string; readonly what: string }>> = {
  free: { name: 'Any weights', what: 'all weights are as likely as one another' },
  order: {
    name: 'The order of the weights',
    what: 'all weights in the order that the scorers gave are as likely as one another',
  },
  given: { name: 'The weights as given', what: 'the weights are those that the scorers gave' },
}

/** Whom a group speaks for. */
export const groupName = (speaksFor: string): string => (speaksFor === '' ? 'Nobody in particular' : speaksFor)
