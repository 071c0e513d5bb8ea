/** Accessible PDF documents (PDF/UA-1): tagged, titled, in British English. */

import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { DocumentData } from './document-data.ts'
import { type ReceiptDocument, receiptDocument } from './receipt.ts'
import type { PdfAnswer, PdfRequest, Typeset } from './typesetter.ts'

/**
 * Makes PDFs. Text may be anything: a character that no font has is replaced by □, and the document says so.
 * Rejects when the typesetter fails or takes too long, after which the next call starts it afresh; a submission must
 * never wait for it.
 */
export type Pdf = {
  /** The receipt of an application, with the questions as asked and the answers as given. */
  receipt(receipt: ReceiptDocument): Promise<Uint8Array>
  /** Any document. */
  document(data: DocumentData): Promise<Uint8Array>
  /** How many pages a document has. */
  pages(data: DocumentData): Promise<number>
  /** Whether the typesetter runs now and takes its memory. */
  loaded(): boolean
  /** Ends the typesetter; what is unfinished rejects. */
  close(): Promise<void>
}

/**
 * `idleMs`: how long a typesetter waits for more before it ends. `longestMs`: how long one document may take. `most`: how
 * many typesetters there may be at once.
 */
export type PdfSettings = { readonly idleMs?: number; readonly longestMs?: number; readonly most?: number }

/** A second typesetter takes a second to start and 110 MB, so it is for a rush: when so many wait at the first. */
const RUSH = 4

type Typesetter = ReturnType<typeof startTypesetter>

type Waiting = { readonly resolve: (made: Typeset) => void; readonly reject: (error: Error) => void }

/** A running typesetter. `ended` is called once, when it can do no more. */
function startTypesetter({ idleMs, longestMs }: Required<Omit<PdfSettings, 'most'>>, ended: () => void) {
  // Nothing of the environment, which holds secrets, goes with it.
  const child = fork(new URL('./typesetter.ts', import.meta.url), { serialization: 'advanced', execArgv: [], env: {} })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const waiting = new Map<number, Waiting>()
  let lastId = 0

  const fail = (error: Error): void => {
    clearTimeout(timer)
    ended()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const stop = async (reason: string): Promise<void> => {
    fail(new Error(reason))
    // An idle one keeps no process from ending: whoever waits for its end would be ended before.
    child.ref()
    child.kill('SIGKILL')
    await exited
  }
  const onTime = (): void => void stop(waiting.size === 0 ? 'the typesetter was idle' : 'a document took too long')
  let timer = setTimeout(onTime, longestMs)

  /** A process may end while the typesetter is idle, and not while someone waits for it. */
  const watch = (): void => {
    clearTimeout(timer)
    timer = setTimeout(onTime, waiting.size === 0 ? idleMs : longestMs)
    if (waiting.size > 0) {
      child.ref()
      child.channel?.ref()
    } else {
      timer.unref()
      child.unref()
      child.channel?.unref()
    }
  }

  child.on('message', (answer: PdfAnswer) => {
    const asker = waiting.get(answer.id)
    waiting.delete(answer.id)
    watch()
    if ('bytes' in answer) asker?.resolve(answer)
    else asker?.reject(new Error(`the typesetter: ${answer.problem}`))
  })
  child.on('error', (error: Error) => fail(error))
  child.on('exit', () => fail(new Error('the typesetter ended')))

  return {
    stop,
    queue: () => waiting.size,
    make: (data: DocumentData): Promise<Typeset> =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        if (waiting.size === 1) watch()
        child.send({ id: lastId, data } satisfies PdfRequest)
      }),
  }
}

/**
 * Opens the maker of PDFs. The typesetter is loaded at the first document and ended when idle, so that a web process
 * that makes none has none of its memory. In a rush there are two, on a machine with a processor for each.
 */
export function openPdf(settings: PdfSettings = {}): Pdf {
  const { idleMs = 60_000, longestMs = 30_000, most = Math.min(2, availableParallelism()) } = settings
  const typesetters = new Set<Typesetter>()
  const start = (): Typesetter => {
    const started = startTypesetter({ idleMs, longestMs }, () => typesetters.delete(started))
    typesetters.add(started)
    return started
  }
  /** The one with the fewest before it. */
  const next = (): Typesetter => {
    const [first] = [...typesetters].sort((one, other) => one.queue() - other.queue())
    if (first === undefined) return start()
    return first.queue() >= RUSH && typesetters.size < most ? start() : first
  }
  const document = async (data: DocumentData): Promise<Uint8Array> => (await next().make(data)).bytes
  return {
    document,
    pages: async (data) => (await next().make(data)).pages,
    receipt: (receipt) => document(receiptDocument(receipt)),
    loaded: () => typesetters.size > 0,
    close: async () => {
      await Promise.all([...typesetters].map((typesetter) => typesetter.stop('the maker of PDFs was closed')))
    },
  }
}
