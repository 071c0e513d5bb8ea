import { leadShown } from '../../../core/assessment/index.ts'
import { gapWords, slotTimes } from '../../../core/interviews/index.ts'
import type { AssessmentRules } from '../../../core/rules/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import {
  brokenRule,
  type Called,
  type Placed,
  type SeatChange,
  type Timetable,
  type Unplaced,
  unplacedWords,
} from '../../../core/timetable/index.ts'
import type { InterviewAnswer } from './answers.store.ts'
import { subjectWords } from './interviewing.messages.ts'
import type { GridSession } from './pages/timetable.ts'
import { type FreedSlot, type InterviewPlace, stands } from './places.store.ts'
import type { TimetableSetting } from './read-timetable-case.ts'
import type { InterviewSession } from './sessions.store.ts'
import { sessionWords, timeWords } from './slot-words.messages.ts'

export type ShownWith = {
  readonly sessions: readonly InterviewSession[]
  readonly names: ReadonlyMap<string, string>
  readonly leads: ReadonlyMap<string, string>
  readonly rules: Pick<AssessmentRules, 'visibility'>
  readonly hrefOf: (reference: string) => string | undefined
  readonly noteOf: (reference: string) => string
  /** Sessions in which nothing is, too. */
  readonly empty: boolean
}

/** A timetable as sessions with their slots, free ones among them. */
export const gridShown = (placed: readonly Placed[], shown: ShownWith): readonly GridSession[] =>
  shown.sessions.flatMap((session) => {
    const those = placed.filter((each) => each.session === session.id)
    if (those.length === 0 && !shown.empty) return []
    const rows = Array.from({ length: session.slots }, (_, at) => {
      const { startsAt, endsAt } = slotTimes(session, at + 1)
      const time = timeWords(startsAt, endsAt)
      const here = those.find(({ slot }) => slot === at + 1)
      const called = (ids: readonly string[]) => ids.map((id) => shown.names.get(id) ?? id)
      return here === undefined
        ? { time, reference: '', href: undefined, lead: '', members: [], recused: [], missing: [], note: '' }
        : {
            time,
            reference: here.interview,
            href: shown.hrefOf(here.interview),
            lead: leadShown(shown.rules, shown.leads.get(here.interview) ?? ''),
            members: called(here.members),
            recused: called(here.recused),
            missing: here.missingExpertise.map(subjectWords),
            note: shown.noteOf(here.interview),
          }
    })
    return [{ title: sessionWords(session), rows }]
  })

/** What was published, as a timetable. */
export const publishedPlaced = (
  places: readonly InterviewPlace[],
  missingOf: (reference: string, members: readonly string[]) => readonly string[],
): readonly Placed[] =>
  places.filter(stands).map(({ reference, sessionId, slot, memberIds, recusedIds }) => ({
    interview: reference,
    session: sessionId,
    slot,
    members: memberIds,
    recused: recusedIds,
    missingExpertise: missingOf(reference, memberIds),
  }))

/** What an applicant said who cannot come then. */
export const asksToMove = 'Asks to move'

/** What the applicants said of the place that they have now; '' for nothing. */
export function answerWords(
  place: Pick<InterviewPlace, 'since'> | undefined,
  answer: InterviewAnswer | undefined,
): string {
  if (place === undefined || answer === undefined || answer.placeNumber < place.since) return ''
  return { confirmed: 'Confirmed', move: asksToMove, kept: 'Asked to move: kept' }[answer.answer]
}

/** Why what is published cannot be held as things are now, in a sentence; '' where it can. */
export function brokenWords(
  { case: given, sessions }: Pick<TimetableSetting, 'case' | 'sessions'>,
  places: readonly InterviewPlace[],
  names: ReadonlyMap<string, string>,
): string {
  const rule = brokenRule(
    given,
    publishedPlaced(places, () => []),
  )
  return rule === undefined
    ? ''
    : `It cannot be held as it is published: ${named(rule, sessions, names)}. Work it out again, or move it by hand.`
}

/** A slot that a withdrawal has freed, in a sentence. */
export function freedWords(
  { reference, sessionId, startsAt, endsAt, freedAt }: FreedSlot,
  sessions: readonly InterviewSession[],
): readonly string[] {
  const session = sessions.find(({ id }) => id === sessionId)
  return session === undefined
    ? []
    : [`${sessionWords(session)}, ${timeWords(startsAt, endsAt)}: ${reference} withdrew, ${ukTimeWithZone(freedAt)}.`]
}

