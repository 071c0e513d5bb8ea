import { organisationsOf } from '../../core/permissions/index.ts'
import { slotName } from '../../core/sign-offs/index.ts'
import { askedOf, signOffPath } from '../applications/index.ts'
import { asked, type FindWaiting } from './waiting-item.ts'

/** What somebody is asked to sign off: one statement. */
export const signOffsWaiting: FindWaiting = async (db, actor, now) => {
  const slots = await askedOf(db, { email: actor.email, organisationIds: organisationsOf(actor), at: now })
  return slots.map(({ reference, fund, ...slot }) => ({
    href: signOffPath(reference, slotName(slot)),
    title: `Sign off application ${reference}`,
    detail: fund,
    state: asked('Waits for your signature'),
    asks: true,
    about: reference,
  }))
}
