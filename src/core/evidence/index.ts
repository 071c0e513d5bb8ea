export * from './draw-sample.ts'
export * from './pack-manifest.ts'
export * from './pack-parts.ts'
export * from './sample-size.ts'
