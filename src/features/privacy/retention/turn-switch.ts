import { notFound } from '../../../core/errors.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { switchStand } from '../../../core/privacy/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { hasSubstance } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { asAdministrator } from '../as-administrator.ts'
import { confirmTurn, insertTurn, lockSwitch } from './retention.store.ts'

export type SwitchProblem = { readonly code: 'reason-too-thin' | 'confirmed-by-the-same' | 'nothing-to-confirm' }

/** What came of it. `withdrawn`: what had been asked for and was not confirmed. `nothing`: it stood so already. */
export type Turned = 'asked' | 'withdrawn' | 'off' | 'nothing'

type Turning = { readonly actor: Actor; readonly at: Date }

/**
 * Asks for retention to be carried out, takes that back before it is confirmed, or stops it at once. Asking again while it is on or waits changes nothing.
 *
 * @throws {NotFound} for whoever does not look after the service, as everything here
 */
export async function turnSwitch(
  services: Services,
  { actor, turn, reason, at }: Turning & { readonly turn: string; readonly reason: string },
): Promise<Result<Turned, SwitchProblem>> {
  const { personId } = asAdministrator(actor)
  if (turn !== 'on' && turn !== 'off') throw notFound('switch')
  if (!hasSubstance(reason)) return refused({ code: 'reason-too-thin' })
  return await services.db.transaction().execute(async (tx) => {
    const turned = whatComes(turn, switchStand(await lockSwitch(tx)))
    if (turned === 'nothing') return done(turned)
    await insertTurn(tx, { turn, reason, at, by: personId })
    await record(tx, { personId, at }, actions[turned], { reason })
    return done(turned)
  })
}

function whatComes(turn: 'on' | 'off', { on, waiting }: { readonly on: boolean; readonly waiting: unknown }): Turned {
  if (turn === 'on') return on || waiting !== undefined ? 'nothing' : 'asked'
  if (on) return 'off'
  return waiting === undefined ? 'nothing' : 'withdrawn'
}

const actions: Readonly<Record<Exclude<Turned, 'nothing'>, string>> = {
  asked: 'retention.asked-for',
  withdrawn: 'retention.withdrawn',
  off: 'retention.switched-off',
}

/** Confirms what somebody else has asked for: from then on the rules are carried out each night. */
export async function confirmSwitch(
  services: Services,
  { actor, number, at }: Turning & { readonly number: number },
): Promise<Result<undefined, SwitchProblem>> {
  const { personId } = asAdministrator(actor)
  return await services.db.transaction().execute(async (tx) => {
    const { waiting } = switchStand(await lockSwitch(tx))
    if (waiting === undefined || waiting.number !== number)
      return refused<SwitchProblem>({ code: 'nothing-to-confirm' })
    if (waiting.askedBy === personId) return refused<SwitchProblem>({ code: 'confirmed-by-the-same' })
    await confirmTurn(tx, number, at, personId)
    await record(tx, { personId, at }, 'retention.switched-on', { number })
    return done(undefined)
  })
}

async function record(
  tx: Tx,
  { personId, at }: { readonly personId: string; readonly at: Date },
  action: string,
  facts: Readonly<Record<string, string | number>>,
): Promise<void> {
  await recordEvent(tx, { action, actorId: personId, objectType: 'retention', objectId: 'service', at, facts })
}
