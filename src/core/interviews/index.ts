export * from './combine-scores.ts'
export * from './half-days.ts'
export * from './panel-noise.ts'
export * from './suggest-questions.ts'
