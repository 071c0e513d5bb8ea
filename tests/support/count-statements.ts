import type { KyselyPlugin } from 'kysely'
import type { Database } from '../../src/platform/database/database.ts'

/** The same database, counting each statement that is sent to it. */
export function countStatements(db: Database): {
  readonly db: Database
  readonly count: () => number
  readonly reset: () => void
} {
  let statements = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return {
    db: db.withPlugin(plugin),
    count: () => statements,
    reset: () => {
      statements = 0
    },
  }
}
