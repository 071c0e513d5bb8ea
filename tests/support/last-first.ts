import type { Lifetime } from './template.ts'

/**
 * Ends what was begun in the opposite order: `node:test` runs `after` hooks in the order they were given, which would
 * take the database away from under the server that stands on it.
 *
 * @example const life = lastFirst(t); const open = await freshDatabase(life); const server = await testServer(life, open)
 */
export function lastFirst(lifetime: Lifetime): Lifetime {
  const ends: (() => Promise<void>)[] = []
  lifetime.after(async () => {
    for (const end of ends.reverse()) await end()
  })
  return { after: (end) => void ends.push(end) }
}
