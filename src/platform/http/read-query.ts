import type { TSchema } from 'typebox'
import { compileSchema } from '../schema/compile-schema.ts'
import type { Problem } from './problem.ts'

/** What a query says, or what is wrong with it. Whole numbers are numbers; nothing else is turned into anything. */
export type ReadQuery =
  | { readonly ok: true; readonly values: Readonly<Record<string, string | number>> }
  | { readonly ok: false; readonly problems: NonNullable<Problem['problems']> }

type Checked = { readonly whole: boolean; readonly check: (value: unknown) => string | undefined }

/**
 * Reads queries by their schemas: what is not known, is there twice or does not fit is said, and not dropped.
 *
 * @returns made once for a route: schemas are compiled here
 */
export function queryReader(schemas: Readonly<Record<string, TSchema>>): (query: URLSearchParams) => ReadQuery {
  const known = new Map(Object.entries(schemas).map(([name, schema]) => [name, checkedBy(schema)]))
  return (query) => {
    const names = [...new Set(query.keys())]
    const values: Record<string, string | number> = {}
    const problems = names.flatMap((name) => {
      const at = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      const by = known.get(name)
      if (by === undefined) return [{ at, text: `is not known; there is: ${[...known.keys()].join(', ') || 'none'}` }]
      const given = query.getAll(name)
      if (given.length > 1) return [{ at, text: 'must be there once' }]
      const value = by.whole ? wholeNumber(given[0] ?? '') : (given[0] ?? '')
      if (value === undefined) return [{ at, text: 'must be a whole number' }]
      values[name] = value
      const text = by.check(value)
      return text === undefined ? [] : [{ at, text }]
    })
    return problems.length > 0 ? { ok: false, problems } : { ok: true, values }
  }
}

function checkedBy(schema: TSchema): Checked {
  const misfitsIn = compileSchema(schema)
  return {
    whole: 'type' in schema && schema.type === 'integer',
    check: (value) => misfitsIn(value)[0]?.text,
  }
}

const wholeNumber = (written: string): number | undefined => (/^\d{1,9}$/.test(written) ? Number(written) : undefined)
