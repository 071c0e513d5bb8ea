import { nameHider } from '../assessment/index.ts'
import { canonicalJson, isObject, type Json, type Sha256 } from '../canonical/index.ts'
import { commitmentOf, nonceOf, type Withheld } from '../pseudonyms/index.ts'
import { type ShortlistDocument, shortlistText } from '../shortlist/index.ts'
import { committedAction, type ExportedEvent, type ExportedParts, type ExportedRun } from './assessment-export.ts'

/** What stands in a text for the name of somebody who assesses or decides. */
const hiddenPerson = '[name]'

/** Events whose facts say nothing of anybody: they are published whole, so that their hashes can be taken again. */
export const publishedActions = [
  'round.rules-sealed',
  'assessment.opened',
  'assessment.closed',
  'shortlist.frozen',
  'shortlist.told',
  committedAction,
] as const

type Keep = (path: string, value: Json) => void
type Hide = (text: string) => string

/** A part with one member of each of its items replaced; what was there is kept, unless it was nothing. */
function without<Item extends object, Key extends keyof Item & string>(
  items: readonly Item[],
  path: string,
  keys: readonly Key[],
  keep: Keep,
  instead: (value: Item[Key], at: number, item: Item) => Item[Key],
): readonly Item[] {
  return items.map((item, at) => {
    const changed = { ...item }
    for (const key of keys) {
      const value = instead(item[key], at, item)
      if (canonicalJson(value as Json) === canonicalJson(item[key] as Json)) continue
      keep(`${path}/${at}/${key}`, item[key] as Json)
      changed[key] = value
    }
    return changed
  })
}

/** The same with every text as `hide` has it; what was changed is kept. */
function hiding<Value>(value: Value, path: string, hide: Hide, keep: Keep): Value {
  if (typeof value === 'string') {
    const hidden = hide(value)
    if (hidden !== value) keep(path, value)
    return hidden as Value
  }
  if (Array.isArray(value)) return value.map((item, at) => hiding(item, `${path}/${at}`, hide, keep)) as Value
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, hiding(member, `${path}/${key}`, hide, keep)]),
  ) as Value
}

/** A case without the kinds of conflicts, which would tie an assessor to an applicant. Its hash stays that of the whole. */
function withoutKinds(run: ExportedRun, at: number, keep: Keep): ExportedRun {
  if (!isObject(run.input) || !Array.isArray(run.input.excluded)) return run
  const excluded = run.input.excluded.map((pair: Json, index: number) => {
    if (!isObject(pair) || !Array.isArray(pair.kinds) || pair.kinds.length === 0) return pair
    keep(`runs/${at}/input/excluded/${index}/kinds`, pair.kinds as Json)
    return { ...pair, kinds: [] }
  })
  return { ...run, input: { ...run.input, excluded } as Json, withheld: true }
}

/** What each person is called for publication: people who assess, and everybody else. */
function pseudonyms({ people, reviews, assignments }: ExportedParts): ReadonlyMap<string, string> {
  const assessors = new Set([...reviews, ...assignments].map(({ personId }) => personId))
  const counts = { Assessor: 0, Official: 0 }
  return new Map(
    people.map(({ id }) => {
      const kind = assessors.has(id) ? 'Assessor' : 'Official'
      counts[kind] += 1
      return [id, `${kind} ${counts[kind]}`]
    }),
  )
}

/** The frozen document without names; its hash stays that of the whole. */
function withoutLeads(
  shortlist: NonNullable<ExportedParts['shortlist']>,
  leads: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
  hide: Hide,
  keep: Keep,
): ExportedParts['shortlist'] {
  const path = 'shortlist/text'
  const document = JSON.parse(shortlist.text) as ShortlistDocument
  const called = (name: string) => people.get(name) ?? ''
  const applications = document.applications.map((item, at) => {
    const place = `${path}/applications/${at}`
    const lead = leads.get(item.reference) ?? ''
    if (item.lead !== lead) keep(`${place}/lead`, item.lead)
    const { departure } = item
    if (departure === null) return { ...item, lead }
    keep(`${place}/departure/decidedBy`, departure.decidedBy)
    const reason = hiding(departure.reason, `${place}/departure/reason`, hide, keep)
    return { ...item, lead, departure: { ...departure, reason, decidedBy: called(departure.decidedBy) } }
  })
  keep(`${path}/frozenBy`, document.frozenBy)
  const approval = hiding(document.approval, `${path}/approval`, hide, keep)
  const { withoutOpinions } = document
  // Earlier documents do not speak of it: what is not there stays so.
  const opinions =
    withoutOpinions === undefined
      ? {}
      : { withoutOpinions: hiding(withoutOpinions, `${path}/withoutOpinions`, hide, keep) }
  const frozenBy = called(document.frozenBy)
  const text = shortlistText({ ...document, ...opinions, applications, approval, frozenBy })
  return { ...shortlist, text, withheld: true }
}

