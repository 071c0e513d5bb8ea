export * from './combine-scores.ts'
