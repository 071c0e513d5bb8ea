/** Where a request about answers stands: it can be answered in time, answered late, or no more. */
export type AnswerRequestState = 'open' | 'overdue' | 'closed'

/**
 * The instant at which a reply is due is in time. After it replies still come in and say that they are late, until the
 * programme team closes the request.
 *
 * @example answerRequestState({ dueAt: new Date(5), closedAt: null }, new Date(5)) // => 'open'
 */
export function answerRequestState(
  { dueAt, closedAt }: { readonly dueAt: Date; readonly closedAt: Date | null },
  at: Date,
): AnswerRequestState {
  if (closedAt !== null && closedAt <= at) return 'closed'
  return at <= dueAt ? 'open' : 'overdue'
}
