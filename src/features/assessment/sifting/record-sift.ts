import {
  type EligibilityFinding,
  isAgainstRules,
  isDisowned,
  type ScopeFinding,
  type SiftStanding,
  scoresAreOpen,
  serviceAreas,
  siftStanding,
} from '../../../core/assessment/index.ts'
import { notFound } from '../../../core/errors.ts'
import { type Actor, personIdOf } from '../../../core/permissions/index.ts'
import { done, type Result, refused } from '../../../core/result.ts'
import { deliveryModels } from '../../../core/rules/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordEvent } from '../../audit/index.ts'
import { holdRound, type RoundInFund, type RoundPath } from '../../funds/index.ts'
import { assessmentOf } from '../assessment.store.ts'
import { settleAssignments } from '../assigning/settle-assignments.ts'
import { classify } from './classify-application.ts'
import { partsApart, type SiftPart, type SiftSaid, shownSift } from './compare-sift.ts'
import {
  contentsOf,
  type ReceivedRow,
  receivedOf,
  type SiftFinding,
  saveFindings,
  saveSuppliers,
} from './sift.store.ts'

export type SiftProblem =
  | {
      readonly code: 'sifted-meanwhile'
      readonly field: 'eligibility'
      readonly recorded: ReceivedRow
      readonly yours: SiftSaid
      readonly apart: readonly SiftPart[]
    }
  | {
      readonly code: 'eligibility-reason-missing' | 'reason-against-rules-missing' | 'reason-disowned-missing'
      readonly field: 'eligibilityReason'
    }
  | { readonly code: 'scope-reason-missing'; readonly field: 'scopeReason' }
  | { readonly code: 'too-long'; readonly field: 'eligibilityReason' | 'scopeReason' | 'suppliers' }
  | { readonly code: 'scoring-closed'; readonly field: 'eligibility' }
  | { readonly code: 'none-chosen'; readonly field: 'references' }

export type SiftTyped = {
  readonly eligibility: EligibilityFinding
  readonly eligibilityReason: string
  readonly scope: ScopeFinding
  readonly scopeReason: string
  readonly serviceAreas: readonly string[]
  readonly deliveryModels: readonly string[]
  /** A name a line. */
  readonly suppliers: string
}

type Request = { readonly actor: Actor; readonly path: RoundPath; readonly at: Date }

const mostLetters = 2000
const mostSuppliers = 50

/**
 * Records what the programme team found of one application. What is no longer scored is taken from whoever reads it.
 * `seen` is {@link shownSift} of what the page showed: where somebody has found otherwise since, nothing is saved, so that
 * both are seen before one of them counts.
 *
 * @returns what has become of it
 * @throws {NotFound} if the round is not theirs to run or has no such application
 */
export async function recordSift(
  services: Services,
  asked: Request & { readonly reference: string; readonly typed: SiftTyped; readonly seen: string },
): Promise<Result<SiftStanding, SiftProblem>> {
  const { actor, path, at, reference, typed, seen } = asked
  return await services.db.transaction().execute(async (tx) => {
    const { round, rows, closed } = await openSift(tx, actor, path)
    const row = rows.find((one) => one.reference === reference)
    if (row === undefined) throw notFound('application')
    const names = supplierNames(typed.suppliers)
    const finding = findingOf(row.id, typed)
    const yours = { ...finding, suppliers: names }
    const apart = seen === shownSift(services, row) ? [] : partsApart(row, yours)
    if (row.siftedAt !== null && apart.length > 0)
      return refused<SiftProblem>({ code: 'sifted-meanwhile', field: 'eligibility', recorded: row, yours, apart })
    const against = isAgainstRules({ ...row, eligibility: typed.eligibility })
    const disowned = isDisowned(row)
    // What nobody owns up to is settled also when scoring has closed.
    const problems = problemsOf(typed, names, { closed: closed && !disowned, against, disowned })
    if (problems.length > 0) return refused(...problems)
    await saveFindings(tx, [finding], { at, by: personIdOf(actor) })
    const suppliers = names.map((name) => ({ id: services.newId(), name }))
    await saveSuppliers(tx, {
      fundId: round.fundId,
      applicationId: row.id,
      illustrative: round.illustrative,
      suppliers,
    })
    await audit(tx, {
      actor,
      round,
      at,
      references: [reference],
      finding: { ...finding, againstRules: against, disowned },
    })
    await settleAssignments(tx, { round, at, by: personIdOf(actor) })
    return done(siftStanding({ ...row, ...finding }))
  })
}

/**
 * Takes the outcome of the eligibility rules for everything submitted that nobody has sifted, and what the form says that
 * it is about. Whether it is in scope stays for people to say.
 *
 * @returns how many were recorded
 */
