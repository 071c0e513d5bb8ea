import type { SubmissionProblem } from '../applications.messages.ts'

/** What of the partners stops a submission: the round may want some that have accepted. */
export const partnerProblems = (
  { partnerMinimum: least }: { readonly partnerMinimum: number },
  accepted: number,
): readonly SubmissionProblem[] => (accepted < least ? [{ code: 'too-few-partners', least, accepted }] : [])
