import type { Services } from '../../platform/services.ts'
import { isRunning, tellProgress } from './run-state.store.ts'

/** How often a run looks whether it was cancelled, in milliseconds. */
const looksEvery = 250

/** Somebody cancelled a run while it was worked out. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** How work is watched: it ends at the signal, and tells how far it is, of 100. */
export type Watch = {
  readonly signal: AbortSignal
  readonly tell: (progress: number, doing: string) => void
}

/**
 * Does the work of a run, keeps how far it is, and ends it when somebody cancels the run.
 *
 * @throws {Cancelled} when it was, else what the work throws
 */
export async function watched<Result>(
  { db }: Pick<Services, 'db'>,
  runId: string,
  work: (watch: Watch) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const look = async (still: Promise<boolean>): Promise<void> => {
    if (!(await still.catch(() => true))) controller.abort(new Cancelled())
  }
  const timer = setInterval(() => void look(isRunning(db, runId)), looksEvery)
  let told: Promise<void> = Promise.resolve()
  try {
    return await work({
      signal: controller.signal,
      tell: (progress, doing) => {
        told = told.then(() => look(tellProgress(db, runId, { progress, doing })))
      },
    })
  } finally {
    clearInterval(timer)
    await told
  }
}
