import { type Result, refused } from '../result.ts'
import { type FieldProblem, readChoice, readNumber, readText, together } from '../rounds/field-problem.ts'
import type { IsoDay } from '../time/day.ts'
import type { TypedDay } from '../time/typed-day.ts'
import { type DayProblem, readDueDay } from './read-day.ts'

/** Those who accept what is delivered, and agree to changes: both have to. */
export const acceptingSides = ['council', 'team'] as const
export type AcceptingSide = (typeof acceptingSides)[number]

/** What a side said of what was put before it. */
export type SideAnswer = { readonly side: AcceptingSide; readonly yes: boolean }

/** Where something stands that both sides have to agree to. */
export type BothStand = 'waits' | 'agreed' | 'refused'

/** One no is enough for no; only two make a yes. @example bothStand([{ side: 'team', yes: true }]) // => 'waits' */
export function bothStand(answers: readonly SideAnswer[]): BothStand {
  if (answers.some(({ yes }) => !yes)) return 'refused'
  return acceptingSides.every((side) => answers.some((answer) => answer.side === side)) ? 'agreed' : 'waits'
}

/**
 * Where a deliverable stands, by what was said of its last delivery; `late` where it is due and not delivered, and
 * `not-delivered` where its order was closed before it was accepted.
 */
export type DeliverableStand = 'to-come' | 'late' | 'delivered' | 'sent-back' | 'accepted' | 'not-delivered'

/**
 * Where a deliverable stands.
 *
 * @param last what was said of the last delivery; undefined where there was none
 */
export function deliverableStand(
  last: readonly SideAnswer[] | undefined,
  dueOn: IsoDay,
  today: IsoDay,
): DeliverableStand {
  if (last === undefined) return today > dueOn ? 'late' : 'to-come'
  const stand = bothStand(last)
  if (stand === 'agreed') return 'accepted'
  return stand === 'refused' ? 'sent-back' : 'delivered'
}

/** Whether a side has still to say something of a delivery. */
export const owesAnswer = (side: AcceptingSide, answers: readonly SideAnswer[]): boolean =>
  bothStand(answers) === 'waits' && !answers.some((answer) => answer.side === side)

/** A deliverable as typed. */
export type DeliverableTyped = { readonly title: string; readonly price: string; readonly due: TypedDay }

export type DeliverableRead = { readonly title: string; readonly netPence: number; readonly dueOn: IsoDay }

export type DeliverableProblem = FieldProblem<'deliverable' | 'price'> | DayProblem<'deliverable-due'>

/** A deliverable from what was typed. */
export function readDeliverable(
  { title, price, due }: DeliverableTyped,
  today: IsoDay,
): Result<DeliverableRead, DeliverableProblem> {
  const pounds = readNumber('price', price, { least: 0, most: 10_000_000, decimals: 2 })
  return together<DeliverableRead, DeliverableProblem>({
    title: readText('deliverable', title, { most: 200, needed: true }),
    netPence: pounds.ok ? { ok: true, value: Math.round(pounds.value * 100) } : refused(...pounds.problems),
    dueOn: readDueDay('deliverable-due', due, today),
  })
}

/** A yes or no with its reason, as typed. */
export type AnswerTyped = { readonly answer: string; readonly reason: string }

export type AnswerRead = { readonly answer: 'yes' | 'no'; readonly reason: string }

export type AnswerProblem = FieldProblem<'answer' | 'answer-reason'>

/** What a side says of what is put before it; it always says why. */
export const readAnswer = ({ answer, reason }: AnswerTyped): Result<AnswerRead, AnswerProblem> =>
  together<AnswerRead, AnswerProblem>({
    answer: readChoice('answer', answer, ['yes', 'no']),
    reason: readText('answer-reason', reason, { most: 2000, needed: true }),
  })
