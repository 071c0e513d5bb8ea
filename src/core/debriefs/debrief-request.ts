/** What an applicant would like to talk about, and when they could. */
export type DebriefAsked = { readonly wants: string; readonly times: string }

/** Longer texts are not stored. */
export const longestDebriefText = 4_000

export type RequestProblem =
  | { readonly code: 'wants-missing' | 'times-missing' }
  | { readonly code: 'wants-too-long' | 'times-too-long'; readonly most: number }

/** Everything that is missing from what was typed. */
export function requestProblems({ wants, times }: DebriefAsked): readonly RequestProblem[] {
  const [most] = [longestDebriefText]
  return [
    ...(wants.trim() === '' ? [{ code: 'wants-missing' } as const] : []),
    ...(wants.length > most ? [{ code: 'wants-too-long', most } as const] : []),
    ...(times.trim() === '' ? [{ code: 'times-missing' } as const] : []),
    ...(times.length > most ? [{ code: 'times-too-long', most } as const] : []),
  ]
}

/**
 * How far a debrief is. `asked`: it waits for the programme team. `arranged`: a time was proposed. `closed`: with what came
 * of it.
 */
export const debriefStates = ['asked', 'arranged', 'closed'] as const
export type DebriefState = (typeof debriefStates)[number]

/** What came of a debrief. `answered`: in writing. `missed`: the applicants did not come. `withdrawn`: by the applicants. */
export const debriefOutcomes = ['held', 'answered', 'missed', 'withdrawn'] as const
export type DebriefOutcome = (typeof debriefOutcomes)[number]
