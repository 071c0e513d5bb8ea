import { done, type Result, refused } from '../result.ts'
import { type MomentProblem, type MomentTyped, readMoment } from '../rounds/index.ts'

/** Where an event is held. */
export const eventPlaces = ['online', 'room'] as const
export type EventPlace = (typeof eventPlaces)[number]

/** An event of a network, as it is planned. */
export type EventPlan = {
  readonly title: string
  readonly about: string
  readonly held: EventPlace
  /** A room with its address; for an event online, how it is held, such as "Video call". Everybody reads it. */
  readonly place: string
  /** A link, a code, how to find the door: for those with a place alone. */
  readonly joining: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number
}

/** The same as somebody typed it. */
export type EventTyped = {
  readonly title: string
  readonly about: string
  readonly held: string
  readonly place: string
  readonly joining: string
  readonly starts: MomentTyped
  readonly ends: MomentTyped
  readonly capacity: string
}

type TextField = 'title' | 'about' | 'place' | 'joining'

export type EventProblem =
  | { readonly code: 'missing'; readonly field: TextField | 'held' | 'starts' | 'ends' | 'capacity' }
  | { readonly code: 'too-long'; readonly field: TextField; readonly most: number }
  | { readonly code: 'moment'; readonly field: 'starts' | 'ends'; readonly problem: MomentProblem }
  | { readonly code: 'starts-in-the-past' }
  | { readonly code: 'ends-before-it-starts' }
  | { readonly code: 'longer-than'; readonly hours: number }
  | { readonly code: 'capacity-not-a-number'; readonly most: number }

const longest: Readonly<Record<TextField, number>> = { title: 150, about: 8000, place: 300, joining: 2000 }
const mostPlaces = 1000
const mostHours = 14 * 24
const hour = 3_600_000

/**
 * An event from what was typed, in UK time.
 *
 * @param now an event begins after it
 * @returns the plan, or everything that is wrong, in the order of the form
 */
export function readEvent(typed: EventTyped, now: Date): Result<EventPlan, EventProblem> {
  const problems: EventProblem[] = []
  const text = (field: TextField): string => {
    const value = typed[field].trim()
    if (value === '' && field !== 'joining') problems.push({ code: 'missing', field })
    if (value.length > longest[field]) problems.push({ code: 'too-long', field, most: longest[field] })
    return value
  }
  const moment = (field: 'starts' | 'ends'): Date | undefined => {
    const read = readMoment(field === 'starts' ? 'opensAt' : 'deadlineAt', typed[field], true)
    if (read.ok && read.value !== null) return read.value.at
    if (read.ok) problems.push({ code: 'missing', field })
    else problems.push(...read.problems.map((problem) => ({ code: 'moment', field, problem }) as const))
    return undefined
  }
  const [title, about] = [text('title'), text('about')]
  const held = eventPlaces.find((each) => each === typed.held)
  if (held === undefined) problems.push({ code: 'missing', field: 'held' })
  const [place, joining] = [text('place'), text('joining')]
  const [startsAt, endsAt] = [moment('starts'), moment('ends')]
  problems.push(...timeProblems(startsAt, endsAt, now))
  const capacity = readCapacity(typed.capacity)
  if (typeof capacity !== 'number') problems.push(capacity)
  if (
    problems.length > 0 ||
    held === undefined ||
    startsAt === undefined ||
    endsAt === undefined ||
    typeof capacity !== 'number'
  )
    return refused(...problems)
  return done({ title, about, held, place, joining, startsAt, endsAt, capacity })
}

function timeProblems(startsAt: Date | undefined, endsAt: Date | undefined, now: Date): readonly EventProblem[] {
  if (startsAt !== undefined && startsAt <= now) return [{ code: 'starts-in-the-past' }]
  if (startsAt === undefined || endsAt === undefined) return []
  if (endsAt <= startsAt) return [{ code: 'ends-before-it-starts' }]
  return endsAt.getTime() - startsAt.getTime() > mostHours * hour ? [{ code: 'longer-than', hours: mostHours }] : []
}

function readCapacity(typed: string): number | EventProblem {
  if (typed.trim() === '') return { code: 'missing', field: 'capacity' }
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : 0
  return value >= 1 && value <= mostPlaces ? value : { code: 'capacity-not-a-number', most: mostPlaces }
}
