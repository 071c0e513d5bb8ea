import { readFile } from 'node:fs/promises'
import { Refused } from './command.ts'

/** What is in a file that a command was given. @throws {Refused} if it cannot be read */
export const readText = async (file: string): Promise<string> =>
  await readFile(file, 'utf8').catch(() => {
    throw new Refused(`Cannot read ${file}. Give the path of a CSV file.`)
  })
