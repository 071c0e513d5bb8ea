export { costCaseOf, samplesOfRun } from './cost-case.ts'
export { type CostResult, costEngine } from './cost-run.ts'
export { driverTitles } from './driver-titles.ts'
export { type Changed, changedBy, switchesAt, type WhatIfOption, whatIfOf } from './what-if.ts'
