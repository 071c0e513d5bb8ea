/** Addresses of the assessment of a round. The programme team's stand under the round that it runs. */

const managed = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/assessment`

/** Where the programme team runs the assessment of a round. */
export const assessmentPath = (fund: string, round: string): string => managed(fund, round)
