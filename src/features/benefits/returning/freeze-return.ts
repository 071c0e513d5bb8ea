import {
  canFreeze,
  type FrozenReturn,
  isAskedBack,
  type ReturnMonths,
  returnStandings,
  returnWordsSheet,
  textOf,
} from '../../../core/benefits/index.ts'
import { canonicalJson } from '../../../core/canonical/index.ts'
import { validatePage } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { entriesOf, formOf } from '../../../core/sheets/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Say } from '../../../platform/languages.ts'
import type { Services } from '../../../platform/services.ts'
import { holdBenefits } from '../open-benefits.ts'
import { type BenefitsRead, readBenefits } from '../read-benefits.ts'
import { recordBenefits } from '../record-benefits.ts'
import { aboutReturn, mailAboutReturn } from './mail-about-return.ts'
import { frozenMail, type ReturnProblem } from './returning.messages.ts'
import { insertReturn, returnsOf } from './returns.store.ts'

type Asked = { readonly reference: string; readonly months: ReturnMonths; readonly at: Date }

/**
 * Makes a version of a return: keeps all that is written at this moment with its hash, and asks finance to confirm it.
 *
 * @returns its number
 * @throws {NotFound} if this person does not act for the council
 */
export async function freezeReturn(
  services: Services,
  actor: Actor,
  { reference, months, at }: Asked,
): Promise<Result<number, ReturnProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const opened = await holdBenefits(tx, { actor, reference, need: 'write', at })
    const { award } = opened
    const standings = returnStandings(award.acceptedOn, await returnsOf(tx, [award.id]), isoDay(at))
    const state = standings.find((each) => each.months === months)?.state ?? 'waiting'
    if (!canFreeze(state)) return refused({ code: 'not-now' })
    const read = await readBenefits(tx, award)
    const problems = problemsOf(read, months, isAskedBack(state))
    if (award.finance === null) problems.unshift({ code: 'no-finance' })
    if (problems.length > 0) return refused(...problems)
    const { organisation, title, acceptedOn } = award
    const frozen: FrozenReturn = {
      award: { reference, organisation, title, acceptedOn },
      months,
      sheets: read.record.sheets,
      confirmed: read.confirmed,
    }
    const record = canonicalJson(frozen)
    const sha256 = services.sha256(record)
    const number = await insertReturn(tx, award.id, { months, record, sha256, at, by: opened.actor.personId })
    await recordBenefits(tx, opened, { action: 'benefits.return-frozen', at, facts: { months, number, sha256 } })
    const message = (say: Say) => say(frozenMail)(aboutReturn(services, award, months))
    await mailAboutReturn(tx, services, award, { to: 'finance', kind: 'benefits.return-to-confirm', words: message })
    return done(number)
  })
}

function problemsOf({ record, benefits }: BenefitsRead, months: ReturnMonths, wasAsked: boolean): ReturnProblem[] {
  const id = String(months)
  const content = entriesOf(record, returnWordsSheet.id).find((entry) => entry.id === id)?.content ?? {}
  const form = formOf(returnWordsSheet, record, id)
  const isWhole = validatePage(form, content, form.id, 'submit').length === 0
  return [
    ...(benefits.length === 0 ? [{ code: 'no-benefit' } as const] : []),
    ...(isWhole ? [] : [{ code: 'words-missing' } as const]),
    ...(wasAsked && textOf(content, 'reply') === '' ? [{ code: 'reply-missing' } as const] : []),
  ]
}
