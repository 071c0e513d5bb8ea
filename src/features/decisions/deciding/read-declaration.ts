import { done, type Result, refused } from '../../../core/result.ts'
import { hasSubstance } from '../../../core/rules/index.ts'
import type { Standing } from './read-outcomes.ts'

/** `none`: that there is no conflict. `references` of those with one. `takenBack`: why less is declared than before. */
export type DeclareTyped = {
  readonly none: boolean
  readonly references: readonly string[]
  readonly statement: string
  readonly takenBack: string
}

export type DeclarationProblem =
  | { readonly code: 'none-or-some'; readonly field: 'none' }
  | { readonly code: 'statement-missing'; readonly field: 'statement' }
  | {
      readonly code: 'taken-back-missing' | 'taken-back-too-thin'
      readonly field: 'takenBack'
      readonly references: readonly string[]
    }

/** A declaration as it is kept. `takenBackFor` is '' where nothing was taken back. */
export type ReadDeclaration = {
  readonly applicationIds: readonly string[]
  readonly statement: string
  readonly takenBackFor: string
}

/**
 * Reads what somebody declares, or what is declared for them.
 *
 * @param before the applications of which they declared a conflict last
 */
export function readDeclaration(
  { deciding }: Pick<Standing, 'deciding'>,
  typed: DeclareTyped,
  before: readonly string[],
): Result<ReadDeclaration, DeclarationProblem> {
  const found = deciding.scores.filter(({ reference }) => typed.references.includes(reference))
  const applicationIds = found.map(({ applicationId }) => applicationId)
  const [statement, reason] = [typed.statement.trim(), typed.takenBack.trim()]
  const problems: DeclarationProblem[] = []
  if (found.length > 0 && statement === '') problems.push({ code: 'statement-missing', field: 'statement' })
  if (typed.none === found.length > 0) problems.push({ code: 'none-or-some', field: 'none' })
  const references = deciding.scores
    .filter(({ applicationId }) => before.includes(applicationId) && !applicationIds.includes(applicationId))
    .map(({ reference }) => reference)
  if (references.length > 0 && !hasSubstance(reason)) {
    const code = reason === '' ? 'taken-back-missing' : 'taken-back-too-thin'
    problems.push({ code, field: 'takenBack', references })
  }
  if (problems.length > 0) return refused(...problems)
  return done({
    applicationIds,
    statement: typed.none ? '' : statement,
    takenBackFor: references.length > 0 ? reason : '',
  })
}
