import { canonicalJson, type Json } from '../canonical/index.ts'
import type { Form, Question } from './definition.ts'
import { childrenOf } from './form-questions.ts'

/** What changed about one question, by its stable id. `before` and `after` are the values of the key named by `key`. */
export type QuestionChange = {
  readonly question: string
  /** The label to call it by: the new one, or the old one of a question that went. */
  readonly label: string
} & (
  | { readonly kind: 'added' | 'removed' | 'moved' }
  | {
      readonly kind: 'reworded' | 'limits' | 'options' | 'condition' | 'required' | 'type' | 'other'
      readonly key: string
      readonly before: Json
      readonly after: Json
    }
)

type Keyed = { readonly [key: string]: Json }

/** The sort of change that a key makes. Keys that only say where words come from are not changes to what is asked. */
const KINDS = {
  label: 'reworded',
  hint: 'reworded',
  guidance: 'reworded',
  declaration: 'reworded',
  shortName: 'reworded',
  minWords: 'limits',
  maxWords: 'limits',
  min: 'limits',
  max: 'limits',
  minItems: 'limits',
  maxItems: 'limits',
  options: 'options',
  columns: 'options',
  rows: 'options',
  showIf: 'condition',
  required: 'required',
  type: 'type',
} as const

const NOT_ASKED = new Set(['id', 'source', 'reconstructed', 'questions'])

/**
 * What changed between two versions of a form: in the order of the new form, then what went, in the order of the old one. A
 * question is moved when it stands on another page or in another group, or changed places with another that is in both.
 */
export function compareDefinitions(before: Form, after: Form): readonly QuestionChange[] {
  const old = placesOf(before)
  const now = placesOf(after)
  const shifted = shiftedBetween([...old.keys()], [...now.keys()])
  const present = [...now].flatMap(([id, place]) => changesOf(id, old.get(id), place, shifted))
  const removed = [...old].filter(([id]) => !now.has(id))
  return [
    ...present,
    ...removed.map(([id, { question }]) => ({ question: id, label: question.label, kind: 'removed' as const })),
  ]
}

type Placed = { readonly question: Question; readonly within: string; readonly pageCondition: Json }

function placesOf(form: Form): ReadonlyMap<string, Placed> {
  const places = form.pages.flatMap((page) => {
    const pageCondition = (page.showIf ?? null) as Json
    return page.questions.flatMap((question) => [
      { question, within: `page ${page.id}`, pageCondition },
      ...childrenOf(question).map((child) => ({
        question: child,
        within: `group ${question.id}`,
        pageCondition: null,
      })),
    ])
  })
  return new Map(places.map((place) => [place.question.id, place]))
}

/** The fewest questions that must be taken out so that those in both versions stand in the same order. */
function shiftedBetween(old: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const places = new Map(old.map((id, place) => [id, place]))
  const placeOf = (id: string | undefined) => places.get(id ?? '') ?? -1
  const kept = now.filter((id) => places.has(id))
  const chains: (readonly string[])[] = []
  for (const [index, id] of kept.entries()) {
    const before = chains.filter((_, place) => placeOf(kept[place]) < placeOf(id))
    const longest = before.reduce<readonly string[]>((best, chain) => (chain.length > best.length ? chain : best), [])
    chains[index] = [...longest, id]
  }
  const still = new Set(
    chains.reduce<readonly string[]>((best, chain) => (chain.length > best.length ? chain : best), []),
  )
  return new Set(kept.filter((id) => !still.has(id)))
}

function changesOf(
  id: string,
  old: Placed | undefined,
  now: Placed,
  shifted: ReadonlySet<string>,
): readonly QuestionChange[] {
  const named = { question: id, label: now.question.label }
  if (!old) return [{ ...named, kind: 'added' }]
  const moved = old.within !== now.within || shifted.has(id) ? [{ ...named, kind: 'moved' as const }] : []
  return [...moved, ...keyChanges(named, old, now)]
}

function keyChanges(
  named: { readonly question: string; readonly label: string },
  old: Placed,
  now: Placed,
): readonly QuestionChange[] {
  const [was, is] = [old, now].map(
    ({ question, pageCondition }): Keyed => ({ ...(question as unknown as Keyed), pageShowIf: pageCondition }),
  )
  const keys = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])
  return [...keys]
    .filter((key) => !NOT_ASKED.has(key))
    .map((key) => ({ key, before: was?.[key] ?? null, after: is?.[key] ?? null }))
    .filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after))
    .map((change) => ({ ...named, kind: kindOfKey(change.key), ...change }))
}

const kindOfKey = (key: string) =>
  key === 'pageShowIf'
    ? ('condition' as const)
    : Object.hasOwn(KINDS, key)
      ? KINDS[key as keyof typeof KINDS]
      : ('other' as const)