/** What a timetable changes of places that people have been told of: who is moved, and how many have no place any more. */
type ToldChanges = { readonly moved: ReadonlySet<string>; readonly without: number }

type Place = { readonly interview: string; readonly session: string; readonly slot: number }

/** @returns undefined where nobody has been told of a place */
export function toldChanges(
  published: readonly Place[] | undefined,
  placed: readonly Place[],
): ToldChanges | undefined {
  if (published === undefined) return undefined
  const now = new Map(placed.map((place) => [place.interview, place]))
  const moved = published.filter(({ interview, session, slot }) => {
    const place = now.get(interview)
    return place !== undefined && (place.session !== session || place.slot !== slot)
  })
  return {
    moved: new Set(moved.map(({ interview }) => interview)),
    without: published.filter(({ interview }) => !now.has(interview)).length,
  }
}

function changesWords({ moved, without }: ToldChanges): string {
  const said = [
    ...(moved.size === 0
      ? []
      : [`${moved.size} ${moved.size === 1 ? 'is' : 'are'} moved from where people have been told`]),
    ...(without === 0 ? [] : [`${without} ${without === 1 ? 'has' : 'have'} no place any more`]),
  ]
  return said.length === 0 ? 'Nothing is moved from where it is published.' : `${said.join(', and ')}.`
}

/** What came of a run, in sentences. */
export function resultNotes(
  { placed, unplaced, gap, status }: Timetable,
  changes: ToldChanges | undefined,
): readonly string[] {
  if (placed.length === 0) return ['No interview has a place.']
  const missing = placed.filter(({ missingExpertise }) => missingExpertise.length > 0).length
  const all = unplaced.length === 0
  return [
    status === 'optimal'
      ? `This is the best possible timetable: as many interviews as possible have a place${changes === undefined ? '' : ', as few as possible are moved, and as few sessions of members as possible change'}. Then the subjects of each application are known to its panel as far as they can be, with as few sittings as possible.`
      : `This is ${gapWords(gap < 0 ? Number.POSITIVE_INFINITY : gap)}. It can be used as it is.`,
    all
      ? 'Every interview has a place.'
      : `${unplaced.length} of ${placed.length + unplaced.length} ${unplaced.length === 1 ? 'has' : 'have'} no place.`,
    missing === 0
      ? 'In each interview, every subject of the application is known to somebody in the room.'
      : `In ${missing} of ${placed.length === 1 ? '1 interview' : `${placed.length} interviews`}, nobody in the room knows one or more of the subjects of the application. The last column of the timetable names them.`,
    ...(changes === undefined ? [] : [changesWords(changes)]),
  ]
}

/** Why an interview has no place. What was worked out before causes were data has a sentence. */
export type ShownCause = Unplaced | { readonly interview: string; readonly text: string }

/** Why interviews have no place: those with the same cause in one sentence. */
export function causesShown(
  because: readonly ShownCause[],
  sessions: readonly InterviewSession[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const called = calledAs(sessions, names)
  const causes = Map.groupBy(because, (each) => ('cause' in each ? JSON.stringify(each.cause) : each.text))
  return [...causes.values()].map((those) => {
    const [first] = those
    return first !== undefined && 'cause' in first
      ? unplacedWords(
          those.map(({ interview }) => interview),
          first.cause,
          called,
        )
      : named(first?.text ?? '', sessions, names)
  })
}

const calledAs = (sessions: readonly InterviewSession[], names: ReadonlyMap<string, string>): Called => ({
  member: (id) => names.get(id) ?? id,
  session: (id) => {
    const session = sessions.find((each) => each.id === id)
    return session === undefined ? 'a session that is gone' : sessionWords(session)
  },
})

/** Members who sit otherwise than they were told, a sentence each. */
export function seatChangesShown(
  changes: readonly SeatChange[],
  sessions: readonly InterviewSession[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const called = calledAs(sessions, names)
  const list = (ids: readonly string[]) => plainList(ids.map(called.session))
  return changes.map(({ member, leaves, joins }) => {
    const parts = [
      ...(leaves.length === 0 ? [] : [`no longer in ${list(leaves)}`]),
      ...(joins.length === 0 ? [] : [`now in ${list(joins)}`]),
    ]
    return `${called.member(member)}: ${parts.join(', ')}`
  })
}

/** Ids in a sentence about a rule that is broken, as people know them. */
export function named(text: string, sessions: readonly InterviewSession[], names: ReadonlyMap<string, string>): string {
  let words = text
  for (const session of sessions) words = words.replaceAll(session.id, sessionWords(session))
  for (const [id, name] of names) words = words.replaceAll(id, name)
  return words
}
