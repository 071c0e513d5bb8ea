export { type Month, type MonthCounts, type MonthPerformance, type Performance, performanceOf } from './performance.ts'
export { type Cost, type CostProblem, type CostTyped, readCost } from './read-cost.ts'
export { type Count, countOf, leastCount, type Share, shareOf } from './withhold.ts'
