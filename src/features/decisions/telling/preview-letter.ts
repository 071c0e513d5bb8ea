import type { LetterOutcome, LetterTemplate, OutcomeLetter } from '../../../core/letters/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Database } from '../../../platform/database/database.ts'
import { contentsOf } from '../../assessment/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { decisionOf } from '../deciding/decision.store.ts'
import { exampleFacts } from './letter-values.messages.ts'
import { factsOfDecided, writeLetter } from './write-letters.ts'

/** A decided application that a template can be looked at with. */
export type Previewed = { readonly id: string; readonly reference: string; readonly lead: string }

/** The applications of an outcome, once it is decided. */
export async function applicationsOf(
  db: Database,
  roundId: string,
  outcome: LetterOutcome,
): Promise<readonly Previewed[]> {
  const decision = await decisionOf(db, roundId)
  return (decision?.document.applications ?? []).flatMap((item) =>
    item.outcome === outcome && 'leadId' in item ? [item] : [],
  )
}

/** The letter that a template would make of this application; of a made-up one where none of the outcome is decided. */
export async function previewLetter(
  db: Database,
  round: RoundInFund,
  template: LetterTemplate,
  { outcome, of, at }: { readonly outcome: LetterOutcome; readonly of: Previewed | undefined; readonly at: Date },
): Promise<OutcomeLetter> {
  const decision = of && (await decisionOf(db, round.id))
  const facts =
    of &&
    decision &&
    factsOfDecided({
      round,
      decision,
      contents: await contentsOf(db, [of.id]),
      toldOn: isoDay(decision.toldAt ?? decision.tellAt),
    }).get(of.id)
  return writeLetter(template, facts ?? exampleFacts(round, outcome, isoDay(at)))
}
