import { isDrawn, type RoundInput, type RoundResult } from '../../../core/assignment/index.ts'
import { drawnWords, drawWords, points } from './assigning.messages.ts'

type Optimal = Extract<RoundResult, { status: 'optimal' }>

/** How likely each pair was, where who reads what was drawn; undefined where it was not. */
export type ShownDraw = {
  readonly chanceOf: (reference: string, personId: string) => string
  /** Who else could have been drawn for an application, the likeliest first. */
  readonly othersOf: (reference: string) => string
}

export function shownDraw({ pairs, drawn }: Optimal, nameOf: (personId: string) => string): ShownDraw | undefined {
  if (drawn === undefined) return undefined
  const reads = new Set(pairs.map((pair) => pair.join(' ')))
  const [chances, others] = [new Map<string, number>(), new Map<string, { id: string; percent: number }[]>()]
  for (const [reference, id, percent] of drawn.chances) {
    chances.set(`${reference} ${id}`, percent)
    if (!reads.has(`${reference} ${id}`)) others.set(reference, [...(others.get(reference) ?? []), { id, percent }])
  }
  return {
    chanceOf: (reference, id) => {
      const percent = chances.get(`${reference} ${id}`)
      return percent === undefined ? '' : `chance ${percent}%`
    },
    othersOf: (reference) =>
      (others.get(reference) ?? [])
        .toSorted((one, other) => other.percent - one.percent || (one.id < other.id ? -1 : 1))
        .map(({ id, percent }) => `${nameOf(id)} ${percent}%`)
        .join(', '),
  }
}

/** What the cap costs of the match that was to be expected, and what it came to. */
export const drawFigures = ({ optimum, total, worst, drawn }: Optimal): readonly { value: string; label: string }[] =>
  drawn === undefined
    ? []
    : [
        { value: points(total), label: 'Match in all' },
        { value: points(worst), label: 'Match of the worst off' },
        { value: points(drawn.expected), label: 'Match to be expected' },
        {
          value: optimum > 0 ? `${(((optimum - drawn.expected) / optimum) * 100).toFixed(1)}%` : '0%',
          label: 'Price of the cap',
        },
      ]

/** What a draw does and what it costs, in words. */
export const drawNotes = (input: RoundInput, { optimum, total, drawn }: Optimal): readonly string[] =>
  drawn === undefined || !isDrawn(input)
    ? []
    : [
        drawWords(input.mostChancePercent ?? 0),
        drawnWords({ expected: drawn.expected, optimum, total }),
        ...(input.before.length > 0
          ? ['Assignments that were in force stay where they can. They are not drawn again.']
          : []),
      ]
