/**
 * The typesetter, a process of its own: a long document does not hold up the web, and its 110 MB go when it ends. (Tried as
 * a thread, it left them with the process for good.)
 */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type DocumentData, templateInput } from './document-data.ts'

/** A document as it was made, and how many pages it has. */
export type Typeset = { readonly bytes: Uint8Array; readonly pages: number }

/** What the typesetter is asked and answers; the `id` is the asker's. */
export type PdfRequest = { readonly id: number; readonly data: DocumentData }
export type PdfAnswer = ({ readonly id: number } & Typeset) | { readonly id: number; readonly problem: string }

/** How many generations of the typesetter's cache are kept: enough for the template, without growing with each document. */
const CACHE_GENERATIONS = 5
const MOST_TRIES = 8

const template = readFileSync(new URL('./document.typ', import.meta.url), 'utf8')
const compiler = NodeCompiler.create({ workspace: fileURLToPath(new URL('.', import.meta.url)) })

/** Characters found to be in no font of this machine. They are few: people write in few scripts. */
const missing = new Set<string>()

/** The characters that an error names, as `\"中\"` or `\"\\u{7}\"`. ASCII is in every font: beside others in a name, it is not the cause. */
function namedCharacters(message: string): string[] {
  const names = message.matchAll(/(?:the text|disallowed codepoint) `\\"(.*?)\\"`/gs)
  return [...names]
    .map(([, name = '']) =>
      name.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    )
    .flatMap((name) => name.match(/[^\p{ASCII}]/gu) ?? [])
}

function typeset(data: DocumentData): Typeset {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: templateInput(data, missing) } })
  if (compiled.result === null) {
    const error = compiled.takeError()
    throw new Error(error === null ? 'nothing was made' : JSON.stringify(compiler.fetchDiagnostics(error)))
  }
  const creationTimestamp = Math.floor(data.createdAt.getTime() / 1000)
  const pages = compiled.result.numOfPages
  return { bytes: compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp }), pages }
}

/** Tries again with what no font has replaced, until nothing more is named. */
function typesetWithWhatThereIs(data: DocumentData): Typeset {
  for (let tries = 1; ; tries += 1) {
    try {
      return typeset(data)
    } catch (error) {
      const named = error instanceof Error ? namedCharacters(error.message).filter((name) => !missing.has(name)) : []
      if (named.length === 0 || tries === MOST_TRIES) throw error
      for (const name of named) missing.add(name)
    }
  }
}

function answer({ id, data }: PdfRequest): PdfAnswer {
  try {
    return { id, ...typesetWithWhatThereIs(data) }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : 'unknown' }
  } finally {
    compiler.evictCache(CACHE_GENERATIONS)
  }
}

// A signal to the whole group is for the process that asks: it finishes what is in flight, and then ends this one.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (request: PdfRequest) => process.send?.(answer(request)))
