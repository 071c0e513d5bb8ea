import assert from 'node:assert/strict'
import type { Form } from '../../src/core/forms/index.ts'
import { hiddenIn } from './apply-by-form.ts'
import type { TestFile } from './multipart.ts'
import { type OpenRound, openRound } from './open-round.ts'
import { type TestAnswer, type TestBrowser, type TestServer, type TestServerOptions, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** A form that asks for files: on a page, in a list, and on another page. */
export const filingForm: Form = {
  id: 'with-files',
  title: 'Expression of interest',
  pages: [
    {
      id: 'papers',
      title: 'Papers',
      questions: [
        { type: 'long-text', id: 'why', label: 'Why?' },
        { type: 'file', id: 'letters', label: 'Letters of support', max: 3, maxMegabytes: 1, accept: ['pdf', 'txt'] },
        {
          type: 'repeating-group',
          id: 'partners',
          label: 'Partners',
          itemName: 'partner',
          maxItems: 3,
          questions: [
            { type: 'short-text', id: 'name', label: 'Name' },
            { type: 'file', id: 'letter', label: 'Letter', max: 1 },
          ],
        },
      ],
    },
    { id: 'other', title: 'Other', questions: [{ type: 'file', id: 'other', label: 'Other papers' }] },
  ],
}

/** A server with a round of that form. */
export async function filing(
  lifetime: Lifetime,
  options: TestServerOptions = {},
): Promise<{ readonly server: TestServer; readonly round: OpenRound }> {
  const server = await testServer(lifetime, await freshDatabase(lifetime), options)
  return { server, round: await openRound(server.services, filingForm) }
}

/** What is taken for a PDF. */
export const pdf = (text = 'letter'): string => `%PDF-1.7\n${text}\n%%EOF\n`

export const pageOf = (reference: string, page = 'papers'): string => `/applications/${reference}/pages/${page}`

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
/** What stands in the page under a name, as a browser would send it back. */
export const kept = (body: string, name: string): string[] =>
  [...body.matchAll(new RegExp(`<input type="hidden" name="${name}" value="([^"]+)">`, 'g'))].map(([, value]) =>
    unescaped(value ?? ''),
  )

/** Sends files with a page, as its form would. */
export async function send(
  browser: TestBrowser,
  reference: string,
  files: readonly TestFile[],
  fields: Record<string, string> = {},
  page = 'papers',
): Promise<TestAnswer> {
  const { body } = await browser.get(pageOf(reference, page))
  const own = { version: hiddenIn(body, 'version'), form: hiddenIn(body, 'form'), action: 'upload:letters' }
  const there = ['letters', 'other', 'partners-0-letter', 'partners-1-letter'].flatMap((name) =>
    kept(body, name).map((value) => [name, value]),
  )
  return await browser.postFiles(
    pageOf(reference, page),
    { ...own, ...fields },
    files,
    undefined,
    there as [string, string][],
  )
}

/** The first link to a file on a page. */
export const fileHref = (body: string): string =>
  /href="(\/applications\/[^"]*\/files\/[^"]*)"/.exec(body)?.[1] ?? assert.fail('no link to a file')
