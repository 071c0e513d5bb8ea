import type { ReviewRole } from '../../src/core/reviews/index.ts'
import { type OpenRound, openRound } from './open-round.ts'
import type { TestBrowser, TestServer } from './server.ts'

type Name = 'ann' | 'ben' | 'cai'

/** A strategic review of a council, as one of its people has just started it. */
export type StartedReview = {
  readonly round: OpenRound
  /** Leads and writes it. */
  readonly ann: TestBrowser
  /** Its address. */
  readonly review: string
  /** Makes somebody one of its people. @returns their browser */
  readonly join: (name: Name, roles: readonly ReviewRole[], speaksFor?: string) => Promise<TestBrowser>
}

/** Starts a review at standard depth. */
export async function startedReview(server: TestServer): Promise<StartedReview> {
  const round = await openRound(server.services)
  const ann = await server.signedIn(round.people.ann)
  const council = (await round.actor('ann')).memberships[0]?.organisationId ?? ''
  const started = await ann.post('/reviews/new', { council, title: 'Youth service', depth: 'standard' })
  const review = String(started.headers.location)
  const join: StartedReview['join'] = async (name, roles, speaksFor = '') => {
    const { email } = await round.actor(name)
    const said = { 'speaks-for': speaksFor, credentials: 'Youth work, ten years' }
    await ann.post(`${review}/people`, { email, roles: [...roles], ...said })
    return name === 'ann' ? ann : await server.signedIn(round.people[name])
  }
  return { round, ann, review, join }
}
