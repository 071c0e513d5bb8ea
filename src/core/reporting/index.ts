export {
  type CountsByGroup,
  type ReportedApplication,
  type RoundSummary,
  type Stage,
  stages,
  summariseRound,
} from './summarise-round.ts'
