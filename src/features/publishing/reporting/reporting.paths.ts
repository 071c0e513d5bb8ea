import type { FigureAt } from '../../../core/reporting/index.ts'

/** The report of a round, for those who run it and those who audit it. */
export const reportPath = (fund: string, round: string): string => `/manage/funds/${fund}/${round}/report`

/** The applications behind a figure of it, of the whole or of a region or type of authority. */
export const reportRowsPath = (fund: string, round: string, { figure, region, kind }: FigureAt): string =>
  `${reportPath(fund, round)}/applications?${new URLSearchParams({ figure, ...(region !== undefined && { region }), ...(kind !== undefined && { type: kind }) })}`

/** The counts of it, to keep. */
export const reportFilePath = (fund: string, round: string, kind: 'csv' | 'ods' | 'xlsx'): string =>
  `${reportPath(fund, round)}.${kind}`
