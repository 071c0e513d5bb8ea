/** What auditors find of a round. */
export const evidencePath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/evidence`

/** Where its pack is asked for. */
export const packPath = (fund: string, round: string): string => `${evidencePath(fund, round)}/pack`

/** What happened in a round, or to one application of it. */
export const trailPath = (fund: string, round: string, reference?: string): string =>
  `${evidencePath(fund, round)}/trail${reference === undefined ? '' : `/${encodeURIComponent(reference)}`}`
