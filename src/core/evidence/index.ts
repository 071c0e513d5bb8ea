export * from './draw-sample.ts'
export * from './sample-size.ts'
