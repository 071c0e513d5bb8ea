import { canonicalJson } from './canonical-json.ts'
import type { Json } from './json.ts'

/** SHA-256 of text in UTF-8, as 64 lower-case hexadecimal digits. Passed in, since `core` has no packages. */
export type Sha256 = (text: string) => string

/** The hash of what a document says, whatever the order of its keys: `sha256(canonicalJson(document))`. */
export const contentHash = (document: Json, sha256: Sha256): string => sha256(canonicalJson(document))
