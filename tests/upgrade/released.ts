import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is known of the release before: how far its migrations went, and the text of every statement that it was seen to send. */
export type Released = { readonly migrations: number; readonly statements: readonly string[] }

export const releasedFile = join(import.meta.dirname, 'released.json')

export const readReleased = async (): Promise<Released> => JSON.parse(await readFile(releasedFile, 'utf8'))
