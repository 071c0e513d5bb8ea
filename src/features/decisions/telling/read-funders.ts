import { type FundersFirst, type FunderTold, fundersFirst } from '../../../core/decisions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { type RoleOnFund, rolesOn } from '../../accounts/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { fundersToldOf, type ToldFunder } from './funders-told.store.ts'

/** How far the funders of a round are told what was decided. */
export type FundersStand = FundersFirst & {
  readonly told: readonly ToldFunder[]
  /** People who speak for a funder and are not told yet. */
  readonly left: readonly FunderPerson[]
}

export type FunderPerson = {
  readonly organisationId: string
  readonly organisationName: string
  readonly personId: string
  readonly name: string
  readonly email: string
}

export async function readFunders(
  db: Database | Tx,
  { id, fundId, funders }: Pick<RoundInFund, 'id' | 'fundId' | 'funders'>,
): Promise<FundersStand> {
  const told = await fundersToldOf(db, id)
  const people = (await rolesOn(db, fundId)).flatMap(speaker)
  const stands = funders.map(
    ({ organisationId, organisationName }): FunderTold => ({
      name: organisationName,
      people: people.filter((each) => each.organisationId === organisationId).length,
      told: told.filter((each) => each.organisationId === organisationId).length,
    }),
  )
  const left = people.filter(
    ({ organisationId, personId }) =>
      funders.some((each) => each.organisationId === organisationId) &&
      !told.some((each) => each.organisationId === organisationId && each.personId === personId),
  )
  return { ...fundersFirst(stands), told, left }
}

const speaker = ({ role, organisationId, organisationName, person }: RoleOnFund): readonly FunderPerson[] =>
  role === 'funder' && organisationId !== null
    ? [{ organisationId, organisationName: organisationName ?? '', personId: person.id, ...nameOf(person) }]
    : []

const nameOf = ({ name, email }: RoleOnFund['person']) => ({ name: name || email, email })
