export { type ChartScale, scaleAround } from './chart-frame.ts'
export * from './interval-chart.ts'
export * from './score-chart.ts'
export { type MapTile, type TileMap, tileMap } from './tile-map.ts'
