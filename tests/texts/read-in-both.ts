import { sql } from 'kysely'
import type { Route } from '../../src/platform/http/route.ts'
import { everyone, type Name } from '../access/cast.ts'
import { keyOf, openWorld, rowOf, type World } from '../access/open-world.ts'
import { placeOf } from '../access/route-table.ts'
import { rules } from '../access/rules.ts'
import type { TestAnswer, TestBrowser } from '../support/server.ts'
import type { Lifetime } from '../support/template.ts'
import { marked, unmarked } from './marked.ts'

/** What a route answers in English, and in English with marks. */
export type Pair = { readonly route: string; readonly english: TestAnswer; readonly marked: TestAnswer }

/** One moment for all pages, after everything in the world was written: then no two say another time. */
const at = new Date(Date.now() + 600_000)

/**
 * The service with everything in it, which speaks English and English with marks, and in which everybody wants to be written to
 * in English.
 */
export async function openMarked(lifetime: Lifetime): Promise<World> {
  const world = await openWorld(lifetime, { clock: () => at, languages: [{ language: marked, offered: true }] })
  await sql`update person set language = 'en'`.execute(world.services.db)
  return world
}

/** Somebody whom a route lets in. */
export function letIn(route: Route): Name | undefined {
  const { rule, reader } = rowOf(route)
  const ours: readonly Name[] = rules[rule].ours
  const who = everyone.filter((name) => ours.includes(name))
  return reader ?? (who.includes('team') ? 'team' : who[0])
}

/** Asks the same in both languages, in English first. */
export async function inBoth(browser: TestBrowser, route: Route, ask: () => Promise<TestAnswer>): Promise<Pair> {
  browser.cookies.delete('language')
  const english = await ask()
  browser.cookies.set('language', marked.tag)
  return { route: keyOf(route), english, marked: await ask() }
}

export const isPage = ({ english }: Pair): boolean => String(english.headers['content-type']).startsWith('text/html')

export const here = placeOf('ours')

/** A page without what is never the same twice, without the language of what is in another, and without its case: a text in the middle of another begins in small letters. */
const settled = (html: string): string =>
  unmarked(html)
    .replaceAll(marked.tag, 'en-GB')
    .replace(/<nav class="govuk-language-navigation.*?<\/nav>/s, '')
    .replaceAll(' lang="en"', '')
    .replace(/data-server-time="\d+"/g, '')
    .replace(/<script type="module" src="[^"]*">/, '')
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/%E2%9F%A[67]/g, '')
    .replace(/\s+/g, '')
    .toLowerCase()

/** Whether both say the same, but for the marks. */
export const areAlike = ({ english, marked }: Pair): boolean => settled(english.body) === settled(marked.body)
