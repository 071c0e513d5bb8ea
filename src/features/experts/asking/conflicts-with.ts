import type { Bid, Interests } from '../../../core/conflicts/index.ts'
import { standUnderRules } from '../../../core/conflicts/index.ts'
import {
  type Candidate,
  type CompanyInvolved,
  companyInterests,
  expertConflictRules,
} from '../../../core/experts/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { organisationsById } from '../../accounts/index.ts'
import { bidsOf, conflictsByRegister, interestsOfPeople, suppliersNamed } from '../../assessment/index.ts'
import { type AwardSupplier, suppliersOfAward } from '../../support/index.ts'
import type { Expert } from '../people/experts.store.ts'
import { declaredAgainst } from './offers.store.ts'
import type { ExpertRequest } from './requests.store.ts'

/**
 * What keeps experts from a council’s question, by expert: what they have said of themselves here and as assessors, against the
 * council, its partners, the suppliers that its bid names and those that its award buys support of; and what they declared.
 */
export async function conflictsWith(
  db: Database | Tx,
  request: Pick<ExpertRequest, 'fundId' | 'roundId' | 'applicationId' | 'organisationId'>,
  experts: readonly Expert[],
  at: Date,
): Promise<ReadonlyMap<string, Candidate['conflicts']>> {
  const advising = await suppliersOfAward(db, request.applicationId)
  const bids = (await bidsOf(db, request.roundId))
    .filter(({ applicationId }) => applicationId === request.applicationId)
    .map((bid) => ({ ...bid, supplierIds: [...bid.supplierIds, ...advising.map(({ id }) => id)] }))
  const involved = await companiesInvolved(db, bids, advising)
  const known = await interestsOfPeople(
    db,
    experts.map(({ personId }) => personId),
  )
  const people = experts.flatMap((expert) => {
    const before = known.find(({ personId }) => personId === expert.personId)
    return before === undefined ? [] : [withProfile(before, expert, involved, advising)]
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

/** Who leads, partners and supplies, by name: two statements. */
async function companiesInvolved(
  db: Database | Tx,
  bids: readonly Bid[],
  advising: readonly AwardSupplier[],
): Promise<readonly CompanyInvolved[]> {
  const bodies = await organisationsById(
    db,
    bids.flatMap(({ leadId, partnerIds }) => [leadId, ...partnerIds]),
  )
  const named = await suppliersNamed(
    db,
    bids.flatMap(({ supplierIds }) => supplierIds),
  )
  return [
    ...[...bodies.values()].map(({ id, name }) => ({ organisationId: id, supplierId: null, name })),
    ...[...named, ...advising].map(({ id, name }) => ({ organisationId: null, supplierId: id, name })),
  ]
}

function withProfile(
  before: Interests,
  { personId, profile }: Expert,
  involved: readonly CompanyInvolved[],
  advising: readonly AwardSupplier[],
): Interests {
  const of = (tie: string) => profile.authorities.filter((each) => each.tie === tie)
  const ids = (tie: string) => of(tie).map(({ id }) => id)
  const employers = of('employer').map(({ id, endedOn }) => ({ organisationId: id, supplierId: null, endedOn }))
  const companies = companyInterests(profile.companies, involved)
  const own = advising.filter(({ personIds }) => personIds.includes(personId)).map(({ id }) => id)
  return {
    ...before,
    employers: [...before.employers, ...employers, ...companies.employers],
    authorities: [...before.authorities, ...ids('interest'), ...companies.authorities],
    suppliers: [...before.suppliers, ...companies.suppliers, ...own],
    homes: [...before.homes, ...ids('home')],
  }
}
