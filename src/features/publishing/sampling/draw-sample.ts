import { canonicalJson } from '../../../core/canonical/index.ts'
import { notFound } from '../../../core/errors.ts'
import { drawSample, membersOf, populations, strataKinds } from '../../../core/evidence/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { itemsOf } from './populations.store.ts'
import { insertSample } from './samples.store.ts'

/** What was typed. */
export type TypedSample = {
  readonly population: string
  readonly strata: string
  readonly size: string
  readonly seed: string
}

export type DrawProblem =
  | { readonly code: 'population-missing'; readonly field: 'population' }
  | { readonly code: 'strata-missing'; readonly field: 'strata' }
  | { readonly code: 'size-unreadable'; readonly field: 'size' }
  | { readonly code: 'size-beyond'; readonly field: 'size'; readonly most: number }
  | { readonly code: 'seed-unreadable'; readonly field: 'seed' }
  | { readonly code: 'nothing-there'; readonly field: 'population' }

/** Seeds are of 32 bits: as many as anybody needs, and short enough to read out. */
export const largestSeed = 2 ** 32 - 1

/** The most that one sample holds: a work sheet of more is filled in by nobody. */
export const largestSample = 1000

/**
 * Draws a sample of a round as it now is, and keeps what it was drawn from.
 *
 * @returns the number of the sample
 * @throws {NotFound} if the round is not there, or not this person's to audit
 */
export async function drawRoundSample(
  services: Services,
  {
    actor,
    path,
    typed,
    at,
  }: { readonly actor: Actor; readonly path: RoundPath; readonly typed: TypedSample; readonly at: Date },
): Promise<Result<number, DrawProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'evidence:sample', path)
    if (actor.kind !== 'person') throw notFound('round')
    const population = populations.find((each) => each === typed.population)
    const strata = strataKinds.find((each) => each === typed.strata)
    const members = population === undefined ? [] : await itemsOf(tx, round, population)
    const problems = problemsOf(typed, members.length)
    if (population === undefined || strata === undefined || problems.length > 0) return refused(...problems)
    const [size, seed] = [Number(typed.size), Number(typed.seed)]
    const drawn = drawSample(membersOf(members, strata), { size, seed })
    const text = canonicalJson(members)
    const sha256 = services.sha256(text)
    const row = { id: services.newId(), roundId: round.id, population, strata, seed, drawn, text, sha256 }
    const number = await insertSample(tx, { ...row, at, by: actor.personId })
    await recordEvent(tx, {
      action: 'evidence.sample-drawn',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'evidence',
      objectId: `evidence/${round.id}`,
      at,
      facts: { number, population, strata, size, seed, members: members.length, sha256 },
    })
    return done(number)
  })
}

function problemsOf({ population, strata, size, seed }: TypedSample, members: number): readonly DrawProblem[] {
  const problems: DrawProblem[] = []
  const known = populations.some((each) => each === population)
  if (!known) problems.push({ code: 'population-missing', field: 'population' })
  else if (members === 0) problems.push({ code: 'nothing-there', field: 'population' })
  const most = Math.min(members, largestSample)
  if (!/^[1-9]\d{0,8}$/.test(size)) problems.push({ code: 'size-unreadable', field: 'size' })
  else if (known && members > 0 && Number(size) > most) problems.push({ code: 'size-beyond', field: 'size', most })
  if (!strataKinds.some((each) => each === strata)) problems.push({ code: 'strata-missing', field: 'strata' })
  if (!/^\d{1,10}$/.test(seed) || Number(seed) > largestSeed) problems.push({ code: 'seed-unreadable', field: 'seed' })
  return problems
}
