/** Addresses of the decisions of a round, under the round that the programme team runs. */

/** Where the steps from the shortlist to the awards stand. */
export const decisionsPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/decisions`
