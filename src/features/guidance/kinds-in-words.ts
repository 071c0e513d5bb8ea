import type { AuthorityKind } from '../../core/authorities/authority.ts'
import { kindPlural } from '../../core/authorities/kind-words.ts'
import { plainList } from '../../core/text/plain-list.ts'

/**
 * Kinds of body as a sentence names them.
 *
 * @example kindsInWords(['county', 'unitary']) // => 'county councils and unitary authorities'
 */
export const kindsInWords = (kinds: readonly AuthorityKind[]): string => plainList(kinds.map(kindPlural))
