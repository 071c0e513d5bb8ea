import { type Actor, personIdOf } from '../../core/permissions/index.ts'
import { done, type Result, refused } from '../../core/result.ts'
import { type RoundProblem, type RoundTyped, readRound } from '../../core/rounds/read-round.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { findRound, holdFund } from './find-round.ts'
import { insertRound, roundSlugTaken, updateSignOffs } from './funds.store.ts'
import { rulesDraftOf, saveRulesDraft } from './sealing/sealing.store.ts'

/** Takes what is published on the pages of a round into another round, as drafts. The area of guidance, which comes later, knows how. */
export type CopyPages = (
  tx: Tx,
  services: Services,
  copy: { readonly from: string; readonly to: string; readonly by: string | null; readonly at: Date },
) => Promise<void>

/** Where there are no pages. */
export const noPages: CopyPages = async () => {}

/**
 * Makes a round of a fund, without a timetable and not public. A copy takes the form of the round it is made from, and
 * its rules of assessment, to be sealed anew, and what is published on its pages, as drafts; everything else is as typed,
 * which the page fills from that round.
 *
 * @param request `copyOf`: the slug of another round of the fund
 * @param copyPages how the area that writes the pages copies them
 * @returns the slug of the round
 * @throws {NotFound} if the fund, or the round to copy, is not there or not theirs to change
 */
export async function createRound(
  services: Services,
  request: {
    readonly actor: Actor
    readonly fundSlug: string
    readonly typed: RoundTyped
    readonly copyOf?: string | undefined
    readonly at: Date
  },
  copyPages: CopyPages = noPages,
): Promise<Result<{ readonly slug: string }, RoundProblem>> {
  const { actor, fundSlug, typed, copyOf, at } = request
  return await services.db.transaction().execute(async (tx) => {
    const fund = await holdFund(tx, actor, 'fund:edit', fundSlug)
    const original =
      copyOf === undefined ? undefined : await findRound(tx, actor, 'fund:edit', { fundSlug, roundSlug: copyOf })
    const id = services.newId()
    const read = readRound(typed)
    const problems: RoundProblem[] = read.ok ? [] : [...read.problems]
    if (await roundSlugTaken(tx, { id, fundId: fund.id }, typed.slug.trim())) {
      problems.push({ code: 'slug-taken', field: 'slug' })
    }
    if (!read.ok || problems.length > 0) return refused<RoundProblem>(...problems)
    await insertRound(tx, {
      ...read.value,
      id,
      fundId: fund.id,
      formVersionId: original?.formVersionId ?? null,
      illustrative: fund.illustrative,
      createdAt: at,
    })
    if (original !== undefined) await updateSignOffs(tx, id, original.signOffs)
    const rules = original && (await rulesDraftOf(tx, original.id))?.rules
    if (rules !== undefined) await saveRulesDraft(tx, { roundId: id, rules, revision: 0, at, by: personIdOf(actor) })
    if (original !== undefined) await copyPages(tx, services, { from: original.id, to: id, by: personIdOf(actor), at })
    await recordEvent(tx, {
      action: 'round.created',
      actorId: personIdOf(actor),
      fundId: fund.id,
      objectType: 'round',
      objectId: id,
      at,
      facts: { ...read.value, copyOf: original?.id ?? null },
    })
    return done({ slug: read.value.slug })
  })
}
