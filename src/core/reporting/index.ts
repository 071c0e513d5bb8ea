export { type Figure, type FigureAt, figures, furthestOf, rowsBehind } from './rows-behind.ts'
export {
  type CountsByGroup,
  type ReportedApplication,
  type RoundSummary,
  type Stage,
  severalRegions,
  stages,
  summariseRound,
} from './summarise-round.ts'
