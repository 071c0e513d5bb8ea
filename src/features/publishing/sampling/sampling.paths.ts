import { evidencePath } from '../evidence/evidence.paths.ts'

/** Where a sample is drawn. */
export const newSamplePath = (fund: string, round: string): string => `${samplesPath(fund, round)}/new`

/** The samples of a round. */
export const samplesPath = (fund: string, round: string): string => `${evidencePath(fund, round)}/samples`

export const samplePath = (fund: string, round: string, number: number): string =>
  `${samplesPath(fund, round)}/${number}`

/** The work sheet of a sample, to keep. */
export const sheetPath = (fund: string, round: string, number: number, kind: 'csv' | 'ods' | 'xlsx'): string =>
  `${samplePath(fund, round, number)}/sheet.${kind}`

/** An item of a sample. @param place from 1 */
export const itemPath = (fund: string, round: string, number: number, place: number): string =>
  `${samplePath(fund, round, number)}/items/${place}`
