import { canonicalJson, type Json, type Sha256 } from '../canonical/index.ts'

/** A value that is not in what is published: where it stood, and its salted hash. */
export type Withheld = { readonly path: string; readonly sha256: string }

/** The nonce of a value: whoever has the salt has every nonce, and one can be given away without the others. */
export const nonceOf = (salt: string, path: string, sha256: Sha256): string => sha256(`${salt}${path}`)

/** The salted hash of a value that is withheld. Given its nonce and the value, anybody can take it again. */
export const commitmentOf = (nonce: string, path: string, value: Json, sha256: Sha256): string =>
  sha256(canonicalJson([nonce, path, value]))
