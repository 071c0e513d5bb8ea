import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { ensurePerson, readEmail } from '../../accounts/index.ts'
import { queueAbout } from '../../applications/index.ts'
import { benefitsPath } from '../benefits.paths.ts'
import { holdBenefits } from '../open-benefits.ts'
import { recordBenefits } from '../record-benefits.ts'
import { insertFinance } from './confirmations.store.ts'
import { type FinanceProblem, financeMail } from './confirming.messages.ts'

const mostCharacters = 100

type Asked = {
  readonly reference: string
  readonly typed: { readonly email: string; readonly name: string }
  readonly at: Date
  /** Where the service can be reached. */
  readonly origin: string
}

/**
 * Names who confirms figures for the finance of the council, and tells them. They see the benefits of this award and nothing
 * else of the council.
 *
 * @throws {NotFound} if this person does not act for the council
 */
export async function nameFinance(
  services: Services,
  actor: Actor,
  { reference, typed, at, origin }: Asked,
): Promise<Result<null, FinanceProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdBenefits(tx, { actor, reference, need: 'write', at })
    const { award } = opened
    const read = readEmail(typed.email)
    const problems: FinanceProblem[] = [
      ...(typed.name === '' ? [{ code: 'name-missing' } as const] : []),
      ...(typed.name.length > mostCharacters ? [{ code: 'name-too-long' } as const] : []),
      ...(read.ok ? [] : read.problems),
      ...(read.ok && read.value === opened.actor.email ? [{ code: 'is-oneself' } as const] : []),
    ]
    if (!read.ok || problems.length > 0) return refused(...problems)
    const [email, { name }] = [read.value, typed]
    const { person } = await ensurePerson(tx, { id: services.newId(), email, at })
    await insertFinance(tx, award.id, { email, name, at, by: opened.actor.personId })
    await recordBenefits(tx, opened, { action: 'benefits.finance-named', at, facts: { person: person.id } })
    await queueAbout(tx, services, award, {
      kind: 'benefits.finance-named',
      recipient: email,
      personId: person.id,
      words: (say) =>
        say(financeMail)({
          council: award.organisation,
          title: award.title,
          link: `${origin}${benefitsPath(reference)}`,
        }),
    })
    return done(null)
  })
}