export async function siftByRules(
  services: Services,
  { actor, path, at }: Request,
): Promise<Result<number, SiftProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, rows, closed } = await openSift(tx, actor, path)
    if (closed) return refused<SiftProblem>({ code: 'scoring-closed', field: 'eligibility' })
    const open = rows.filter(
      (row) => row.state === 'submitted' && row.eligibility === 'open' && row.outcome !== null && !isDisowned(row),
    )
    const contents = await contentsOf(
      tx,
      open.map(({ id }) => id),
    )
    const findings = open.map((row): SiftFinding => {
      const content = contents.get(row.id)
      const rules = content?.eligibility?.rules.filter(({ outcome }) => outcome === 'fail') ?? []
      const said = content === undefined ? { serviceAreas: [], deliveryModels: [] } : classify(content)
      const failed = row.outcome === 'fail'
      return {
        applicationId: row.id,
        eligibility: failed ? 'ineligible' : 'eligible',
        eligibilityReason: failed ? rules.map(({ text }) => text).join('\n') || 'It fails the eligibility rules' : '',
        scope: row.scope,
        scopeReason: row.scopeReason,
        serviceAreas: row.serviceAreas.length > 0 ? row.serviceAreas : said.serviceAreas,
        deliveryModels: row.deliveryModels.length > 0 ? row.deliveryModels : said.deliveryModels,
      }
    })
    if (findings.length === 0) return done(0)
    await saveFindings(tx, findings, { at, by: personIdOf(actor) })
    await audit(tx, {
      actor,
      round,
      at,
      references: open.map(({ reference }) => reference),
      finding: { byRules: true },
    })
    return done(findings.length)
  })
}

/** Finds several applications in scope at once. @returns how many */
export async function findInScope(
  services: Services,
  { actor, path, at, references }: Request & { readonly references: readonly string[] },
): Promise<Result<number, SiftProblem>> {
  return await services.db.transaction().execute(async (tx) => {
    const { round, rows, closed } = await openSift(tx, actor, path)
    if (closed) return refused<SiftProblem>({ code: 'scoring-closed', field: 'eligibility' })
    const chosen = rows.filter(
      (row) =>
        row.state === 'submitted' && row.scope === 'open' && references.includes(row.reference) && !isDisowned(row),
    )
    if (chosen.length === 0) return refused<SiftProblem>({ code: 'none-chosen', field: 'references' })
    const findings = chosen.map((row) => findingOf(row.id, { ...row, scope: 'in-scope', scopeReason: '' }))
    await saveFindings(tx, findings, { at, by: personIdOf(actor) })
    const facts = { scope: 'in-scope' as const }
    await audit(tx, { actor, round, at, references: chosen.map(({ reference }) => reference), finding: facts })
    return done(chosen.length)
  })
}

async function openSift(tx: Tx, actor: Actor, path: RoundPath) {
  const round = await holdRound(tx, actor, 'assessment:run', path)
  const rows = await receivedOf(tx, round.id)
  return { round, rows, closed: scoresAreOpen(await assessmentOf(tx, round.id)) }
}

const supplierNames = (text: string): readonly string[] => {
  const names = new Map<string, string>()
  for (const line of text.split('\n')) {
    const name = line.trim().replaceAll(/\s+/g, ' ')
    if (name !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
  }
  return [...names.values()]
}

function problemsOf(
  typed: SiftTyped,
  suppliers: readonly string[],
  { closed, against, disowned }: { readonly closed: boolean; readonly against: boolean; readonly disowned: boolean },
): readonly SiftProblem[] {
  const { eligibility, eligibilityReason, scope, scopeReason } = typed
  const problems: SiftProblem[] = []
  if (closed) problems.push({ code: 'scoring-closed', field: 'eligibility' })
  if (eligibility !== 'open' && eligibility !== 'eligible' && eligibilityReason.trim() === '')
    problems.push({ code: 'eligibility-reason-missing', field: 'eligibilityReason' })
  if (against && eligibilityReason.trim() === '')
    problems.push({ code: 'reason-against-rules-missing', field: 'eligibilityReason' })
  if (disowned && eligibility === 'eligible' && eligibilityReason.trim() === '')
    problems.push({ code: 'reason-disowned-missing', field: 'eligibilityReason' })
  if (scope === 'out-of-scope' && scopeReason.trim() === '')
    problems.push({ code: 'scope-reason-missing', field: 'scopeReason' })
  if (eligibilityReason.length > mostLetters) problems.push({ code: 'too-long', field: 'eligibilityReason' })
  if (scopeReason.length > mostLetters) problems.push({ code: 'too-long', field: 'scopeReason' })
  if (suppliers.length > mostSuppliers || suppliers.some((name) => name.length > 200))
    problems.push({ code: 'too-long', field: 'suppliers' })
  return problems
}

const findingOf = (
  applicationId: string,
  typed: Pick<ReceivedRow, Exclude<keyof SiftFinding, 'applicationId'>>,
): SiftFinding => ({
  applicationId,
  eligibility: typed.eligibility,
  eligibilityReason: typed.eligibilityReason.trim(),
  scope: typed.scope,
  scopeReason: typed.scopeReason.trim(),
  serviceAreas: serviceAreas.filter((each) => typed.serviceAreas.includes(each)),
  deliveryModels: deliveryModels.filter((each) => typed.deliveryModels.includes(each)),
})

type Audited = {
  readonly actor: Actor
  readonly round: RoundInFund
  readonly at: Date
  readonly references: readonly string[]
  readonly finding:
    | (Partial<SiftFinding> & { readonly againstRules?: boolean; readonly disowned?: boolean })
    | { readonly byRules: true }
}

async function audit(tx: Tx, { actor, round, at, references, finding }: Audited): Promise<void> {
  const said = Object.entries(finding).filter(([key]) => key !== 'applicationId')
  await recordEvent(tx, {
    action: 'application.sifted',
    actorId: personIdOf(actor),
    fundId: round.fundId,
    objectType: 'round',
    objectId: round.id,
    at,
    facts: { references: [...references], ...Object.fromEntries(said) },
  })
}
