import type { Authority, Register } from '../../core/authorities/authority.ts'
import { checkRegister, type RegisterProblem } from '../../core/authorities/check-register.ts'
import { applyComparison, compareRegisters, type RegisterComparison } from '../../core/authorities/compare-registers.ts'
import { done, type Result, refused } from '../../core/result.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { recordEvent } from '../audit/index.ts'
import { lockRegister, registerAsKept, saveAuthorities } from './register.store.ts'

/** Who takes another register in, and when. */
export type ImportContext = { readonly actorId: string | null; readonly at: Date }

/** The register that there would be after an import, and what is different about it. */
export type PlannedImport = { readonly comparison: RegisterComparison; readonly changed: readonly Authority[] }

/**
 * What taking these bodies in would do, without doing it.
 *
 * @returns everything that would not hold together afterwards, if anything
 */
export function planImport(ours: Register, theirs: readonly Authority[]): Result<PlannedImport, RegisterProblem> {
  // Of two with one code the comparison would silently take both, one over the other.
  const twice = checkRegister(theirs).filter(({ code }) => code === 'code-used-twice')
  const comparison = compareRegisters(ours, theirs)
  const after = [...applyComparison(ours, comparison).values()]
  const problems = [...twice, ...checkRegister(after)]
  if (problems.length > 0) return refused(...problems)
  return done({ comparison, changed: after.filter((body) => body !== ours.get(body.code)) })
}

/**
 * Takes the bodies of another register in: adds, changes and ends, all or nothing, with one audit event that says what.
 * Nothing is written, and no event, when there is nothing to change.
 *
 * @param theirs what the other register holds; blank facts take nothing away, and see `compareRegisters` for the rest
 */
export async function importRegister(
  tx: Tx,
  services: Pick<Services, 'sha256'>,
  theirs: readonly Authority[],
  { actorId, at }: ImportContext,
): Promise<Result<RegisterComparison, RegisterProblem>> {
  await lockRegister(tx)
  const planned = planImport(await registerAsKept(tx), theirs)
  if (!planned.ok) return planned
  const { comparison, changed } = planned.value
  if (changed.length === 0) return done(comparison)
  await saveAuthorities(tx, changed)
  await recordEvent(tx, {
    action: 'register.imported',
    actorId,
    objectType: 'register',
    objectId: 'authorities',
    at,
    facts: {
      added: comparison.added.map(({ code }) => code),
      changed: comparison.changed.map(({ authority, fact, ours, theirs: value }) => ({
        authority,
        fact,
        from: ours,
        to: value,
      })),
      ended: comparison.ended.map(({ authority, lastDayOn, successorCodes }) => ({
        authority,
        lastDayOn,
        successorCodes,
      })),
      digest: services.sha256(JSON.stringify(changed)),
    },
  })
  return done(comparison)
}
