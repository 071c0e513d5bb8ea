import { decidedIn } from '../../../core/awards/index.ts'
import { canonicalJson } from '../../../core/canonical/index.ts'
import type { OutcomeLetter } from '../../../core/letters/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { contentsOf } from '../../assessment/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { Decision } from '../deciding/decision.store.ts'
import { insertTelling } from './letters.store.ts'
import { lettersInForce, templateOf } from './letters-in-force.ts'
import { factsOfDecided, hashLetter, writeLetter } from './write-letters.ts'

/** The letters of a round by reference, and the hash of the record of telling. */
export type KeptLetters = { readonly letters: ReadonlyMap<string, OutcomeLetter>; readonly sha256: string }

/**
 * Writes the letter of every application that was decided from the templates as they stand, and keeps them with the record of
 * telling: which templates, by their hashes, and the hash of every letter. Nobody can change either from then on.
 */
export async function keepLetters(
  tx: Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  { round, decision, at }: { readonly round: RoundInFund; readonly decision: Decision; readonly at: Date },
): Promise<KeptLetters> {
  const templates = await lettersInForce(tx, round.id)
  const read = new Map(templates.map((each) => [each.outcome, templateOf(each)]))
  const contents = await contentsOf(
    tx,
    decidedIn(decision.document).map(({ id }) => id),
  )
  const facts = factsOfDecided({ round, decision, contents, toldOn: isoDay(at) })
  const letters = [...facts].map(([applicationId, each]) => {
    const template = read.get(each.outcome)
    if (template === undefined) throw new Error(`there is no letter for ${each.outcome}`)
    return { applicationId, ...hashLetter(writeLetter(template, each), sha256) }
  })
  const text = canonicalJson({
    document: 'telling-record',
    format: 1,
    roundId: round.id,
    decisionSha256: decision.sha256,
    toldAt: at.toISOString(),
    templates: templates.map(({ outcome, text: template, version }) => ({
      outcome,
      number: version?.number ?? 0,
      text: template,
      sha256: sha256(template),
    })),
    letters: letters.map(({ letter, sha256: hash }) => ({ reference: letter.reference, sha256: hash })),
  })
  await insertTelling(tx, { roundId: round.id, text, sha256: sha256(text), letters })
  return { letters: new Map(letters.map(({ letter }) => [letter.reference, letter])), sha256: sha256(text) }
}
