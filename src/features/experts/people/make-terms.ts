import type { PostedFields, Problem } from '../../../core/forms/index.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdFund } from '../../funds/index.ts'
import { termsChangedMail } from '../experts-mail.messages.ts'
import { numberIn, readPosted, textIn } from '../read-posted.ts'
import { recordExpert } from '../record-expert.ts'
import { mailPlace, writeTo } from '../write-to.ts'
import { expertsOf } from './experts.store.ts'
import { insertTerms, termsOf } from './terms.store.ts'
import { termsForm } from './terms-form.ts'

/**
 * Puts another version of the terms in force. Whoever accepted an earlier one is asked to accept it, and is offered nothing
 * until they have.
 *
 * @throws {NotFound} if the fund is not theirs to run
 */
export async function makeTerms(
  services: Services,
  actor: Actor,
  { slug, fields, at }: { readonly slug: string; readonly fields: PostedFields; readonly at: Date },
): Promise<Result<number, Problem>> {
  const { answers, problems } = readPosted(termsForm, fields)
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'experts:run', slug)
    if (problems.length > 0) return refused(...problems)
    const [before] = await termsOf(tx, fund.id)
    const number = (before?.number ?? 0) + 1
    const text = textIn(answers, 'text')
    const feePounds = Math.round(numberIn(answers, 'fee'))
    const sha256 = services.sha256(JSON.stringify({ feePounds, text }))
    const by = personIdOf(actor)
    await insertTerms(tx, fund.id, { number, text, feePounds, sha256, madeAt: at, by })
    const facts = { number, sha256, feePounds }
    await recordExpert(tx, { action: 'expert.terms-made', fundId: fund.id, by, at, on: ['fund', fund.id], facts })
    const asked = (await expertsOf(tx, fund.id)).filter(({ standing }) => standing === 'terms-changed')
    const people = asked.map(({ personId: id, email }) => ({ id, email }))
    await writeTo(tx, services, fund, people, (say) => say(termsChangedMail)(mailPlace(services, fund)))
    return done(number)
  })
}
