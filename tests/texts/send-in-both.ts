import { sql } from 'kysely'
import type { Route } from '../../src/platform/http/route.ts'
import type { Name } from '../access/cast.ts'
import { keyOf, openWorld, rowOf, type World } from '../access/open-world.ts'
import { inEnglish } from '../support/accented.ts'
import type { TestAnswer, TestBrowser } from '../support/server.ts'
import type { Lifetime } from '../support/template.ts'
import { type FilledForm, formsOn } from './fill-as-shown.ts'
import { here, letIn } from './read-in-both.ts'
import { decoded } from './read-shown.ts'
import { inAccents, letHalfRead } from './reading-halves.ts'

/** Two services with the same things in them: in one everybody reads English, in the other the language in accents. */
export type Twins = { readonly english: World; readonly other: World }

const language = inAccents

/** One moment for both, after everything in them was written. */
const at = new Date(Date.now() + 600_000)

export async function openTwins(lifetime: Lifetime): Promise<Twins> {
  const options = { clock: () => at, languages: [{ language, offered: false }] }
  const twins = { english: await openWorld(lifetime, options), other: await openWorld(lifetime, options) }
  await letHalfRead(twins.other.services.db)
  return twins
}

/** What came of a form, in English and without what is drawn at random. */
export type Outcome = {
  readonly status: number
  readonly location: string
  /** What is said to be wrong, or to have been done. */
  readonly said: readonly string[]
  /** How many of each event and message there are then. */
  readonly counts: string
  /** Whether the page that came of it is in accents. */
  readonly isAccented: boolean
}

export type Sent = { readonly what: string; readonly english: Outcome; readonly other: Outcome }

type Member = { readonly world: World; readonly isOther: boolean }

const membersOf = ({ english, other }: Twins): readonly [Member, Member] => [
  { world: english, isOther: false },
  { world: other, isOther: true },
]

async function browserOf({ world, isOther }: Member, name: Name): Promise<TestBrowser> {
  const browser = await world.as(name)
  if (isOther) browser.cookies.set('language', language.tag)
  return browser
}

/** Sends a form with nothing in it but what its address needs. */
export async function sendEmpty(twins: Twins, route: Route): Promise<Sent> {
  const name = letIn(route) ?? 'member'
  const ask = async (member: Member): Promise<Outcome> => {
    const { world } = member
    const browser = await browserOf(member, name)
    const address = await world.address(route, here)
    const fields = await rowOf(route).fields?.(here, world.services.db)
    return await outcomeOf(member, await browser.post(address, fields))
  }
  const [english, other] = membersOf(twins)
  return { what: `${keyOf(route)}, empty`, english: await ask(english), other: await ask(other) }
}

/** What leaves less to be sent: the round that is cancelled takes no more. */
const ends = /\/(?:cancel|close|end|delete|remove|withdraw|stop)\b/

/**
 * Sends each form that a page shows to somebody who is let in, filled in, but for forms that were sent already.
 *
 * @param ending those that end something, or all others
 */
export async function sendShown(
  twins: Twins,
  route: Route,
  before: Set<string>,
  ending: boolean,
): Promise<readonly Sent[]> {
  const name = letIn(route)
  if (name === undefined) return []
  const [english, other] = membersOf(twins)
  const [own, theirs] = [await formsShown(english, name, route), await formsShown(other, name, route)]
  const sent: Sent[] = []
  for (const [index, form] of own.entries()) {
    const what = `${form.action.replace(ids, '…')} ${Object.keys(form.fields).join(' ').replace(/\d+/g, '')}`
    if (before.has(what) || ends.test(form.action) !== ending) continue
    before.add(what)
    const same = theirs[index]
    sent.push({
      what: `${name}: ${what}`,
      english: await send(english, name, form),
      other: same === undefined ? missing : await send(other, name, same),
    })
  }
  return sent
}

const missing: Outcome = { status: 0, location: '', said: ['there is no such form'], counts: '', isAccented: false }

async function formsShown(member: Member, name: Name, route: Route): Promise<readonly FilledForm[]> {
  const browser = await browserOf(member, name)
  // What an address would be made with may have ended by then, in both.
  const address = await member.world.address(route, here).catch(() => undefined)
  return address === undefined ? [] : formsOn((await browser.get(address)).body)
}

async function send(member: Member, name: Name, { action, fields, inParts }: FilledForm): Promise<Outcome> {
  const browser = await browserOf(member, name)
  const pairs = Object.entries(fields).flatMap(([key, values]) => values.map((value) => [key, value] as const))
  const answer = inParts ? await browser.postFiles(action, {}, [], {}, pairs) : await browser.post(action, fields)
  const next =
    answer.status === 303 && answer.location?.startsWith('/') === true ? await browser.get(answer.location) : answer
  return await outcomeOf(member, answer, next)
}

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[A-Z]+-\d{4}-[A-Z0-9-]+|[\w-]{43}|(?:[0-9a-f]{8} ?){8}/g

const isHtml = ({ headers }: TestAnswer): boolean => String(headers['content-type']).startsWith('text/html')

async function outcomeOf({ world }: Member, answer: TestAnswer, next = answer): Promise<Outcome> {
  const { rows } = await sql<{ counts: string }>`
    select (select jsonb_object_agg(action, n) from (select action, count(*) as n from audit_event group by 1) a)::text
      || (select jsonb_object_agg(kind, n) from (select kind, count(*) as n from message group by 1) m)::text as counts
    `.execute(world.services.db)
  return {
    status: answer.status,
    location: (answer.location ?? '').replace(ids, '…'),
    said: [...saidIn(answer.body), ...saidIn(next.body)],
    counts: rows[0]?.counts ?? '',
    isAccented: isHtml(next) && /[âêîôûŵŷ]/.test(next.body),
  }
}

/** The error summary and the notice of a page. */
const saidIn = (html: string): readonly string[] =>
  [...html.matchAll(/class="govuk-(?:error-summary|notification-banner)[ "].*?<\/div>\s*<\/div>/gs)].map(([block]) =>
    inEnglish(decoded(block.replace(/<[^>]*>/g, ' ')))
      .replace(ids, '…')
      .replace(/\s+/g, ' ')
      .toLowerCase(),
  )

/** How many rows each table has, and every text in accents among them. */
export async function keptIn({ services: { db } }: World): Promise<{
  readonly counts: Readonly<Record<string, number>>
  readonly accents: readonly string[]
}> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const counts: Record<string, number> = {}
  const accents: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: string
    }>`select to_jsonb(each)::text as row from ${sql.table(name)} each`.execute(db)
    counts[name] = rows.length
    // What was written to somebody is looked at by itself.
    for (const { row } of name === 'message' ? [] : rows)
      for (const [text] of row.matchAll(/"[^"]*[âêîôûŵŷ][^"]*"/g)) accents.push(`${name}: ${text}`)
  }
  return { counts, accents }
}
