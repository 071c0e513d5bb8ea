import { type RawBuilder, sql } from 'kysely'

/**
 * A list of texts as what stands after `in`, the same on both engines and the same statement for any number of them.
 *
 * @example sql`select id from organisation where kind in ${among(['county', 'district'])}`
 */
export const among = (list: readonly string[]): RawBuilder<unknown> =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`
