import { type Candidate, isAway, matchExperts } from '../../../core/experts/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type Expert, expertsOf } from '../people/experts.store.ts'
import { conflictsWith } from './conflicts-with.ts'
import { hoursTakenIn, openRequestsOf } from './offers.store.ts'
import type { ExpertRequest } from './requests.store.ts'

/** An expert with how they fit a request. */
export type Matched = { readonly expert: Expert; readonly candidate: Candidate }

const dayMs = 86_400_000

/** The experts who are ready to be asked, the best for a request first. */
export async function matchRequest(db: Database | Tx, request: ExpertRequest, at: Date): Promise<readonly Matched[]> {
  const experts = (await expertsOf(db, request.fundId)).filter(({ standing }) => standing === 'ready')
  const conflicts = await conflictsWith(db, request, experts, at)
  const open = await openRequestsOf(db, request.fundId)
  const month = { from: new Date(at.getTime() - 30 * dayMs), to: new Date(at.getTime() + 30 * dayMs) }
  const hours = await hoursTakenIn(db, request.fundId, month)
  const wantedOn = request.wantedOn ?? isoDay(at)
  const candidates = matchExperts(
    request,
    experts.map((expert) => ({
      expertId: expert.id,
      serviceAreas: expert.profile.serviceAreas,
      deliveryModels: expert.profile.deliveryModels,
      disciplines: expert.profile.disciplines,
      openRequests: open.get(expert.id) ?? 0,
      hoursAMonth: expert.profile.hoursAMonth,
      hoursTaken: hours.get(expert.id) ?? 0,
      away: isAway(expert.profile.away, wantedOn),
      conflicts: conflicts.get(expert.id) ?? [],
    })),
  )
  const byId = new Map(experts.map((expert) => [expert.id, expert]))
  return candidates.flatMap((candidate) => {
    const expert = byId.get(candidate.expertId)
    return expert === undefined ? [] : [{ expert, candidate }]
  })
}
