import { type LetterOutcome, type LetterTemplate, readTemplate } from '../../../core/letters/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { letterOutcomes } from './letter-outcomes.messages.ts'
import { type LetterVersion, letterVersions } from './letters.store.ts'
import { standardLetters } from './standard-letters.messages.ts'

/** The text of the letters about an outcome as it stands; `version` undefined while it is the service's own. */
export type LetterInForce = {
  readonly outcome: LetterOutcome
  readonly text: string
  readonly version: LetterVersion | undefined
}

/** What stands for every outcome, of these versions. */
export const standing = (versions: readonly LetterVersion[]): readonly LetterInForce[] =>
  letterOutcomes.map((outcome) => {
    const version = versions.find((each) => each.outcome === outcome)
    return { outcome, version, text: version?.text ?? standardLetters[outcome] }
  })

/** What stands for every outcome of a round. */
export const lettersInForce = async (db: Database | Tx, roundId: string): Promise<readonly LetterInForce[]> =>
  standing(await letterVersions(db, roundId))

/** @throws {Error} for a text that could not have been saved */
export function templateOf({ text, outcome }: Pick<LetterInForce, 'text' | 'outcome'>): LetterTemplate {
  const read = readTemplate(text, outcome)
  if (!read.ok) throw new Error(`the text of ${outcome} letters is not one: ${JSON.stringify(read.problems)}`)
  return read.value
}
