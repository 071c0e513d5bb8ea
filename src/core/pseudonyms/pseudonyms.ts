import type { Sha256 } from '../canonical/index.ts'

/**
 * A pseudonym for each of these ids: the kind of thing and a number, in an order that tells nothing of who they are. The
 * same salt gives the same pseudonyms, another round has another salt, and without the salt nobody can try names until one
 * fits: hashes of what can be guessed are salted, and the salt is kept secret.
 *
 * @param salt secret and of this round alone
 * @param word what each is called, such as `Bid` or `Assessor`
 * @returns the pseudonym by id; an id that is there twice counts once
 * @throws {RangeError} for a salt that could be guessed
 * @example [...pseudonymsOf(['b'], { salt: 'x'.repeat(32), word: 'Bid', sha256 }).values()] // => ['Bid 1']
 */
export function pseudonymsOf(
  ids: readonly string[],
  { salt, word, sha256 }: { readonly salt: string; readonly word: string; readonly sha256: Sha256 },
): ReadonlyMap<string, string> {
  if (salt.length < 32) throw new RangeError('a salt has at least 32 characters')
  const places = [...new Set(ids)].map((id) => ({ id, place: sha256(`${salt}\0${word}\0${id}`) }))
  places.sort((one, other) => (one.place < other.place ? -1 : 1))
  const width = String(places.length).length
  return new Map(places.map(({ id }, index) => [id, `${word} ${String(index + 1).padStart(width, '0')}`]))
}
