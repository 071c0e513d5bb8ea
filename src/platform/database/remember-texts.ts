import type { QueryCompiler, RootOperationNode } from 'kysely'

/** A place in the tree of all texts seen: reached by the templates so far, and by the values between them. */
type Place = {
  readonly templates: Map<readonly string[], Place>
  afterValue: Place | undefined
  /** The text of what ends here. */
  text: string | undefined
}

const newPlace = (): Place => ({ templates: new Map(), afterValue: undefined, text: undefined })

/** How many places are kept. A program that needs more writes texts from its data, and these are put together each time. */
const MOST_PLACES = 20_000

/**
 * Compiles statements of the `sql` tag without putting their text together again each time. Where the same templates of
 * the source stand in the same order, the text is the same, whatever the values: so it is found by the templates alone,
 * which are the same objects each time a line of source is run. Anything else than templates and values (`sql.id`, lists
 * of any length) is compiled as before.
 */
export function rememberTexts(compiler: QueryCompiler, most = MOST_PLACES): QueryCompiler {
  const root = newPlace()
  let places = 1
  const added = (): Place | undefined => {
    if (places >= most) return undefined
    places += 1
    return newPlace()
  }

  function afterTemplate(from: Place, template: readonly string[]): Place | undefined {
    const known = from.templates.get(template)
    if (known !== undefined) return known
    const place = added()
    if (place !== undefined) from.templates.set(template, place)
    return place
  }

  function afterValue(from: Place): Place | undefined {
    from.afterValue ??= added()
    return from.afterValue
  }

  /** Goes along a statement and gathers its values. @returns undefined if it is made of anything else */
  function walk(node: RootOperationNode, from: Place, values: unknown[]): Place | undefined {
    if (node.kind !== 'RawNode') return undefined
    const { sqlFragments, parameters } = node
    // A list that no template of the source made, which is a new one each time.
    if (!('raw' in sqlFragments)) return undefined
    let place = afterTemplate(from, sqlFragments)
    for (const part of parameters) {
      if (place === undefined) return undefined
      if (part.kind === 'ValueNode') {
        if ('immediate' in part) return undefined
        values.push((part as unknown as { readonly value: unknown }).value)
        place = afterValue(place)
      } else {
        place = walk(part as RootOperationNode, place, values)
      }
    }
    return place
  }

  return {
    compileQuery(node, queryId) {
      const parameters: unknown[] = []
      const place = walk(node, root, parameters)
      if (place === undefined) return compiler.compileQuery(node, queryId)
      place.text ??= compiler.compileQuery(node, queryId).sql
      return { query: node, queryId, sql: place.text, parameters }
    },
  }
}
