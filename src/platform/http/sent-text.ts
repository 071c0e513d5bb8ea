import { readFile } from 'node:fs/promises'
import { cleanText } from './form-body.ts'
import type { Ask } from './route.ts'

/** A file of text in place of a box to paste it into: nothing was chosen, what it says, or the name of what will not do. */
export type SentText =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' | 'not-text'; readonly name: string }

/** As much as a form of text holds: what was sent is shown in the box again. */
export const textFile = { count: 1, bytesEach: 900_000 } as const

/** The text in the file that came under this name: UTF-8, with or without a mark at its beginning. */
export async function sentText({ files }: Pick<Ask, 'files'>, field: string): Promise<SentText> {
  const file = files.find((each) => each.field === field)
  if (file === undefined) return { kind: 'none' }
  if (file.refused !== undefined) return { kind: 'too-large', name: file.name }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file.path))
    return text.includes('\0') ? { kind: 'not-text', name: file.name } : { kind: 'text', text: cleanText(text) }
  } catch {
    return { kind: 'not-text', name: file.name }
  }
}
