import { assessmentPath } from '../assessment.paths.ts'

/** Where the assessment of a round is downloaded, to replay. */
export const exportPath = (fund: string, round: string): string => `${assessmentPath(fund, round)}/export`

/** The download itself: with names, or with names replaced for publication. */
export const exportFilePath = (fund: string, round: string, names: 'shown' | 'replaced'): string =>
  `${exportPath(fund, round)}/${names === 'shown' ? 'internal' : 'published'}.json`
