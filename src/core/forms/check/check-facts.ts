import { authorityKinds } from '../../authorities/authority.ts'
import type { ShapeProblem } from '../../canonical/index.ts'
import type { Standing } from './outline.ts'

/** Questions that the service answers: they stand on a page, and have every answer that it could give and no other. */
export const checkFacts = (standings: readonly Standing[]): readonly ShapeProblem[] => standings.flatMap(factProblems)

function factProblems({ question, at, group }: Standing): readonly ShapeProblem[] {
  if (question.type !== 'select' || question.fact === undefined) return []
  if (group !== undefined) return [{ at: `${at}/fact`, text: 'must not be in a repeating group' }]
  const kinds: readonly string[] = authorityKinds
  const values = question.options.map(({ value }) => value)
  const missing = kinds.filter((kind) => !values.includes(kind))
  return [
    ...values.flatMap((value, index) =>
      kinds.includes(value)
        ? []
        : [{ at: `${at}/options/${index}/value`, text: `must be a kind of authority: ${kinds.join(', ')}` }],
    ),
    ...(missing.length > 0
      ? [{ at: `${at}/options`, text: `must have every kind of authority: there is no ${missing.join(', ')}` }]
      : []),
  ]
}
