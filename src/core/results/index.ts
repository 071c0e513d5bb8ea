export { anonymousBands, fewestInBand, type ScoreBand } from './anonymous-bands.ts'
export { type AwardNow, awardsNow, type LiveAward, standingPounds, stands } from './awards-now.ts'
export {
  type CameTo,
  type ResultsDocument,
  resultsDocument,
  type ToldAward,
  type ToldBid,
  type ToTell,
} from './results-document.ts'
export { type ResultFigure, type ResultRow, resultFigures, rowsOfResults } from './rows-of-results.ts'
