import type { Result } from '../result.ts'
import { type FieldProblem, readText, together } from '../rounds/field-problem.ts'

/** A supplier as typed. */
export type SupplierTyped = { readonly name: string; readonly terms: string; readonly lots: readonly string[] }

export type SupplierDetails = { readonly name: string; readonly terms: string }

export type SupplierProblem = FieldProblem<'name' | 'terms'>

/** A supplier from what was typed. The terms are whatever framework or contract it was chosen under. */
export const readSupplier = ({ name, terms }: SupplierTyped): Result<SupplierDetails, SupplierProblem> =>
  together<SupplierDetails, SupplierProblem>({
    name: readText('name', name, { most: 120, needed: true }),
    terms: readText('terms', terms, { most: 4000, needed: false }),
  })
