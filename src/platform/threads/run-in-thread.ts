import { Worker } from 'node:worker_threads'

/** What a thread tells: how far it is, or what came of it. */
export type ThreadMessage<Result> = { readonly progress: number; readonly doing: string } | { readonly result: Result }

export type Watch = {
  readonly signal: AbortSignal
  readonly tell: (progress: number, doing: string) => void
  /** The most memory it may take before it is ended; as much as the process has unless said. */
  readonly megabytes?: number
}

/**
 * Works something out in a thread of its own, so that the process goes on answering.
 *
 * @param script reads `workerData` and posts messages, the result last
 * @param signal ends the thread at once
 * @throws {unknown} the signal's reason when it was ended, or the thread's own error
 */
export function runInThread<Result>(
  script: URL,
  workerData: unknown,
  { signal, tell, megabytes }: Watch,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const limits = megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: megabytes } }
    const worker = new Worker(script, { workerData, ...limits })
    const stop = (): void => {
      reject(signal.reason)
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: ThreadMessage<Result>) => {
      if ('result' in message) resolve(message.result)
      else tell(message.progress, message.doing)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop)
      reject(new Error('the thread ended without an answer'))
    })
  })
}
