import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'

/** A PGlite that runs in a thread of its own, spoken to in PostgreSQL's protocol. */
export type PgliteThread = {
  /** A new socket to it, as node-postgres wants one. A new client takes the place of the one before. */
  socket(): Duplex
  /** The whole database as a compressed tarball, as of now. */
  dump(): Promise<Uint8Array>
  close(): Promise<void>
}

type Reply =
  | 'ready'
  | 'closed'
  | { readonly socket: number; readonly bytes: Uint8Array }
  | { readonly dump: Uint8Array }

/**
 * Starts PGlite on a folder, which must be nobody else's while it runs: see `lock.ts`.
 *
 * @param tarball a file made by `dump`, to fill an empty folder with; without one, an empty folder gets an empty database
 */
export async function startPglite(directory: string, tarball?: string): Promise<PgliteThread> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: tarball === undefined ? { directory } : { directory, tarball },
  })
  const sockets = new Map<number, ThreadSocket>()
  let opened = 0
  let broken: Error | undefined
  const waiting = new Map<'ready' | 'closed' | 'dump', PromiseWithResolvers<unknown>>()

  const next = (word: 'ready' | 'closed' | 'dump'): Promise<unknown> => {
    const promise = Promise.withResolvers<unknown>()
    if (broken) promise.reject(broken)
    waiting.set(word, promise)
    return promise.promise
  }
  const fail = (error: Error): void => {
    broken = error
    for (const promise of waiting.values()) promise.reject(error)
    for (const socket of sockets.values()) socket.destroy(error)
  }

  worker.on('message', (reply: Reply) => {
    if (typeof reply === 'string') waiting.get(reply)?.resolve(undefined)
    else if ('dump' in reply) waiting.get('dump')?.resolve(reply.dump)
    else sockets.get(reply.socket)?.receive(reply.bytes)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the embedded database has ended')))
  await next('ready')

  return {
    socket() {
      opened += 1
      const id = opened
      const socket = new ThreadSocket((bytes) => {
        if (!broken) worker.postMessage({ socket: id, bytes }, [bytes.buffer as ArrayBuffer])
        return broken
      })
      sockets.set(id, socket)
      socket.once('close', () => sockets.delete(id))
      return socket
    },
    async dump() {
      const dumped = next('dump')
      worker.postMessage('dump')
      return (await dumped) as Uint8Array
    },
    async close() {
      if (broken) return
      const closed = next('closed')
      worker.postMessage('close')
      await closed
      await worker.terminate()
    },
  }
}

/** The part of a `net.Socket` that node-postgres uses, with a thread at the other end instead of a network. */
class ThreadSocket extends Duplex {
  readonly #send: (bytes: Uint8Array) => Error | undefined

  constructor(send: (bytes: Uint8Array) => Error | undefined) {
    super()
    this.#send = send
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  receive(bytes: Uint8Array): void {
    if (bytes.length > 0) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }

  // node-postgres writes whole messages, and corks those that belong together up to the one that asks for the answer.
  override _write(chunk: Buffer, _encoding: BufferEncoding, written: (error?: Error) => void): void {
    written(this.#send(Uint8Array.from(chunk)))
  }

  override _writev(chunks: { chunk: Buffer }[], written: (error?: Error) => void): void {
    written(this.#send(Uint8Array.from(Buffer.concat(chunks.map(({ chunk }) => chunk)))))
  }

  override _read(): void {}

  override _final(finished: () => void): void {
    this.push(null)
    finished()
  }

  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}
