import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'

/** The environment variable that names the file in which a run notes what axe found on each page in each of its states. */
export const TESTED = 'ACCESSIBILITY_RUN'

/** Where it is noted unless the run has named a file of its own. */
export const TESTED_FILE = join(import.meta.dirname, '../../.build/accessibility-run.jsonl')

/** What axe says of one state of a page, as ids of its rules. */
export type Verdict = {
  readonly axe: string
  readonly passed: readonly string[]
  /** Broken. */
  readonly failed: readonly string[]
  /** What axe could not decide, so that a person has to look. */
  readonly unsure: readonly string[]
  /** The success criteria that its rules bear on here, such as `1.4.3`. */
  readonly criteria: readonly string[]
}

/** One state of a page that was tested: a line of the file. */
export type Tested = Verdict & {
  readonly on: string
  readonly path: string
  readonly state: string
  readonly widthPixels: number
  readonly scripts: boolean
  readonly browser: string
}

/** Adds a line to the file that the run has named, if it has. Test files are processes of their own: each line is one write. */
export async function noteTested(page: Page, state: string, scripts: boolean, verdict: Verdict): Promise<void> {
  const file = process.env[TESTED]
  if (!file) return
  const tested: Tested = {
    on: new Date().toISOString().slice(0, 10),
    path: new URL(page.url()).pathname,
    state,
    widthPixels: page.viewportSize()?.width ?? 0,
    scripts,
    browser: `Chromium ${page.context().browser()?.version() ?? ''}`,
    ...verdict,
  }
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, `${JSON.stringify(tested)}\n`)
}
