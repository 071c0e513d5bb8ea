import { withinGroups } from '../statistics/within-groups.ts'
import type { EstimatedAssessor, UnderstandingCase, UnderstandingResult } from './understanding-case.ts'

/** What one review gave in all, as it was given. */
export type OwnTotal = { readonly application: string; readonly total: number }

/** How one assessor's scores compare. Nothing in it is of another person. */
export type OwnPattern = {
  /** Standard deviations of totals, of 100: one's own, and of the others each about their own mean. */
  readonly spread: { readonly own: number; readonly others: number } | null
  /** Against their peers, of 100; null where there are no estimates. */
  readonly leniency: Pick<EstimatedAssessor, 'leniency' | 'interval90'> | null
  /** The same on each criterion that was studied, in its points. */
  readonly criteria: readonly ({ readonly criterion: string } & Pick<EstimatedAssessor, 'leniency' | 'interval90'>)[]
  /** Their totals furthest from the estimate of the application, the furthest first. */
  readonly differences: readonly (OwnTotal & { readonly estimate: number; readonly difference: number })[]
}

/** Of fewer assessors, or reviews of an application, what is said of one would say what another gave. */
export const fewestToCompare = 3

/** As many of one's own reviews as are shown. */
const mostDifferences = 5

/**
 * How the scores of one assessor compare with those of all, from what was worked out of a round. Estimates rest on what
 * others gave too: where there are fewer than three assessors, or three reviews of an application, nothing is said.
 *
 * @param own their reviews that count, as they gave them
 * @returns null where too few scored to compare
 */
export function ownPattern(
  { reviews }: Pick<UnderstandingCase, 'reviews'>,
  { calibration, criteria = [] }: Pick<UnderstandingResult, 'calibration' | 'criteria'>,
  assessor: string,
  own: readonly OwnTotal[],
): OwnPattern | null {
  const totalsOf = Map.groupBy(reviews, (each) => each.assessor)
  if (totalsOf.size < fewestToCompare || !totalsOf.has(assessor)) return null
  const others = [...totalsOf].flatMap(([id, of]) => (id === assessor ? [] : [of.map(({ total }) => total)]))
  const [mine, theirs] = [spreadOf([own.map(({ total }) => total)]), spreadOf(others)]
  const estimates = new Map(calibration?.applications.map(({ id, estimate }) => [id, estimate]))
  const reviewed = Map.groupBy(reviews, ({ application }) => application)
  return {
    spread: mine === null || theirs === null ? null : { own: mine, others: theirs },
    leniency: against(calibration?.assessors, assessor),
    criteria: criteria.flatMap(({ criterion, study }) => {
      const found = against(study?.assessors, assessor)
      return found === null ? [] : [{ criterion, ...found }]
    }),
    differences: own
      .flatMap(({ application, total }) => {
        const estimate = estimates.get(application)
        if (estimate === undefined || (reviewed.get(application) ?? []).length < fewestToCompare) return []
        return [{ application, total, estimate, difference: total - estimate }]
      })
      .toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference))
      .slice(0, mostDifferences),
  }
}

function against(
  assessors: readonly EstimatedAssessor[] | undefined,
  assessor: string,
): Pick<EstimatedAssessor, 'leniency' | 'interval90'> | null {
  const found = assessors?.find(({ id }) => id === assessor)
  return found === undefined ? null : { leniency: found.leniency, interval90: found.interval90 }
}

/** Of values about the mean of their own group; null where no group has two. */
function spreadOf(groups: readonly (readonly number[])[]): number | null {
  const { squares, freedom } = withinGroups(groups)
  return freedom === 0 ? null : Math.sqrt(squares / freedom)
}
