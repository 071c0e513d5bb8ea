import { notFound } from '../../core/errors.ts'
import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { listChanges } from '../../core/rounds/list-changes.ts'
import { type FunderProblem, type FunderTyped, readFunder } from '../../core/rounds/read-fund.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { organisationById } from '../accounts/index.ts'
import { recordEvent } from '../audit/index.ts'
import { holdFund } from './find-round.ts'
import { deleteFunder, insertFunder, updateFunder } from './funders.store.ts'
import { fundersOf } from './funds.store.ts'

type Request = {
  readonly actor: Actor
  readonly fundSlug: string
  readonly organisationId: string
  readonly typed: FunderTyped
  readonly at: Date
}

const record = async (
  tx: Tx,
  request: Omit<Request, 'typed'>,
  action: string,
  fundId: string,
  facts: object,
): Promise<void> => {
  await recordEvent(tx, {
    action,
    actorId: personIdOf(request.actor),
    fundId,
    objectType: 'funder',
    objectId: `${fundId}/${request.organisationId}`,
    at: request.at,
    facts: { organisationId: request.organisationId, ...facts },
  })
}

/**
 * Adds a body of the register to those that pay for a fund.
 *
 * @throws {NotFound} if the fund is not there, or not theirs to change
 */
export async function addFunder({ db }: Services, request: Request): Promise<Result<undefined, FunderProblem>> {
  const { actor, fundSlug, organisationId, typed } = request
  const organisation = await organisationById(db, organisationId)
  return await db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'fund:edit', fundSlug)
    const read = readFunder(typed)
    const problems: FunderProblem[] = read.ok ? [] : [...read.problems]
    // Made-up bodies pay for made-up funds only, or a real fund would seem to have them behind it.
    if (organisation === undefined || organisation.illustrative !== fund.illustrative) {
      problems.unshift({ code: 'organisation-unknown' })
    }
    if (!read.ok || problems.length > 0) return refused<FunderProblem>(...problems)
    const made = await insertFunder(tx, fund.id, organisationId, read.value)
    if (!made) return refused<FunderProblem>({ code: 'funder-twice', name: organisation?.name ?? organisationId })
    await record(tx, request, 'funder.added', fund.id, read.value)
    return done(undefined)
  })
}

/** Changes what is said of a funder and what it says. What it approved before no longer counts. @throws {NotFound} */
export async function changeFunder({ db }: Services, request: Request): Promise<Result<undefined, FunderProblem>> {
  const { actor, fundSlug, organisationId, typed } = request
  return await db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'fund:edit', fundSlug)
    const before = (await fundersOf(tx, fund.id)).find((funder) => funder.organisationId === organisationId)
    if (before === undefined) throw notFound('funder')
    const read = readFunder(typed)
    if (!read.ok) return read
    const changes = listChanges(before, read.value)
    if (Object.keys(changes).length === 0) return done(undefined)
    await updateFunder(tx, fund.id, organisationId, read.value)
    await record(tx, request, 'funder.changed', fund.id, { changes })
    return done(undefined)
  })
}

/** Takes a body away from those that pay for a fund. @throws {NotFound} */
export async function removeFunder({ db }: Services, request: Omit<Request, 'typed'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, request.actor, 'fund:edit', request.fundSlug)
    if (!(await deleteFunder(tx, fund.id, request.organisationId))) throw notFound('funder')
    await record(tx, request, 'funder.removed', fund.id, {})
  })
}
