/** When a notice about the service is shown: both instants are within it. */
export type NoticeTimes = { readonly startsAt: Date; readonly endsAt: Date }

/** Whether a notice is shown at an instant. */
export const isShown = ({ startsAt, endsAt }: NoticeTimes, at: Date): boolean => startsAt <= at && at <= endsAt

/** Work on the service that ends within so many hours before a deadline takes from applicants the hours that count. */
export const hoursToKeepFree = 24

/**
 * The deadlines that planned work would spoil: those within it, and those so soon after it that it takes the last hours.
 *
 * @param deadlines those that count, extensions and all
 * @example deadlinesSpoilt({ startsAt: new Date(0), endsAt: new Date(10) }, [{ deadlineAt: new Date(10) }]).length // => 1
 */
export const deadlinesSpoilt = <Deadline extends { readonly deadlineAt: Date | null }>(
  { startsAt, endsAt }: NoticeTimes,
  deadlines: readonly Deadline[],
): readonly Deadline[] =>
  deadlines.filter(
    ({ deadlineAt }) =>
      deadlineAt !== null &&
      startsAt <= deadlineAt &&
      deadlineAt.getTime() <= endsAt.getTime() + hoursToKeepFree * 3_600_000,
  )
