import type { FrozenReturn, ReturnMonths, ReturnStep } from '../../../core/benefits/index.ts'
import { canonicalJson } from '../../../core/canonical/index.ts'
import type { SheetEntries } from '../../../core/sheets/index.ts'
import { addDays, addMonths } from '../../../core/time/day.ts'
import { insertReturn, insertStep } from '../../../features/benefits/returning/returns.store.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { ukInstant } from '../../round-dates.ts'
import type { MadeUpEntry } from './made-up-entries.ts'

/** A return that a made-up council has made, and how far it came. */
export type MadeUpReturn = { readonly months: ReturnMonths; readonly steps: readonly ReturnStep[] }

/** Who does what with it. */
export type ReturnPeople = { readonly writerId: string; readonly financeId: string; readonly programmeId: string }

type Case = {
  readonly awardId: string
  readonly award: FrozenReturn['award']
  readonly entries: readonly MadeUpEntry[]
  readonly people: ReturnPeople
}

const question = 'Agency staff saved more than forecast: which posts were filled instead, and what do they cost?'

/** Writes a return as it would have been frozen on its day, and what was done with it in the weeks after. */
export async function insertMadeUpReturn(
  tx: Tx,
  services: Services,
  { awardId, award, entries, people }: Case,
  { months, steps }: MadeUpReturn,
): Promise<void> {
  const day = addDays(addMonths(award.acceptedOn, months), -10)
  const written = entries.filter(({ afterDays }) => addDays(award.acceptedOn, afterDays) <= day)
  const frozen: FrozenReturn = {
    award,
    months,
    sheets: sheetsOf(written),
    confirmed: written.filter(({ sheet }) => sheet === 'actuals').map(({ entry }) => ({ entry, version: 1 })),
  }
  const record = canonicalJson(frozen)
  const made = { months, record, sha256: services.sha256(record), at: ukInstant(day, 10), by: people.writerId }
  const number = await insertReturn(tx, awardId, made)
  for (const [at, step] of steps.entries()) {
    const said = step === 'questioned' ? question : ''
    const by = byOf(step, people)
    await insertStep(tx, { awardId, months, number }, { step, said, at: ukInstant(addDays(day, 2 + at * 3), 11), by })
  }
}

const byOf = (step: ReturnStep, { writerId, financeId, programmeId }: ReturnPeople): string =>
  step === 'confirmed' ? financeId : step === 'sent' ? writerId : programmeId

const sheetsOf = (entries: readonly MadeUpEntry[]): SheetEntries => {
  const sheets: Record<string, { id: string; version: number; content: MadeUpEntry['content'] }[]> = {}
  for (const { sheet, entry, content } of entries)
    sheets[sheet] = [...(sheets[sheet] ?? []), { id: entry, version: 1, content }]
  return sheets
}
