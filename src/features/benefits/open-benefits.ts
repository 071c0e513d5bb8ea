import { notFound } from '../../core/errors.ts'
import { type Actor, may, type SignedIn } from '../../core/permissions/index.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { actsInPlaceOf } from '../applications/index.ts'
import { acceptedAward, type BenefitAward, lockAward } from './awards.store.ts'

/**
 * What has to be allowed to somebody. `write`: people of the council. `confirm`: whoever is named for its finance. `run`: the
 * programme team. `read`: all of these, and others who may look at what a fund has awarded.
 */
export type BenefitNeed = 'read' | 'write' | 'confirm' | 'run'

export type OpenedBenefits = {
  readonly actor: SignedIn
  readonly award: BenefitAward
  readonly may: Readonly<Record<BenefitNeed, boolean>>
}

export type BenefitsAsked = {
  readonly actor: Actor
  readonly reference: string
  readonly need: BenefitNeed
  readonly at: Date
}

/**
 * The benefits of an accepted award.
 *
 * @throws {NotFound} if there is none, or what is needed is not allowed to this person
 */
export async function openBenefits(
  db: Database | Tx,
  { actor, reference, need, at }: BenefitsAsked,
): Promise<OpenedBenefits> {
  const award = actor.kind === 'person' ? await acceptedAward(db, reference) : undefined
  if (actor.kind !== 'person' || award === undefined) throw notFound('award')
  const write = await actsInPlaceOf(db, actor, award.organisationId, at)
  const confirm = award.finance?.email === actor.email
  const run = may(actor, 'benefits:run', award.fundId)
  const read = write || confirm || may(actor, 'benefits:read', award.fundId)
  const allowed = { read, write, confirm, run }
  if (!allowed[need]) throw notFound('award')
  return { actor, award, may: allowed }
}

/** The same, held against other changes until the transaction ends. @throws {NotFound} */
export async function holdBenefits(tx: Tx, asked: BenefitsAsked): Promise<OpenedBenefits> {
  const opened = await openBenefits(tx, asked)
  await lockAward(tx, opened.award.id)
  return opened
}
