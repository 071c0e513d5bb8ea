import { type Interests, standUnderRules } from '../../../core/conflicts/index.ts'
import { type Candidate, expertConflictRules, isAway, matchExperts } from '../../../core/experts/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { bidsOf, conflictsByRegister, interestsOfPeople } from '../../assessment/index.ts'
import { type Expert, expertsOf } from '../people/experts.store.ts'
import { declaredAgainst, hoursTakenIn, openRequestsOf } from './offers.store.ts'
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

/**
 * What keeps experts from a council’s question, by expert: what they have said of themselves here and as assessors, against the
 * council and its partners, as for assessors; and what they declared.
 */
export async function conflictsWith(
  db: Database | Tx,
  request: Pick<ExpertRequest, 'fundId' | 'roundId' | 'applicationId' | 'organisationId'>,
  experts: readonly Expert[],
  at: Date,
): Promise<ReadonlyMap<string, Candidate['conflicts']>> {
  const bids = (await bidsOf(db, request.roundId)).filter(
    ({ applicationId }) => applicationId === request.applicationId,
  )
  const known = await interestsOfPeople(
    db,
    experts.map(({ personId }) => personId),
  )
  const people = experts.flatMap((expert) => {
    const before = known.find(({ personId }) => personId === expert.personId)
    return before === undefined ? [] : [withProfile(before, expert)]
  })
  const found = await conflictsByRegister(db, { bids, people, countedOn: isoDay(at) })
  const declared = await declaredAgainst(db, request.fundId, request.organisationId)
  const standing = standUnderRules(found, expertConflictRules, {
    releases: [],
    declared: experts
      .filter(({ id }) => declared.has(id))
      .map(({ personId }) => ({ personId, applicationId: request.applicationId })),
  })
  return new Map(
    experts.map(({ id, personId }) => [
      id,
      standing
        .filter((one) => one.personId === personId)
        .map(({ kind, treatment }) => ({ kind, hard: treatment === 'hard' })),
    ]),
  )
}

function withProfile(before: Interests, { profile }: Expert): Interests {
  const of = (tie: string) => profile.authorities.filter((each) => each.tie === tie)
  const ids = (tie: string) => of(tie).map(({ id }) => id)
  const employers = of('employer').map(({ id, endedOn }) => ({ organisationId: id, supplierId: null, endedOn }))
  return {
    ...before,
    employers: [...before.employers, ...employers],
    authorities: [...before.authorities, ...ids('interest')],
    homes: [...before.homes, ...ids('home')],
  }
}
