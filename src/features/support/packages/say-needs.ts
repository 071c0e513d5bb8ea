import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result } from '../../../core/result.ts'
import { type NeedProblem, type NeedTyped, readNeeds } from '../../../core/support/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { recordSupport } from '../record-support.ts'
import { tellAward } from '../tell-award.ts'
import { insertNeed, needsOf } from './needs.store.ts'
import { openPackage, type PackageAsked } from './open-package.ts'
import { needsSaidMail } from './packages-mail.messages.ts'

/**
 * Says what a council needs, by the council or the programme team, and tells the other. What has not changed is not said
 * again.
 *
 * @returns how many kinds of help changed
 * @throws {NotFound} if the award is none of this person's
 */
export async function sayNeeds(
  services: Services,
  actor: Actor,
  { typed, ...asked }: PackageAsked & { readonly typed: readonly NeedTyped[] },
): Promise<Result<number, NeedProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { award, actor: person, place } = await openPackage(tx, actor, asked)
    const there = await needsOf(tx, award.id)
    const read = readNeeds(typed, isoDay(asked.at), there)
    if (!read.ok) return read
    const changed = read.value.filter(
      ({ work, level, what, neededBy }) =>
        !there.some(
          (need) => need.work === work && need.level === level && need.what === what && need.neededBy === neededBy,
        ),
    )
    for (const need of changed) await insertNeed(tx, award.id, { ...need, at: asked.at, by: person.personId })
    if (changed.length > 0) {
      await recordSupport(tx, person, award.fundId, {
        action: 'support.needs-said',
        at: asked.at,
        objectId: award.reference,
        facts: { side: place.side, needs: changed.map(({ work, level }) => ({ work, level })) },
      })
      const [by, other] = place.side === 'team' ? (['team', 'council'] as const) : (['council', 'team'] as const)
      const mail = (say: Say) =>
        say(needsSaidMail)(
          award,
          by,
          changed.map(({ work }) => work),
        )
      await tellAward(tx, services, award, other, mail)
    }
    return done(changed.length)
  })
}
