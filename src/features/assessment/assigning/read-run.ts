import {
  disciplineCover,
  isAsFairAsBefore,
  linkageOf,
  matchOf,
  type RoundResult,
  seeksFairness,
  usualTiers,
  withAnotherAnchor,
} from '../../../core/assignment/index.ts'
import {
  anotherAnchorWords,
  changedWords,
  costWords,
  disciplineInWords,
  everyoneWords,
  linkageWords,
  points,
  shortWords,
  withNames,
} from './assigning.messages.ts'
import type { ShownDiscipline } from './pages/disciplines.ts'
import type { ShownExcluded } from './pages/run.ts'
import { drawFigures, drawNotes, type ShownDraw, shownDraw } from './read-draw.ts'
import type { AssignmentRun } from './runs.store.ts'

/** What ids are called, and where a conflict of a pair is looked at. */
export type Names = {
  readonly people: ReadonlyMap<string, string>
  readonly leads: ReadonlyMap<string, string>
  readonly kindInWords: (kind: string) => string
  readonly conflictHref: (reference: string, personId: string) => string | undefined
}

type Optimal = Extract<RoundResult, { status: 'optimal' }>

const mostExcluded = 300

/** Pairs that were left out, with their reasons. */
export function shownExcluded({ input }: AssignmentRun, names: Names): ShownExcluded {
  const pairs = input.excluded.slice(0, mostExcluded).map(({ application, assessor, kinds }) => ({
    reference: application,
    name: names.people.get(assessor) ?? assessor,
    kinds: kinds.map(names.kindInWords).join(', '),
    // Whoever reads it as an extra has no conflict to be looked at.
    href: kinds.every((kind) => kind === 'extra') ? undefined : names.conflictHref(application, assessor),
  }))
  return { pairs, more: input.excluded.length - pairs.length }
}

/** Why there is no assignment. */
export function shownImpossible(run: AssignmentRun, names: Names) {
  if (run.result?.status !== 'impossible') return undefined
  const [cause] = run.result.because
  if (cause === undefined) return undefined
  const held = run.input.excluded.filter(
    ({ application, assessor }) => cause.applications.includes(application) && cause.assessors.includes(assessor),
  )
  const shown = shownExcluded({ ...run, input: { ...run.input, excluded: held } }, names)
  return { sentence: withNames(cause.text, names.people), held: shown }
}

/** The rows of the result, from one place to another. */
export function shownRows({ input }: AssignmentRun, result: Optimal, names: Names, from: number, to: number) {
  const people = new Map(input.assessors.map((assessor) => [assessor.id, assessor]))
  const readers = new Map<string, string[]>()
  for (const [application, assessor] of result.pairs)
    readers.set(application, [...(readers.get(application) ?? []), assessor])
  const next = new Map(result.next.map((each) => [each.application, each]))
  const draw = shownDraw(result, (id) => names.people.get(id) ?? id)
  return input.applications.slice(from, to).map((subject) => {
    const { reference } = subject
    return {
      reference,
      lead: names.leads.get(reference) ?? '',
      readers: (readers.get(reference) ?? []).map((id) => {
        const assessor = people.get(id)
        const name = names.people.get(id) ?? id
        const chance = draw?.chanceOf(reference, id) ?? ''
        if (result.everyone || assessor === undefined) return { name, match: '', parts: '', chance }
        const { match, parts } = matchOf(subject, assessor.expertise, assessor.bids[reference] ?? null)
        return { name, match: points(match), parts: partsInWords(parts), chance }
      }),
      expertise: result.everyone ? '' : expertiseWords(result, reference),
      next: nextWords(reference, result, { names, draw, best: next.get(reference) }),
    }
  })
}

type Next = {
  readonly names: Names
  readonly draw: ShownDraw | undefined
  readonly best: Optimal['next'][number] | undefined
}

/** Who would come if one had to go, or who else could have been drawn. */
function nextWords(reference: string, { everyone, anchors }: Optimal, { names, draw, best }: Next): string {
  if (everyone || anchors.includes(reference)) return ''
  if (draw !== undefined) return draw.othersOf(reference) || 'Nobody else'
  return best === undefined
    ? 'Nobody else can'
    : `${names.people.get(best.assessor) ?? best.assessor}: ${costWords(best.cost)}`
}

const partsInWords = (parts: ReturnType<typeof matchOf>['parts']): string =>
  `service areas ${points(parts.serviceAreas)}, authority ${points(parts.authority)}, models ${points(parts.deliveryModels)}, bid ${points(parts.bid)}`

function expertiseWords({ missed, anchors }: Optimal, reference: string): string {
  if (anchors.includes(reference)) return 'Anchor: everybody reads it'
  const here = missed.filter(({ application }) => application === reference)
  if (here.length === 0) return 'Met'
  const [expert] = usualTiers
  return here
    .map(({ least, short }) =>
      least === expert?.least ? 'No expert' : short === 1 ? 'One competent reader too few' : 'Nobody competent',
    )
    .join('. ')
}

