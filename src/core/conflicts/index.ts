export * from './conflict.ts'
export * from './find-conflicts.ts'
export * from './stand-under-rules.ts'
export * from './succession-lines.ts'
