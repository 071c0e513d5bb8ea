import {
  count,
  list,
  mapOf,
  number,
  object,
  optional,
  pointer,
  type Shape,
  type ShapeProblem,
  text,
} from '../canonical/index.ts'
import {
  type Candidate,
  choosePortfolio,
  type DifferentRule,
  type MemberRule,
  type PortfolioCase,
  type SpreadRule,
} from '../portfolio/index.ts'
import type { Solve } from '../solver/linear-program.ts'
import type { Calculation } from './calculation.ts'
import { repeatedIds, within } from './shapes.ts'

type GivenCandidate = Omit<Candidate, 'groups'> & { readonly groups?: Candidate['groups'] }

type Input = Pick<PortfolioCase, 'places' | 'limits'> & { readonly candidates: readonly GivenCandidate[] } & Partial<
    Pick<PortfolioCase, 'rules' | 'mustInclude' | 'mustExclude' | 'alternatives'>
  >

const notNegative = within(0, Number.MAX_VALUE, 'must not be below 0')

/** Each takes as long as the first. */
const mostAlternatives = 100

const different = object<DifferentRule>({ group: text, atLeastDifferent: count(1) })
const ofMember = object<Omit<MemberRule, 'members'>>({
  group: text,
  member: optional(text),
  min: optional(count(0)),
  max: optional(count(0)),
})
const rule: Shape = (value, at) =>
  (typeof value === 'object' && value !== null && 'atLeastDifferent' in value ? different : ofMember)(value, at)

const shape = object<Input>({
  places: count(0),
  candidates: list(
    object<GivenCandidate>({ id: text, value: number, use: mapOf(notNegative), groups: optional(mapOf(text)) }),
  ),
  limits: mapOf(notNegative),
  rules: optional(list(rule)),
  mustInclude: optional(list(text)),
  mustExclude: optional(list(text)),
  alternatives: optional((value, at) => [
    ...count(0)(value, at),
    ...(Number(value) > mostAlternatives ? [{ at, text: `must be ${mostAlternatives} at most` }] : []),
  ]),
})

/**
 * Chooses a portfolio.
 *
 * @param input `{ places, candidates: [{ id, value, use, groups? }], limits, rules?, mustInclude?, mustExclude?, alternatives? }`
 * @returns `{ status: 'optimal', value, chosen, used, rulePrices, next }` or `{ status: 'impossible', because }`
 */
export function calculatePortfolio(input: unknown, solve: Solve): Calculation {
  const problems = shape(input, '')
  if (problems.length > 0) return { ok: false, problems }
  const { rules = [], mustInclude = [], mustExclude = [], alternatives = 0, ...rest } = input as Input
  const candidates = rest.candidates.map(({ groups = {}, ...candidate }) => ({ ...candidate, groups }))
  const given: PortfolioCase = { ...rest, candidates, rules, mustInclude, mustExclude, alternatives }
  const wrong = [...idProblems(given), ...rules.flatMap(boundProblems), ...forcedProblems(given)]
  if (wrong.length > 0) return { ok: false, problems: wrong }
  return { ok: true, output: { ...choosePortfolio(given, solve) } }
}

const idProblems = ({ candidates }: PortfolioCase): readonly ShapeProblem[] =>
  repeatedIds(
    candidates.map(({ id }) => id),
    (place) => `${pointer('/candidates', place)}/id`,
  )

function boundProblems(given: SpreadRule, place: number): readonly ShapeProblem[] {
  const at = pointer('/rules', place)
  if ('atLeastDifferent' in given) return []
  if (given.min === undefined && given.max === undefined)
    return [{ at, text: 'must have min, max or atLeastDifferent' }]
  return (given.min ?? 0) <= (given.max ?? Number.POSITIVE_INFINITY)
    ? []
    : [{ at: `${at}/min`, text: 'must not be more than max' }]
}

function forcedProblems({ candidates, mustInclude, mustExclude }: PortfolioCase): readonly ShapeProblem[] {
  const known = new Set(candidates.map(({ id }) => id))
  const unknown = (ids: readonly string[], at: string): readonly ShapeProblem[] =>
    ids.flatMap((id, place) =>
      known.has(id) ? [] : [{ at: pointer(at, place), text: `there is no candidate “${id}”` }],
    )
  const both = mustExclude.flatMap((id, place) =>
    mustInclude.includes(id)
      ? [{ at: pointer('/mustExclude', place), text: `“${id}” cannot be both included and excluded` }]
      : [],
  )
  return [...unknown(mustInclude, '/mustInclude'), ...unknown(mustExclude, '/mustExclude'), ...both]
}
