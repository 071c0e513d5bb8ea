import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IsoDay } from '../../../core/time/day.ts'

/** A page, by the address of its route, as a machine last tested it. */
export type TestedPage = {
  readonly page: string
  readonly on: IsoDay
  /** How many states of it: empty, wrong, filled in. */
  readonly states: number
  readonly widthsPixels: readonly number[]
  readonly withoutScripts: boolean
  /** The rules that it broke. */
  readonly failed: readonly string[]
  /** The rules of which the machine could not tell, so that a person has to look. */
  readonly unsure: readonly string[]
}

/** What the tests of this release found, by the program and the browser of the latest of them. */
export type TestedPages = {
  readonly axe: string
  readonly browser: string
  /** The rules that bore on some page. */
  readonly rules: readonly string[]
  /** The success criteria of which something was tested, such as `1.4.3`. */
  readonly criteria: readonly string[]
  readonly pages: readonly TestedPage[]
}

/** Written by `npm run accessibility-statement`; it comes with the release. */
export const testedFile = join(import.meta.dirname, '../../../../docs/generated/accessibility.json')

let read: Promise<TestedPages> | undefined

/** What is known of every page, read once. */
export function testedPages(): Promise<TestedPages> {
  read ??= readFile(testedFile, 'utf8').then((text) => JSON.parse(text))
  return read
}
