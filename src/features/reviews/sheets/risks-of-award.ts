import { answerOf } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { optionsOf, preferredOptionOf, reviewRisksOf } from '../../../core/reviews/index.ts'
import { entriesOf } from '../../../core/sheets/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { reviewOfAward } from './add-advice.ts'
import { readRecord } from './read-record.ts'

/** A risk as a review has it. */
export type RiskOfReview = {
  readonly id: string
  readonly title: string
  /** The option in which it is, by its title. */
  readonly option: string
  readonly isPreferred: boolean
  /** From 0 to 1. */
  readonly probability: number
  /** What it would cost, in pounds of the first year. */
  readonly pounds: number
  readonly owner: string
  readonly response: string
}

/** The review that an award pays for, with its register of risks: those of the preferred option first. */
export type RisksOfAward = { readonly title: string; readonly risks: readonly RiskOfReview[] }

/** @returns undefined where the award pays for no review that this person writes */
export async function risksOfAward(
  db: Database | Tx,
  actor: Actor,
  application: string,
): Promise<RisksOfAward | undefined> {
  const review = await reviewOfAward(db, actor, application)
  if (review === undefined) return undefined
  const record = await readRecord(db, review)
  const [options, preferred] = [optionsOf(record), preferredOptionOf(record)?.id]
  const written = new Map(entriesOf(record, 'risks').map(({ id, content }) => [id, content]))
  const text = (id: string, question: string) => String(answerOf(written.get(id) ?? {}, question) ?? '')
  const risks = reviewRisksOf(record).map(({ id, title, option, probability, pounds }) => ({
    id,
    title,
    option: options.find((each) => each.id === option)?.title ?? '',
    isPreferred: option === preferred,
    probability,
    pounds,
    owner: text(id, 'owner'),
    response: text(id, 'response'),
  }))
  return {
    title: review.title,
    risks: risks.toSorted((one, other) => Number(other.isPreferred) - Number(one.isPreferred)),
  }
}
