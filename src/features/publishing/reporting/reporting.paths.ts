/** The report of a round, for those who run it and those who audit it. */
export const reportPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/report`

/** The counts of it, to keep. */
export const reportFilePath = (fund: string, round: string, kind: 'csv' | 'ods' | 'xlsx'): string =>
  `${reportPath(fund, round)}.${kind}`
