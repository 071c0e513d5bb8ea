import type { Answered } from '../forms/answers.ts'
import type { Question, QuestionOf } from '../forms/definition.ts'
import type { Scalar } from '../forms/expression-shape.ts'
import { limitWords } from '../forms/number-words.ts'
import { plainList } from '../text/plain-list.ts'
import { addDays, dayInWords, isIsoDay } from '../time/day.ts'

/** Neighbouring answers that stand or fall together, with one of them. A range has its ends. */
export type Span = { readonly value: Answered; readonly words?: string; readonly from?: End; readonly to?: End }

/** The end of a range; `open` when the range does not hold it. undefined in a span: there is no end. */
type End = { readonly at: number | string; readonly open: boolean }

type NumberQuestion = QuestionOf<'whole-number' | 'number' | 'money' | 'percentage'>

/** Numbers between and at those that tests name, within the question's own limits. */
export function numbers(question: NumberQuestion, mentioned: readonly Scalar[]): readonly Span[] {
  const { min = -Infinity, max = Infinity } = question
  const whole = question.type === 'whole-number'
  const cuts = ascending(mentioned.filter((value) => typeof value === 'number').filter(Number.isFinite))
  const spans: Span[] = []
  for (const [index, low] of [undefined, ...cuts].entries()) {
    if (low !== undefined) spans.push({ value: low, from: shut(low), to: shut(low) })
    const high = cuts[index]
    const value = whole ? wholeBetween(low, high) : between(low ?? floorOf(min), high ?? ceilingOf(max))
    if (value !== undefined) spans.push({ value, ...ends(low, high) })
  }
  return spans.flatMap((span) => withinLimits(span, { min, max, whole }))
}

const ascending = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b)
const shut = (at: number | string): End => ({ at, open: false })
const floorOf = (min: number): number | undefined => (min === -Infinity ? undefined : min)
const ceilingOf = (max: number): number | undefined => (max === Infinity ? undefined : max)

function ends(low: number | string | undefined, high: number | string | undefined): Pick<Span, 'from' | 'to'> {
  return {
    ...(low === undefined ? {} : { from: { at: low, open: true } }),
    ...(high === undefined ? {} : { to: { at: high, open: true } }),
  }
}

/** A number strictly between two, or beyond one; undefined when there is none. */
function between(low: number | undefined, high: number | undefined): number | undefined {
  if (low === undefined && high === undefined) return 1
  if (low === undefined) return (high ?? 0) - 1
  if (high === undefined) return low + 1
  return low < high ? (low + high) / 2 : undefined
}

function wholeBetween(low: number | undefined, high: number | undefined): number | undefined {
  const value = low === undefined ? (high === undefined ? 1 : Math.ceil(high) - 1) : Math.floor(low) + 1
  return high === undefined || value < high ? value : undefined
}

type Limits = { readonly min: number; readonly max: number; readonly whole: boolean }

/** A span with an answer that the question accepts, if it has one. */
function withinLimits(span: Span, { min, max, whole }: Limits): readonly Span[] {
  const [low, high] = [Number(span.from?.at ?? -Infinity), Number(span.to?.at ?? Infinity)]
  if (low === high) return low >= min && low <= max && (!whole || Number.isInteger(low)) ? [span] : []
  const within = (value: number): boolean => value >= min && value <= max && value > low && value < high
  const tried = [Number(span.value), whole ? Math.ceil(min) : min, whole ? Math.floor(max) : max]
  const value = tried.find((one) => Number.isFinite(one) && within(one))
  return value === undefined ? [] : [{ ...span, value }]
}

/** Days before, on, between and after those that tests name, within the question's own limits. */
export function days(question: QuestionOf<'date'>, mentioned: readonly Scalar[]): readonly Span[] {
  const { min = '0001-01-01', max = '9998-12-31' } = question
  const named = mentioned.filter((value) => typeof value === 'string').filter(isIsoDay)
  const cuts = [...new Set(named)].sort()
  const spans: Span[] = []
  for (const [index, low] of [undefined, ...cuts].entries()) {
    if (low !== undefined && low >= min && low <= max) spans.push({ value: low, from: shut(low), to: shut(low) })
    const high = cuts[index]
    const value = low === undefined || low < min ? firstFree(min, high, max) : addDays(low, 1)
    const free = value !== undefined && (high === undefined || value < high) && value >= min && value <= max
    if (free)
      spans.push({ value: low === undefined && high === undefined ? middle(min, max) : value, ...ends(low, high) })
  }
  return spans
}

