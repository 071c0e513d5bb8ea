/** What has to be ended or removed, whatever happens. */
export type Lifetime = { readonly after: (end: () => Promise<unknown>) => void }

/**
 * Runs something, and then everything that it asked to be done at its end, the latest first. A signal to stop does the
 * same at once.
 */
export async function withLifetime(work: (lifetime: Lifetime) => Promise<void>): Promise<void> {
  const ends: (() => Promise<unknown>)[] = []
  const endAll = async (): Promise<void> => {
    for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end().catch(console.error)
  }
  let stopping: Promise<void> | undefined
  const stop = (): void => {
    stopping ??= endAll().then(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    await work({ after: (end) => ends.push(end) })
  } catch (error) {
    // What was ended under its hands fails, and that is no fault.
    if (stopping === undefined) throw error
  } finally {
    await (stopping ?? endAll())
  }
}