function withoutFacts(event: ExportedEvent, hide: Hide): ExportedEvent {
  const whole = 'facts' in event && publishedActions.some((action) => action === event.action)
  if (whole && hide(canonicalJson(event.facts)) === canonicalJson(event.facts)) return event
  const { at, action, fundId, objectType, objectId, sequence, previousHash, hash } = event
  return { at, action, fundId, objectType, objectId, sequence, previousHash, hash, withheld: true }
}

/**
 * An export for publication: the same numbers. Assessors, officials and applicants stand under pseudonyms; the kinds of
 * conflicts, what anybody said of one, practice and reviews that were never submitted are left out, and names in texts are
 * replaced. Each value that is left out has its salted hash in `withheld`.
 *
 * @param salt 64 hex digits, kept; the same salt gives the same export
 */
export function withoutNames(parts: ExportedParts, salt: string, sha256: Sha256): ExportedParts {
  const withheld: Withheld[] = []
  const keep: Keep = (path, value) =>
    void withheld.push({ path, sha256: commitmentOf(nonceOf(salt, path, sha256), path, value, sha256) })
  const names = pseudonyms(parts)
  const byName = new Map(parts.people.map(({ id, name }) => [name, names.get(id) ?? '']))
  const applicants = new Map(parts.applications.map(({ reference }, at) => [reference, `Applicant ${at + 1}`]))
  const hideApplicants = nameHider(parts.applications.flatMap(({ lead, names: more }) => [lead, ...more]))
  const hidePeople = nameHider(
    parts.people.map(({ name }) => name),
    hiddenPerson,
  )
  const hide: Hide = (text) => hidePeople(hideApplicants(text))
  const by = <Item extends { readonly by: string }>(items: readonly Item[], path: string) =>
    without(items, path, ['by'], keep, (name) => byName.get(name) ?? '')
  const { conflicts, moderation } = parts
  const kept = (review: ExportedParts['reviews'][number]) => !review.practice && review.state === 'submitted'
  for (const review of parts.reviews.filter((each) => !kept(each)))
    keep(`reviews/${review.id}`, review as unknown as Json)
  const people = without(parts.people, 'people', ['name'], keep, (_, _at, { id }) => names.get(id) ?? '')
  const applications = without(
    without(
      parts.applications,
      'applications',
      ['lead'],
      keep,
      (_, _at, { reference }) => applicants.get(reference) ?? '',
    ),
    'applications',
    ['names'],
    keep,
    () => [],
  )
  const blank = () => ''
  return {
    ...parts,
    people,
    applications,
    sift: hiding(parts.sift, 'sift', hide, keep),
    conflicts: {
      ...conflicts,
      standing: without(conflicts.standing, 'conflicts/standing', ['kind'], keep, blank),
      releases: without(conflicts.releases, 'conflicts/releases', ['kind', 'reason'], keep, blank),
    },
    runs: parts.runs.map((run, at) => withoutKinds(run, at, keep)),
    assignments: without(parts.assignments, 'assignments', ['endedReason'], keep, blank),
    reviews: hiding(parts.reviews.filter(kept), 'reviews', hide, keep),
    moderation: hiding(
      {
        scores: by(moderation.scores, 'moderation/scores'),
        setAside: by(moderation.setAside, 'moderation/setAside'),
        notes: by(moderation.notes, 'moderation/notes'),
      },
      'moderation',
      hide,
      keep,
    ),
    breakGlass: hiding(parts.breakGlass, 'breakGlass', hide, keep),
    shortlist: parts.shortlist === null ? null : withoutLeads(parts.shortlist, applicants, byName, hide, keep),
    events: parts.events.map((event) => withoutFacts(event, hide)),
    withheld,
  }
}
