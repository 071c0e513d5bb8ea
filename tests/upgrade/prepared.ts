import type pg from 'pg'

/** Whether a statement is of the kind that has a plan; those that begin transactions and the like have none. */
export const hasPlan = (text: string): boolean => /^\s*(with|select|insert|update|delete|merge|values)\b/i.test(text)

/**
 * Has the database analyse each statement as it does before it runs it: every table, column, function, type and
 * conflict target that it names is looked up. Nothing is run.
 *
 * @returns those that it refuses, with why
 */
export async function refusedBy(
  pool: pg.Pool,
  statements: readonly string[],
): Promise<readonly { readonly text: string; readonly why: string }[]> {
  const refused: { readonly text: string; readonly why: string }[] = []
  const client = await pool.connect()
  try {
    for (const text of statements) {
      try {
        await client.query(`prepare recorded as ${text}`)
        await client.query('deallocate recorded')
      } catch (error) {
        refused.push({ text, why: error instanceof Error ? error.message : String(error) })
      }
    }
  } finally {
    client.release()
  }
  return refused
}
