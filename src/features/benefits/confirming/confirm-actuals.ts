import type { Confirmation } from '../../../core/benefits/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import type { Services } from '../../../platform/services.ts'
import { holdBenefits } from '../open-benefits.ts'
import { readBenefits } from '../read-benefits.ts'
import { recordBenefits } from '../record-benefits.ts'
import { insertConfirmations, writtenBy } from './confirmations.store.ts'
import type { ConfirmProblem } from './confirming.messages.ts'

/** A version of an actual as the value of a tick box. @example confirmationValue({ entry: 'a', version: 2 }) // => '2:a' */
export const confirmationValue = ({ entry, version }: Confirmation): string => `${version}:${entry}`

/** The actuals that were ticked; what is none is left out. */
export const readChosen = (chosen: readonly string[]): readonly Confirmation[] =>
  chosen.flatMap((value) => readConfirmation(value) ?? [])

function readConfirmation(value: string): Confirmation | undefined {
  const [, version, entry] = /^(\d{1,9}):(.+)$/.exec(value) ?? []
  return entry === undefined ? undefined : { entry, version: Number(version) }
}

type Asked = { readonly reference: string; readonly chosen: readonly string[]; readonly at: Date }

/**
 * Confirms actuals for the finance of the council, each as it was shown; all of them, or none.
 *
 * @returns how many
 * @throws {NotFound} if this person is not named for finance
 */
export async function confirmActuals(
  services: Services,
  actor: Actor,
  { reference, chosen, at }: Asked,
): Promise<Result<number, ConfirmProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdBenefits(tx, { actor, reference, need: 'confirm', at })
    const { award, actor: person } = opened
    const asked = readChosen(chosen)
    if (asked.length === 0) return refused({ code: 'none-chosen' })
    const { actuals } = await readBenefits(tx, award)
    const isThere = (each: Confirmation) =>
      actuals.some(({ id, version }) => id === each.entry && version === each.version)
    if (!asked.every(isThere)) return refused({ code: 'changed' })
    const own = await writtenBy(tx, award.id, person.personId)
    if (asked.some(({ entry }) => own.has(entry))) return refused({ code: 'own' })
    await insertConfirmations(tx, award.id, asked, { at, by: person.personId })
    await recordBenefits(tx, opened, {
      action: 'benefits.actuals-confirmed',
      at,
      facts: { actuals: asked.map(({ entry, version }) => ({ entry, version })) },
    })
    return done(asked.length)
  })
}
