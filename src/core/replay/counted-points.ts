import type { ExportedParts } from './assessment-export.ts'

/**
 * Points by application, person and criterion, as moderated last: of each review that counted when the shortlist was
 * frozen. One that was set aside does not, nor one whose author had a conflict by then. What came later changes nothing.
 *
 * @param frozenAt an ISO instant in UTC to the millisecond, as all times of an export are
 */
export function countedPoints(
  { reviews, moderation, conflicts, assignments }: ExportedParts,
  frozenAt: string,
): ReadonlyMap<string, number> {
  const last = new Map<string, number | null>()
  for (const { reviewId, criterionId, points } of byNumber(moderation.scores))
    last.set(`${reviewId} ${criterionId}`, points)
  const aside = new Map<string, boolean>()
  for (const { reviewId, setAside } of byNumber(moderation.setAside)) aside.set(reviewId, setAside)
  const conflicted = conflictedBy(frozenAt, { conflicts, assignments })
  return new Map(
    reviews
      .filter(({ id, practice, state }) => !practice && state === 'submitted' && aside.get(id) !== true)
      .filter((review) => !conflicted.has(pairOf(review)))
      .flatMap(({ id, applicationId, personId, scores }) =>
        scores.flatMap(({ criterionId, points }) => {
          const counts = last.get(`${id} ${criterionId}`) ?? points
          return counts === null ? [] : [[`${applicationId} ${personId} ${criterionId}`, counts] as const]
        }),
      ),
  )
}

const byNumber = <Item extends { readonly number: number }>(items: readonly Item[]): readonly Item[] =>
  [...items].sort((one, other) => one.number - other.number)

const pairOf = ({ applicationId, personId }: { readonly applicationId: string; readonly personId: string }): string =>
  `${applicationId} ${personId}`

/**
 * The pairs of application and person with a conflict at a time: one that was declared last, or for which the application
 * was taken from the person and not given back.
 */
function conflictedBy(
  at: string,
  { conflicts, assignments }: Pick<ExportedParts, 'conflicts' | 'assignments'>,
): ReadonlySet<string> {
  const declared = new Map<string, boolean>()
  for (const each of byNumber(conflicts.declared))
    if (each.declaredAt <= at) declared.set(pairOf(each), each.hasConflict)
  const given = assignments.filter(({ assignedAt }) => assignedAt <= at)
  const lastGiven = new Map<string, string>()
  for (const each of given) {
    const pair = pairOf(each)
    if (each.assignedAt > (lastGiven.get(pair) ?? '')) lastGiven.set(pair, each.assignedAt)
  }
  const taken = given.filter(
    (each) =>
      each.endedWhy === 'conflict' &&
      each.endedAt !== null &&
      each.endedAt <= at &&
      each.assignedAt === lastGiven.get(pairOf(each)),
  )
  return new Set([...[...declared].flatMap(([pair, has]) => (has ? [pair] : [])), ...taken.map(pairOf)])
}
