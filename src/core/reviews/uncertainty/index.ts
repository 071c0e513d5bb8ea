export { costCaseOf, samplesOfRun } from './cost-case.ts'
export { type CostResult, costEngine } from './cost-run.ts'
export { driverTitles } from './driver-titles.ts'
export {
  bandFinding,
  certainFinding,
  chanceWords,
  deviationWords,
  meanFinding,
  percentilesMean,
  spreadsFinding,
  tornadoFinding,
} from './run-words.ts'
export { type Changed, changedBy, switchesAt, type WhatIfOption, whatIfOf } from './what-if.ts'
