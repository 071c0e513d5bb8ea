import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { ensurePerson, readEmail } from '../../accounts/index.ts'
import { holdFund } from '../../funds/index.ts'
import { invitationMail } from '../experts-mail.messages.ts'
import { recordExpert } from '../record-expert.ts'
import { mailPlace, writeTo } from '../write-to.ts'
import { insertExpert } from './experts.store.ts'
import { termsOf } from './terms.store.ts'

export type InviteProblem = {
  readonly code: 'email-missing' | 'email-malformed' | 'asked-already' | 'no-terms'
}

type Asked = {
  readonly slug: string
  readonly email: string
  readonly name: string
  readonly at: Date
}

/**
 * Invites somebody by email to the expert panel of a fund. They are on it once they have signed in with that address and
 * accepted the terms.
 *
 * @throws {NotFound} if the fund is not theirs to run
 */
export async function inviteExpert(
  services: Services,
  actor: Actor,
  { slug, at, ...typed }: Asked,
): Promise<Result<string, InviteProblem>> {
  const email = readEmail(typed.email)
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'experts:run', slug)
    if ((await termsOf(tx, fund.id)).length === 0) return refused<InviteProblem>({ code: 'no-terms' })
    if (!email.ok) return refused<InviteProblem>(...email.problems.map(({ code }) => ({ code })))
    const by = personIdOf(actor)
    const named = { id: services.newId(), email: email.value, name: typed.name.slice(0, 200), at }
    const { person } = await ensurePerson(tx, { ...named, illustrative: false })
    const id = await insertExpert(tx, { id: services.newId(), fundId: fund.id, personId: person.id, at, by })
    if (id === undefined) return refused<InviteProblem>({ code: 'asked-already' })
    await recordExpert(tx, { action: 'expert.invited', fundId: fund.id, by, at, on: ['expert', id] })
    await writeTo(tx, services, fund, [person], (say) => say(invitationMail)(mailPlace(services, fund)))
    return done(email.value)
  })
}
