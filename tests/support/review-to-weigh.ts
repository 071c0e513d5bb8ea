import assert from 'node:assert/strict'
import type { OpenRound } from './open-round.ts'
import type { TestBrowser, TestServer } from './server.ts'
import { startedReview } from './started-review.ts'

/** A review with two criteria and two options, which one person leads and three score. */
export type ReviewToWeigh = {
  readonly round: OpenRound
  /** Leads, facilitates and scores. */
  readonly ann: TestBrowser
  readonly ben: TestBrowser
  readonly cai: TestBrowser
  /** Its address. */
  readonly review: string
  /** Ids of the criteria, in their order. */
  readonly criteria: readonly string[]
}

const anchors = { counted: 'no', worst: 'As bad as any option', best: 'As good as any option' }

const criteria = [
  { ...anchors, title: 'Reach', measures: 'How many young people come', scale: 'judged', counted: 'partly' },
  {
    ...anchors,
    title: 'Travel',
    measures: 'How far they travel',
    scale: 'measured',
    unit: 'minutes',
    'points-0-at': '10',
    'points-0-worth': '100',
    'points-1-at': '60',
    'points-1-worth': '0',
  },
]

/** Starts it, as its people would. */
export async function reviewToWeigh(server: TestServer): Promise<ReviewToWeigh> {
  const { round, ann, review, join } = await startedReview(server)
  await join('ann', ['lead', 'writer', 'facilitator', 'scorer'], 'Finance')
  const ben = await join('ben', ['scorer'], 'Staff')
  const cai = await join('cai', ['scorer'], 'Users')
  for (const criterion of criteria)
    assert.equal((await ann.post(`${review}/sheets/criteria/add`, { seen: '0', ...criterion })).status, 303)
  const { body } = await ann.get(`${review}/sheets/criteria`)
  const ids = criteria.map(({ title }) => new RegExp(`sheets/criteria/([\\w-]+)">${title}`).exec(body)?.[1] ?? '')
  return { round, ann, ben, cai, review, criteria: ids }
}
