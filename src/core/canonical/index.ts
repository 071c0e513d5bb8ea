export { canonicalJson } from './canonical-json.ts'
export { contentHash, type Sha256 } from './content-hash.ts'
export { isObject, type Json, type JsonObject } from './json.ts'
export * from './shape.ts'
