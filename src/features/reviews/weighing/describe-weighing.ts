import { canonicalJson } from '../../../core/canonical/index.ts'
import {
  criteriaOf,
  mayIn,
  type ReviewCriterion,
  type ReviewRecord,
  type WeighingNote,
} from '../../../core/reviews/index.ts'
import { capital } from '../../../core/text/capital.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Review } from '../reviews.store.ts'
import type { ownScores } from './own.store.ts'
import type { NotesModel } from './pages/notes.ts'
import type { RoundModel } from './pages/weighing.ts'
import { methodWords, stageWords } from './weighing.messages.ts'
import {
  comparePath,
  ownScoresPath,
  ownWeightsPath,
  weighedPath,
  weighingNotesPath,
  weighingStagePath,
} from './weighing.paths.ts'
import type { ScorerProgress, WeighingRound } from './weighing.store.ts'

/** What is read to show a round. */
export type RoundRead = {
  readonly review: Review
  readonly record: ReviewRecord
  readonly round: WeighingRound
  readonly people: readonly ScorerProgress[]
  readonly notes: readonly WeighingNote[]
  readonly personId: string
  readonly mine: Awaited<ReturnType<typeof ownScores>>
  readonly typed: { readonly kind: string; readonly criterion: string; readonly text: string }
}

/** A round as its page shows it. */
export function describeRound(read: RoundRead): RoundModel {
  const { review, record, round, people } = read
  const facilitates = mayIn(review.roles, 'facilitate')
  return {
    number: round.pass > 1 ? `${round.round}, scored ${round.pass} times` : String(round.round),
    method: methodWords[round.method].name,
    outsideGuidance: round.method !== 'swing',
    facilitator: round.facilitator,
    facilitatorScores: people.some(({ personId }) => personId === round.facilitatorId),
    stage: stageWords[round.stage].name,
    what: stageWords[round.stage].what,
    changedSince: canonicalJson(criteriaOf(record) as never) !== canonicalJson(round.criteria as never),
    own: mayIn(review.roles, 'score') ? ownSteps(read) : [],
    people: people.map(({ name, speaksFor, weighed, scored }) => ({
      name,
      speaksFor,
      weighed,
      scored: round.stage === 'weighting' ? '' : `${scored} of ${round.criteria.length}`,
    })),
    goOn: facilitates
      ? { ...goOnWords(read), seen: round.number, action: weighingStagePath(review.reference) }
      : undefined,
    links: linksOf(review.reference, round),
    notes: notesModel(read, facilitates || mayIn(review.roles, 'score')),
  }
}

function ownSteps({ review: { reference }, round, people, mine, personId }: RoundRead): RoundModel['own'] {
  if (round.stage === 'weighting') {
    const given = people.some((person) => person.personId === personId && person.weighed)
    return [{ href: ownWeightsPath(reference), title: 'Your weights', given }]
  }
  if (round.stage === 'revealed') return []
  return round.criteria.map(({ id, title }) => ({
    href: ownScoresPath(reference, id),
    title: `Your scores: ${title}`,
    given: mine.some(({ criterion, pass }) => criterion === id && pass === round.pass),
  }))
}

function goOnWords({ round, people }: RoundRead): Omit<NonNullable<RoundModel['goOn']>, 'seen' | 'action'> {
  if (round.stage === 'weighting') {
    const missing = people.filter(({ weighed }) => !weighed).map(({ name }) => name)
    return {
      text: 'Lock the weights and ask for scores',
      what: missing.length === 0 ? 'Everybody has given their weights.' : stillToCome(missing),
      warning:
        'This cannot be undone: weights that are locked cannot be changed, and everybody who works on the review sees them.',
    }
  }
  if (round.stage === 'revealed')
    return {
      text: 'Ask for scores again',
      what: 'Each scorer can change their scores, again alone. What somebody does not change stays. All that was given before is kept.',
    }
  const missing = people.filter(({ scored }) => scored < round.criteria.length).map(({ name }) => name)
  return {
    text: 'Reveal the scores',
    what:
      missing.length === 0 ? 'Everybody has given their scores. Reveal them when you are ready.' : stillToCome(missing),
    warning: 'This cannot be undone: everybody who works on the review sees who gave which score.',
  }
}

const stillToCome = (missing: readonly string[]): string => `Still to come: ${plainList(missing)}.`

const linksOf = (reference: string, { stage, pass }: WeighingRound): RoundModel['links'] =>
  stage === 'weighting'
    ? []
    : [
        { href: comparePath(reference), text: 'Compare what people gave' },
        ...(stage === 'revealed' || pass > 1 ? [{ href: weighedPath(reference), text: 'See the result' }] : []),
      ]

const notesModel = ({ review, round, notes, typed }: RoundRead, mayAdd: boolean): NotesModel => ({
  notes: notes.map(({ kind, by, criterion, text, at }) => ({
    kind: capital(kind),
    about: titleIn(round.criteria, criterion) ?? 'the whole',
    by,
    time: ukTime(new Date(at)),
    text,
  })),
  add: mayAdd
    ? {
        typed,
        criteria: round.criteria.map(({ id, title }) => ({ value: id, text: title })),
        action: weighingNotesPath(review.reference),
      }
    : undefined,
})

const titleIn = (criteria: readonly ReviewCriterion[], id: string | null): string | undefined =>
  criteria.find((criterion) => criterion.id === id)?.title
