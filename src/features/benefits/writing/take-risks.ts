import { beginRisk, deliveryRisksSheet } from '../../../core/benefits/index.ts'
import { notFound } from '../../../core/errors.ts'
import { answerOf } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { entriesOf, type SheetRecord } from '../../../core/sheets/index.ts'
import type { Services } from '../../../platform/services.ts'
import { type RisksOfAward, risksOfAward } from '../../reviews/index.ts'
import { writeVersion } from '../../sheets/index.ts'
import { holdBenefits } from '../open-benefits.ts'
import { awardWriter } from './award-sheets.ts'
import { readRecord } from './read-record.ts'
import type { TakeRisksProblem } from './take-risks.messages.ts'

type Asked = { readonly reference: string; readonly chosen: readonly string[]; readonly at: Date }

/** Whether the register of delivery has a risk of that name. */
export const hasRisk = (record: SheetRecord, title: string): boolean =>
  entriesOf(record, deliveryRisksSheet.id).some(({ content }) => answerOf(content, 'title') === title)

/**
 * Takes risks over from the review of an award to the risks of its delivery. Those that are there under the same name stay
 * as they are.
 *
 * @returns how many were taken over
 * @throws {NotFound} if the award is not this person's to write for, or pays for no review that they write
 */
export async function takeRisks(
  services: Services,
  actor: Actor,
  { reference, chosen, at }: Asked,
): Promise<Result<number, TakeRisksProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdBenefits(tx, { actor, reference, need: 'write', at })
    const found: RisksOfAward | undefined = await risksOfAward(tx, actor, reference)
    if (found === undefined) throw notFound('review')
    const record = await readRecord(tx, opened.award)
    const taken = found.risks.filter(({ id, title }) => chosen.includes(id) && !hasRisk(record, title))
    if (taken.length === 0) return refused({ code: 'none-chosen' })
    const most = deliveryRisksSheet.list?.most ?? 0
    if (entriesOf(record, deliveryRisksSheet.id).length + taken.length > most) return refused({ code: 'full', most })
    for (const risk of taken) {
      const entry = services.newId()
      const content = beginRisk(risk)
      await writeVersion(tx, awardWriter(opened), { sheet: deliveryRisksSheet.id, entry, version: 1, content, at })
    }
    return done(taken.length)
  })
}