/** The large numbers of a result. */
export function shownFigures({ input }: AssignmentRun, result: Optimal) {
  const { total, optimum, worst, everyone } = result
  const applications = { value: String(input.applications.length), label: 'Applications' }
  const assessors = { value: String(input.assessors.length), label: 'Assessors' }
  if (everyone) return [applications, assessors]
  if (result.drawn !== undefined) return [applications, assessors, ...drawFigures(result)]
  return [
    applications,
    assessors,
    { value: points(total), label: 'Match in all' },
    { value: points(worst), label: 'Match of the worst off' },
    { value: optimum > 0 ? `${(((optimum - total) / optimum) * 100).toFixed(1)}%` : '0%', label: 'Price of fairness' },
  ]
}

/** What should be known of a result before it is accepted. */
export function shownNotes({ input }: AssignmentRun, result: Optimal, { people }: Names): readonly string[] {
  const { before } = input
  const without = (pairs: Optimal['pairs'], others: Optimal['pairs']): Optimal['pairs'] => {
    const known = new Set(others.map((pair) => pair.join(' ')))
    return pairs.filter((pair) => !known.has(pair.join(' ')))
  }
  const ending = without(before, result.pairs)
  const gone = ending.length
  const nameOf = (id: string): string => people.get(id) ?? id
  const noExpert = result.missed.filter(({ least }) => least === usualTiers[0]?.least).length
  return [
    ...(result.everyone ? everyoneNotes(input, result) : []),
    ...drawNotes(input, result),
    ...(before.length > 0
      ? [
          `${gone === 0 ? 'None' : gone} of ${before.length === 1 ? 'the 1 assignment that was' : `the ${before.length} assignments that were`} in force would end${input.fixed.length > 0 ? (input.fixed.length === 1 ? '; 1 was scored already and stays' : `; ${input.fixed.length} were scored already and stay`) : ''}.`,
          ...changedWords('Ends', ending, nameOf),
          ...changedWords('Begins', without(result.pairs, before), nameOf),
        ]
      : []),
    ...(noExpert > 0
      ? [
          `${noExpert === 1 ? 'One application has' : `${noExpert} applications have`} no expert: nobody free of a conflict knows the field, or all who do have as many as they can read${result.drawn === undefined ? '' : ', or chance gave it to others'}.`,
        ]
      : []),
    ...(result.width !== undefined
      ? [
          `Because some applications are already scored, loads cannot be as close to the average as the rules say. They go ${result.width} further, up and down, which is the least that works.`,
        ]
      : []),
    ...(!result.everyone && isAsFairAsBefore(input)
      ? ['The worst-off is kept as well off as before, not made better off: that could end more assignments.']
      : []),
    ...(!result.everyone && input.fairness && !seeksFairness(input)
      ? ['The fairest was not looked for: when this was worked out, that was done up to 20,000 pairs only.']
      : []),
    ...(!result.everyone && seeksFairness(input) && !result.proven
      ? ['Whether a fairer one exists was not proven: the search was stopped by its limits.']
      : []),
  ]
}

/** What is so where everybody reads everything, and where that is fewer than the rules ask for. */
function everyoneNotes(
  { everyoneUpTo, applications, needs }: AssignmentRun['input'],
  { pairs }: Optimal,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const [application] of pairs) counts.set(application, (counts.get(application) ?? 0) + 1)
  const short = applications
    .map(({ reference }) => ({ reference, readers: counts.get(reference) ?? 0 }))
    .filter(({ readers }) => readers < needs)
  return [
    everyoneWords(everyoneUpTo),
    ...(short.length === 0
      ? []
      : [
          `${shortWords(short, needs)} Nobody else is free of a conflict: release a soft one, or invite another assessor.`,
        ]),
  ]
}

/** How well those who read can be compared, and what one more anchor would bring; nothing where all read everything. */
export function shownLinkage({ input }: AssignmentRun, result: Optimal, names: Names): readonly string[] {
  const linkage = result.everyone ? undefined : linkageOf(result.pairs)
  if (linkage === undefined) return []
  const more = withAnotherAnchor(input, result.pairs)
  const [linked, anchor] = [more && linkageOf(more.pairs), more?.anchor ?? '']
  return [
    linkageWords(linkage, (id) => names.people.get(id) ?? id),
    ...(linked === undefined ? [] : [anotherAnchorWords(linkage, linked, anchor)]),
  ]
}

/** Loads, as a histogram and person by person; where everybody reads everything there were no bounds. */
export function shownLoads({ loads, everyone }: Optimal, names: Names) {
  const counts = new Map<number, number>()
  for (const { load } of loads) counts.set(load, (counts.get(load) ?? 0) + 1)
  return {
    histogram: [...counts].sort(([one], [other]) => one - other).map(([load, assessors]) => ({ load, assessors })),
    people: loads
      .map(({ id, load, min, max }) => ({
        name: names.people.get(id) ?? id,
        load,
        between: everyone ? '' : `${min} to ${max}`,
      }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en')),
  }
}

/** Which disciplines those who read have. */
export const shownDisciplines = ({ input }: AssignmentRun, { pairs }: Optimal): readonly ShownDiscipline[] =>
  disciplineCover(input, pairs).map((cover) => disciplineInWords(cover, input.applications.length))
