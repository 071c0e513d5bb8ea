import { addDays, isoDay } from '../../core/time/day.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { insertEvents } from './insert-events.ts'
import { insertPeople } from './insert-people.ts'
import { insertRows } from './insert-rows.ts'
import type { MadeAssessor } from './make-assessors.ts'

export type SeededAssessor = MadeAssessor & { readonly id: string }

export type AssessorsCase = {
  readonly round: RoundInFund & { readonly deadlineAt: Date }
  readonly assessors: readonly MadeAssessor[]
  readonly suppliers: readonly string[]
  readonly programmeId: string
  /** When they were asked; they accept a day later. */
  readonly at: Date
}

/** So many of the assessors can be signed in as. */
const forNewcomers = 3

const day = 86_400_000

/** Made-up assessors who have accepted, with what they know and what they are to others. */
export async function seedAssessors(
  tx: Tx,
  services: Services,
  given: AssessorsCase,
): Promise<{ readonly assessors: readonly SeededAssessor[]; readonly supplierIds: readonly string[] }> {
  const { round, programmeId, at } = given
  const people = await insertPeople(
    tx,
    services,
    given.assessors.map(({ email, name, jobTitle }, index) => ({
      email,
      name,
      jobTitle,
      illustrative: index < forNewcomers,
    })),
    at,
  )
  const assessors = given.assessors.map((each) => ({ ...each, id: people.get(each.email) ?? '' }))
  const accepted = new Date(at.getTime() + day)
  const asked = { invited_at: at, invited_by: programmeId, answered_at: accepted, interests_confirmed_at: accepted }
  const rows = assessors.map(({ id, expertise }) => ({
    round_id: round.id,
    person_id: id,
    state: 'accepted',
    expertise,
    ...asked,
  }))
  const types = { round_id: 'uuid', person_id: 'uuid', state: 'text', expertise: 'jsonb', invited_by: 'uuid' }
  const dates = { invited_at: 'timestamptz', answered_at: 'timestamptz', interests_confirmed_at: 'timestamptz' }
  await insertRows(tx, 'assessor', { ...types, ...dates }, rows)
  const supplierIds = await insertSuppliers(tx, services, given)
  await insertInterests(tx, services, { round, assessors, supplierIds, accepted })
  await giveRoles(tx, services, round.fundId, assessors, accepted)
  return { assessors, supplierIds }
}

async function insertSuppliers(tx: Tx, services: Services, given: AssessorsCase): Promise<readonly string[]> {
  const fund_id = given.round.fundId
  const rows = given.suppliers.map((name) => ({ id: services.newId(), fund_id, name, illustrative: true }))
  await insertRows(tx, 'supplier', { id: 'uuid', fund_id: 'uuid', name: 'text', illustrative: 'boolean' }, rows)
  return rows.map(({ id }) => id)
}

type Interested = {
  readonly round: AssessorsCase['round']
  readonly assessors: readonly SeededAssessor[]
  readonly supplierIds: readonly string[]
  readonly accepted: Date
}

async function insertInterests(
  tx: Tx,
  services: Services,
  { round, assessors, supplierIds, accepted }: Interested,
): Promise<void> {
  const rows = assessors.flatMap(({ id: personId, interests }) =>
    interests.map(({ kind, organisationId, supplier, endedDaysBefore }) => ({
      id: services.newId(),
      round_id: round.id,
      person_id: personId,
      kind,
      organisation_id: organisationId,
      supplier_id: supplier === null ? null : (supplierIds[supplier] ?? null),
      ended_on: endedDaysBefore === null ? null : addDays(isoDay(round.deadlineAt), -endedDaysBefore),
      recorded_at: accepted,
    })),
  )
  const ids = { id: 'uuid', round_id: 'uuid', person_id: 'uuid', kind: 'text', organisation_id: 'text' }
  const more = { supplier_id: 'uuid', ended_on: 'date', recorded_at: 'timestamptz' }
  await insertRows(tx, 'assessor_interest', { ...ids, ...more }, rows)
}

async function giveRoles(
  tx: Tx,
  services: Services,
  fundId: string,
  assessors: readonly SeededAssessor[],
  at: Date,
): Promise<void> {
  const rows = assessors.map(({ id }) => ({
    id: services.newId(),
    person_id: id,
    fund_id: fundId,
    role: 'assessor',
    assigned_at: at,
  }))
  const types = { id: 'uuid', person_id: 'uuid', fund_id: 'uuid', role: 'text', assigned_at: 'timestamptz' }
  await insertRows(tx, 'role_assignment', types, rows)
  await insertEvents(
    tx,
    services,
    fundId,
    rows.map(({ id, person_id: personId }) => ({
      action: 'role.given',
      actorId: null,
      objectType: 'role',
      objectId: id,
      at,
      facts: { role: 'assessor', personId, organisationId: null },
    })),
  )
}
