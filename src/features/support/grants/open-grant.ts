import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { type GrantMoney, grantMoney, type Instalment } from '../../../core/support/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { holdFundOf, type SupportedAward } from '../packages/awards.store.ts'
import { type OpenedPackage, openPackage, type PackageAsked } from '../packages/open-package.ts'
import { type Claim, claimsOf } from './claims.store.ts'
import { type ConditionMet, conditionsMet, type Schedule, schedulesOf } from './schedules.store.ts'
import { type MoneyBack, returnsOf, type Statement, statementsOf, type YearEnd, yearEndsOf } from './settling.store.ts'

/** An award of money with all that came of it. */
export type Grant = {
  /** Every version of its instalments, the last one first. */
  readonly schedules: readonly Schedule[]
  /** Of the version in force. */
  readonly instalments: readonly Instalment[]
  readonly met: readonly ConditionMet[]
  readonly claims: readonly Claim[]
  readonly returns: readonly MoneyBack[]
  readonly statements: readonly Statement[]
  readonly yearEnds: readonly YearEnd[]
  readonly money: GrantMoney
}

export type OpenedGrant = OpenedPackage & { readonly grant: Grant }

/** Which grant something is done to, and from where. */
export type GrantDoing = Omit<PackageAsked, 'does'>

/** All that came of an award of money: six statements. */
export async function readGrant(db: Database | Tx, { id, pounds }: SupportedAward): Promise<Grant> {
  const schedules = await schedulesOf(db, id)
  const instalments = schedules[0]?.instalments ?? []
  const claims = await claimsOf(db, id)
  const returns = await returnsOf(db, id)
  const statements = await statementsOf(db, id)
  const spentPence = statements[0]?.spentPence ?? 0
  return {
    schedules,
    instalments,
    met: await conditionsMet(db, id),
    claims,
    returns,
    statements,
    yearEnds: await yearEndsOf(db, id),
    money: grantMoney({ pounds, instalments, claims, returns, spentPence }),
  }
}

/**
 * A grant that stays as it is until the transaction ends, for somebody who does something to it.
 *
 * @param side who may do it
 * @throws {NotFound} for all others, where the award is not one of money, and where it is no longer in force
 */
export async function holdGrant(
  tx: Tx,
  actor: Actor,
  asked: GrantDoing,
  side: 'team' | 'council',
): Promise<OpenedGrant> {
  const opened = await openPackage(tx, actor, { ...asked, does: true })
  const { award, place } = opened
  if (place.side !== side || award.type !== 'grant' || !award.accepted) throw notFound('grant')
  await holdFundOf(tx, award.id)
  return { ...opened, grant: await readGrant(tx, award) }
}

/** Whether what an instalment asks for is met; one that asks for nothing is. */
export const isMet = (
  { number, condition }: Pick<Instalment, 'number' | 'condition'>,
  met: readonly ConditionMet[],
): boolean => condition === '' || met.some((each) => each.instalment === number && each.condition === condition)
