type Members = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, Iterable<unknown> | AsyncIterable<unknown>>>

/** A list as JSON, a member on each line, in pieces: it is never held whole. */
export async function* listPieces(members: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true
  for await (const member of members) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(member)}`
    first = false
  }
  yield first ? '[]\n' : '\n]\n'
}

/**
 * An object as JSON, in pieces.
 *
 * @param lists members that are lists and come a few at a time
 * @param objects members that are objects, of which a list is told member by member
 */
export async function* objectPieces(
  members: Members,
  lists: Lists,
  objects: Readonly<Record<string, Members>> = {},
): AsyncGenerator<string> {
  let before = '{'
  const named = function* (key: string): Generator<string> {
    yield `${before}${JSON.stringify(key)}:`
    before = ','
  }
  for (const [key, member] of Object.entries(members)) {
    yield* named(key)
    yield JSON.stringify(member)
  }
  for (const [key, list] of Object.entries(lists)) {
    yield* named(key)
    yield* listPieces(list)
  }
  for (const [key, object] of Object.entries(objects)) {
    yield* named(key)
    const isList = (member: unknown): member is readonly unknown[] => Array.isArray(member)
    const own = Object.entries(object)
    yield* objectPieces(
      Object.fromEntries(own.filter(([, member]) => !isList(member))),
      Object.fromEntries(own.filter((entry): entry is [string, unknown[]] => isList(entry[1]))),
    )
  }
  yield before === '{' ? '{}\n' : '}\n'
}
