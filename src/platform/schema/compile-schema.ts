import { Ajv } from 'ajv'
import type { TSchema } from 'typebox'

/** Where something does not fit, as a JSON pointer, and in what way: `/limit`, `must be <= 100`. */
export type Misfit = { readonly at: string; readonly text: string }

/** The compiler that the web server loads in any case. Typebox has one of its own, which takes 7 MB more. */
const compiler = new Ajv({ allErrors: true })

/**
 * Compiles a schema: once for each, when a module is read.
 *
 * @returns what does not fit in a value: nothing of one that does. Nothing in the value is changed
 * @example compileSchema(Type.Integer({ maximum: 100 }))(101) // [{ at: '', text: 'must be <= 100' }]
 */
export function compileSchema(schema: TSchema): (value: unknown) => readonly Misfit[] {
  const fits = compiler.compile(schema)
  return (value) =>
    fits(value)
      ? []
      : (fits.errors ?? []).map(({ instancePath, message = 'does not fit' }) => ({ at: instancePath, text: message }))
}