/** The day before the first that is named, or else the first allowed. */
function firstFree(min: string, high: string | undefined, max: string): string | undefined {
  if (high === undefined) return min
  const before = addDays(high, -1)
  return before < min ? undefined : before > max ? max : before
}

/** A day that reads well when any will do. */
const middle = (min: string, max: string): string => ('2027-04-01' >= min && '2027-04-01' <= max ? '2027-04-01' : min)

/** The most options named by tests of which every combination is told apart. */
const MOST_NAMED = 10

/** Every combination of ticks on the options that tests name, with or without one of the others. */
export function ticks(question: QuestionOf<'checkboxes'>, mentioned: readonly Scalar[]): readonly Span[] {
  const { options, min = 0, max = options.length } = question
  const named = options.filter(({ value }) => mentioned.includes(value)).slice(0, MOST_NAMED)
  const others = options.filter(({ value }) => !mentioned.includes(value))
  const sets = named.reduce<readonly (readonly (typeof named)[number][])[]>(
    (before, option) => before.concat(before.map((set) => [...set, option])),
    [[]],
  )
  return sets.flatMap((set) => {
    const without = named.filter((option) => !set.includes(option))
    const fewest = Math.max(set.length, min, 1)
    const fill = others.slice(0, fewest - set.length)
    if (set.length + fill.length < fewest || set.length + fill.length > max) return []
    const ticked = options.filter((option) => set.includes(option) || fill.includes(option))
    return [{ value: ticked.map(({ value }) => value), words: tickWords(set, without) }]
  })
}

type Labelled = readonly { readonly label: string }[]

function tickWords(ticked: Labelled, without: Labelled): string {
  if (ticked.length > 0) return plainList(ticked.map(({ label }) => label))
  return without.length === 0 ? 'any answer' : `none of ${plainList(without.map(({ label }) => label))}`
}

/** The bodies that tests name, and any other. */
export function bodies(mentioned: readonly Scalar[]): readonly Span[] {
  const named = [...new Set(mentioned.filter((value) => typeof value === 'string'))]
  return [...named.map((id) => ({ value: id, words: id })), { value: 'ANY-OTHER', words: 'any other body' }]
}

/** Spans of one question that belong together, as people read them. */
export function spanWords(question: Question, spans: readonly Span[]): string {
  const parts: string[] = []
  let run: Span[] = []
  const flush = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (first && last) parts.push(rangeWords(question, first, last))
    run = []
  }
  for (const span of spans) {
    if (span.words !== undefined) parts.push(span.words)
    else {
      if (!follows(run.at(-1), span)) flush()
      run.push(span)
    }
  }
  flush()
  return plainList(parts, 'or')
}

/** Whether one range begins where the other ends. */
const follows = (before: Span | undefined, next: Span): boolean =>
  before?.to !== undefined && before.to.at === next.from?.at && before.to.open !== next.from.open

function rangeWords(question: Question, first: Span, last: Span): string {
  const unit = (at: number | string): string => (typeof at === 'number' ? limitWords(at, question) : dayInWords(at))
  const step = question.type === 'date' || question.type === 'whole-number'
  const from = first.from && (step ? inside(first.from, 1) : first.from)
  const to = last.to && (step ? inside(last.to, -1) : last.to)
  if (!from && !to) return 'any answer'
  if (question.type === 'date') return dateWords(from, to, unit)
  if (from && to) return from.at === to.at ? unit(from.at) : `${lowWords(from, unit)} and ${highWords(to, unit)}`
  if (from) return from.open ? `more than ${unit(from.at)}` : `${unit(from.at)} or more`
  return to ? (to.open ? `less than ${unit(to.at)}` : `${unit(to.at)} or less`) : 'any answer'
}

type Unit = (at: number | string) => string
const lowWords = (from: End, unit: Unit): string =>
  from.open ? `more than ${unit(from.at)}` : `at least ${unit(from.at)}`
const highWords = (to: End, unit: Unit): string => (to.open ? `less than ${unit(to.at)}` : `at most ${unit(to.at)}`)

/** The end as one that the range holds, for answers that come in steps. */
function inside({ at, open }: End, direction: 1 | -1): End {
  if (!open) return { at, open }
  if (typeof at === 'string') return shut(addDays(at, direction))
  return shut(direction === 1 ? Math.floor(at) + 1 : Math.ceil(at) - 1)
}

function dateWords(from: End | undefined, to: End | undefined, unit: Unit): string {
  if (from && to) return from.at === to.at ? `on ${unit(from.at)}` : `from ${unit(from.at)} to ${unit(to.at)}`
  return from ? `${unit(from.at)} or later` : to ? `${unit(to.at)} or earlier` : 'any answer'
}
