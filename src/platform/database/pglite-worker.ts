import { openAsBlob } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/**
 * The thread in which PGlite runs, since it computes where it is called and would hold up every request.
 *
 * It is spoken to in PostgreSQL's own protocol: each message is the bytes a client would have written to a socket, and
 * is answered by the bytes of a server. The words `dump` and `close` are answered by a tarball and by the end.
 */
type Start = { readonly directory: string; readonly tarball?: string }

const port = parentPort
if (port === null) throw new Error('this file is run as a worker thread')

const { directory, tarball } = workerData as Start
const database = await PGlite.create({
  dataDir: directory,
  ...(tarball === undefined ? {} : { loadDataDir: await openAsBlob(tarball, { type: 'application/gzip' }) }),
})

const ROLLBACK = 'rollback'
const FORGET = 'discard all'

/** Bytes of a client that begins: the length, which starts with a zero, where other messages start with a letter. */
const isStartup = (bytes: Uint8Array): boolean => bytes[0] === 0

async function answer({ socket, bytes }: { socket: number; bytes: Uint8Array }): Promise<void> {
  if (isStartup(bytes)) {
    // A client that comes after another finds what a new connection would: no open transaction, no names, no settings.
    if (database.isInTransaction()) await database.exec(ROLLBACK)
    await database.exec(FORGET)
  }
  const chunks: Uint8Array[] = []
  await database.execProtocolRawStream(bytes, { onRawData: (chunk) => chunks.push(chunk.slice()) })
  const reply = chunks.length === 1 && chunks[0] ? chunks[0] : Uint8Array.from(Buffer.concat(chunks))
  port?.postMessage({ socket, bytes: reply }, [reply.buffer as ArrayBuffer])
}

async function dump(): Promise<void> {
  await database.exec('checkpoint')
  const file = await database.dumpDataDir('gzip')
  const bytes = new Uint8Array(await file.arrayBuffer())
  port?.postMessage({ dump: bytes }, [bytes.buffer])
}

async function close(): Promise<void> {
  await database.close()
  port?.postMessage('closed')
  port?.close()
}

// One at a time and in order, whatever the messages are.
let turn = Promise.resolve()
port.on('message', (message: { socket: number; bytes: Uint8Array } | 'dump' | 'close') => {
  turn = turn.then(() => (message === 'close' ? close() : message === 'dump' ? dump() : answer(message)))
})
port.postMessage('ready')
