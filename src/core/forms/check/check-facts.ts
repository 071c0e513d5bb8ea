import { authorityKinds } from '../../authorities/authority.ts'
import type { ShapeProblem } from '../../canonical/index.ts'
import type { SelectQuestion } from '../definition.ts'
import type { Expression } from '../expression-shape.ts'
import { asksForKind, isFact, type KindQuestion } from '../facts.ts'
import type { Standing } from './outline.ts'

type Questions = ReadonlyMap<string, Standing>

/** Questions that the service answers: they have every answer that it could give and no other, where it can give it. */
export const checkFacts = (standings: readonly Standing[], questions: Questions): readonly ShapeProblem[] =>
  standings.flatMap(({ question, at, group }) => {
    if (!isFact(question)) return []
    const place = asksForKind(question)
      ? namedProblems(question, { at, group: group?.id }, questions)
      : group !== undefined
        ? [{ at: `${at}/fact`, text: 'must not be in a repeating group' }]
        : []
    return [...place, ...optionProblems(question, at)]
  })

function optionProblems({ options }: SelectQuestion, at: string): readonly ShapeProblem[] {
  const kinds: readonly string[] = authorityKinds
  const values = options.map(({ value }) => value)
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

/** Nobody can answer in the place of the register: such a question is there only with the answer that it is about. */
function namedProblems(
  { fact, showIf, required }: KindQuestion,
  { at, group }: { readonly at: string; readonly group: string | undefined },
  questions: Questions,
): readonly ShapeProblem[] {
  const named = questions.get(fact.kindOf)
  if (named?.question.type !== 'authority') {
    return [
      { at: `${at}/fact/kindOf`, text: `there is no question “${fact.kindOf}” that is answered with an authority` },
    ]
  }
  if (named.group?.id !== group) {
    return [{ at: `${at}/fact/kindOf`, text: `question “${fact.kindOf}” is not in the same repeating group` }]
  }
  return [
    ...(required ? [{ at: `${at}/required`, text: 'must not be required: the service answers it' }] : []),
    ...(showIf !== undefined && asksThatAnswered(showIf, fact.kindOf)
      ? []
      : [{ at: `${at}/showIf`, text: `must ask that question “${fact.kindOf}” is answered` }]),
  ]
}

const asksThatAnswered = (expression: Expression, id: string): boolean =>
  'all' in expression
    ? expression.all.some((part) => asksThatAnswered(part, id))
    : 'answered' in expression && expression.answered && expression.question === id
