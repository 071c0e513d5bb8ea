import assert from 'node:assert/strict'
import type { Form } from '../../src/core/forms/index.ts'
import { formVersionById } from '../../src/features/forms/forms.store.ts'
import type { TestBrowser, TestServer } from './server.ts'

/** A draft of a form in the builder of the first round of the test fund. */
export type DraftForm = {
  /** The address of one of its pages. */
  readonly at: (path: string) => string
  /** As it is kept. */
  readonly read: () => Promise<Form>
  /** The hash of what a page is about, as it shows it. */
  readonly seen: (path: string) => Promise<string>
  /** Sends a form as its page shows it: with the hash of what it is about. @returns the status */
  readonly send: (path: string, fields: Record<string, string | string[]>, from?: string) => Promise<number>
}

/** Begins a form with this definition. */
export async function draftForm(
  { services }: TestServer,
  browser: TestBrowser,
  { name, definition }: { readonly name: string; readonly definition: Form },
): Promise<DraftForm> {
  const base = '/manage/funds/test-fund/first/form'
  const fields = { name, purpose: 'application', start: 'json', definition: JSON.stringify(definition) }
  const { location = '' } = await browser.post(`${base}/new`, fields)
  const draft = /versions\/([^/]+)/.exec(location)?.[1] ?? assert.fail('no draft')
  const at = (path: string): string => `${base}/versions/${draft}/${path}`
  const seen = async (path: string): Promise<string> => {
    const { body } = await browser.get(at(path))
    return /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? assert.fail(`${path} shows no hash`)
  }
  return {
    at,
    seen,
    read: async () => (await formVersionById(services.db, draft))?.definition ?? assert.fail('no draft'),
    send: async (path, fields, from = path) =>
      (await browser.post(at(path), { seen: await seen(from), ...fields })).status,
  }
}
