import assert from 'node:assert/strict'
import { type OpenRound, openRound } from './open-round.ts'
import type { TestBrowser, TestServer } from './server.ts'

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
  const round = await openRound(server.services)
  const [ann, ben, cai] = await Promise.all(
    (['ann', 'ben', 'cai'] as const).map((name) => server.signedIn(round.people[name])),
  )
  if (ann === undefined || ben === undefined || cai === undefined) assert.fail('three people sign in')
  const council = (await round.actor('ann')).memberships[0]?.organisationId ?? ''
  const started = await ann.post('/reviews/new', { council, title: 'Youth service', depth: 'standard' })
  const review = String(started.headers.location)
  const set = async (name: 'ann' | 'ben' | 'cai', roles: readonly string[], speaksFor: string) =>
    await ann.post(`${review}/people`, {
      email: (await round.actor(name)).email,
      roles: [...roles],
      'speaks-for': speaksFor,
      credentials: 'Youth work, ten years',
    })
  await set('ann', ['lead', 'writer', 'facilitator', 'scorer'], 'Finance')
  await set('ben', ['scorer'], 'Staff')
  await set('cai', ['scorer'], 'Users')
  for (const criterion of criteria)
    assert.equal((await ann.post(`${review}/sheets/criteria/add`, { seen: '0', ...criterion })).status, 303)
  const { body } = await ann.get(`${review}/sheets/criteria`)
  const ids = criteria.map(({ title }) => new RegExp(`sheets/criteria/([\\w-]+)">${title}`).exec(body)?.[1] ?? '')
  return { round, ann, ben, cai, review, criteria: ids }
}
