export { type ChartScale, scaleAround } from './chart-frame.ts'
export * from './interval-chart.ts'
export * from './score-chart.ts'
