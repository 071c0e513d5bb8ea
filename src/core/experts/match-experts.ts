import { covered } from '../assignment/match.ts'
import type { StandingKind } from '../conflicts/index.ts'

/** What a request asks of an expert. */
export type RequestSubject = {
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  readonly disciplines: readonly string[]
}

/** An expert as far as a match asks. */
export type ExpertToMatch = RequestSubject & {
  readonly expertId: string
  /** Requests that they were offered or have taken, and that are not advised on yet. */
  readonly openRequests: number
  /** Hours that they can give a month, and how many of this month are spent or booked. */
  readonly hoursAMonth: number
  readonly hoursTaken: number
  /** Whether they are away on the day by which an answer is wanted. */
  readonly away: boolean
  readonly conflicts: readonly { readonly kind: StandingKind; readonly hard: boolean }[]
}

/** Why an expert may be chosen only with a reason. */
export type Caution = 'away' | 'no-hours-left' | 'soft-conflict'

/**
 * An expert for a request. `free`: can be offered it. `with-reason`: only if the programme team says why. `never`: has a
 * hard conflict, and is not offered it.
 */
export type Candidate = {
  readonly expertId: string
  readonly stands: 'free' | 'with-reason' | 'never'
  /** In thousandths, so that equals are equal. */
  readonly match: number
  /** Each from 0 to 1. */
  readonly parts: {
    readonly serviceAreas: number
    readonly deliveryModels: number
    readonly disciplines: number
    readonly room: number
  }
  readonly openRequests: number
  readonly cautions: readonly Caution[]
  readonly conflicts: ExpertToMatch['conflicts']
}

const order = { free: 0, 'with-reason': 1, never: 2 } as const

/**
 * Experts for a request, the best first: 0.4 for service areas, 0.2 for delivery models, 0.2 for disciplines and 0.2 for room,
 * which is 1 for somebody with no open request and falls with each. What a request does not say counts half for everybody. Of
 * equals the one with fewer open requests goes before, then the one with fewer hours taken, then the lower id.
 */
export const matchExperts = (subject: RequestSubject, experts: readonly ExpertToMatch[]): readonly Candidate[] =>
  experts
    .map((expert) => ({ expert, candidate: candidateOf(subject, expert) }))
    .sort(
      ({ expert: one, candidate: first }, { expert: other, candidate: second }) =>
        order[first.stands] - order[second.stands] ||
        second.match - first.match ||
        one.openRequests - other.openRequests ||
        one.hoursTaken - other.hoursTaken ||
        (one.expertId < other.expertId ? -1 : 1),
    )
    .map(({ candidate }) => candidate)

function candidateOf(subject: RequestSubject, expert: ExpertToMatch): Candidate {
  const { expertId, openRequests, conflicts } = expert
  const parts = {
    serviceAreas: covered(subject.serviceAreas, expert.serviceAreas),
    deliveryModels: covered(subject.deliveryModels, expert.deliveryModels),
    disciplines: covered(subject.disciplines, expert.disciplines),
    room: 1 / (1 + openRequests),
  }
  const { serviceAreas, deliveryModels, disciplines, room } = parts
  const match = Math.round((0.4 * serviceAreas + 0.2 * deliveryModels + 0.2 * disciplines + 0.2 * room) * 1000)
  const cautions = cautionsOf(expert)
  const hard = conflicts.some((conflict) => conflict.hard)
  const stands = hard ? 'never' : cautions.length > 0 ? 'with-reason' : 'free'
  return { expertId, stands, match, parts, openRequests, cautions, conflicts }
}

const cautionsOf = ({ away, hoursAMonth, hoursTaken, conflicts }: ExpertToMatch): readonly Caution[] => [
  ...(away ? (['away'] as const) : []),
  ...(hoursTaken >= hoursAMonth ? (['no-hours-left'] as const) : []),
  ...(conflicts.some(({ hard }) => !hard) ? (['soft-conflict'] as const) : []),
]
