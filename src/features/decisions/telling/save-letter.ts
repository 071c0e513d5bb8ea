import { notFound } from '../../../core/errors.ts'
import { type LetterOutcome, readTemplate, type TemplateProblem } from '../../../core/letters/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundPath } from '../../funds/index.ts'
import { holdUntold, insertLetterVersion } from './letters.store.ts'
import { lettersInForce } from './letters-in-force.ts'

export type SaveLetterProblem =
  | TemplateProblem
  | { readonly code: 'told' }
  | { readonly code: 'saved-meanwhile'; readonly number: number; readonly by: string }

export type LetterToSave = {
  readonly actor: Actor
  readonly path: RoundPath
  readonly outcome: LetterOutcome
  readonly text: string
  /** The version that the page showed; 0 for the service's own text. */
  readonly seen: number
  readonly at: Date
}

/**
 * Keeps the text of the letters about an outcome as another version. Nothing is kept of a text with an unknown field, or
 * without what every letter says.
 *
 * @returns its number
 * @throws {NotFound} if the round is not there, or not theirs to run
 */
export async function saveLetter(
  services: Services,
  { actor, path, outcome, text, seen, at }: LetterToSave,
): Promise<Result<number, SaveLetterProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const round = await holdRound(tx, actor, 'award:run', path)
    if (actor.kind !== 'person') throw notFound('round')
    if (!(await holdUntold(tx, round.id))) return refused<SaveLetterProblem>({ code: 'told' })
    const now = (await lettersInForce(tx, round.id)).find((each) => each.outcome === outcome)
    const number = now?.version?.number ?? 0
    if (number !== seen)
      return refused<SaveLetterProblem>({ code: 'saved-meanwhile', number, by: now?.version?.savedByName ?? '' })
    const read = readTemplate(text, outcome)
    if (!read.ok) return read
    if (text === now?.text) return done(number)
    await insertLetterVersion(tx, { roundId: round.id, outcome, number: number + 1, text, at, by: actor.personId })
    await recordEvent(tx, {
      action: 'letter.saved',
      actorId: actor.personId,
      fundId: round.fundId,
      objectType: 'round',
      objectId: round.id,
      at,
      facts: { outcome, number: number + 1, sha256: services.sha256(text) },
    })
    return done(number + 1)
  })
}
