export {
  type CalibratedApplication,
  type CalibratedAssessor,
  type Calibration,
  type CalibrationCase,
  calibrate,
  type ScoreStudy,
  type Share,
  type StudyOptions,
  studyScores,
} from './calibrate.ts'
export { comparableGroups } from './comparable-groups.ts'
export { type Score, type ScoreTable, scoreTable } from './scores.ts'
