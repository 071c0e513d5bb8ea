import { sql } from 'kysely'
import { jobsOf } from '../../src/app.ts'
import type { World } from '../access/open-world.ts'
import { inEnglish } from '../support/accented.ts'
import { plainWords } from './read-shown.ts'
import { inAccents, isOfHalf } from './reading-halves.ts'

/** A message as it was written, with everything that its reader gets to read of it. */
export type Mail = {
  readonly kind: string
  readonly recipient: string
  readonly text: string
  /** In which it is written; null for English. */
  readonly language: string | null
  /** Whether its reader wants it in accents; null where nobody of the service does, or they have chosen another since. */
  readonly wanted: boolean | null
}

/** What is done every few minutes without being asked, such as reminders and digests. */
export async function doJobs({ services }: World): Promise<void> {
  for (const { name, cron, work } of jobsOf(services)) if (cron !== undefined && tells.test(name)) await work(undefined)
}

const tells = /tell|remind|digest|ask-follow/

export async function mailsOf({ services: { db } }: World): Promise<readonly Mail[]> {
  const { rows } = await sql<Mail>`
    select m.kind, m.recipient, concat_ws(E'\n', m.subject, m.body, m.calendar ->> 'content') as text, m.language,
      case when (p.language = ${inAccents.tag}) = ${isOfHalf('p.email')} then p.language = ${inAccents.tag} end as wanted
    from message m left join person p on p.id = m.person_id order by m.created_at, m.id`.execute(db)
  return rows
}

const drawn =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|reply\+[0-9a-f]+|[A-Z]+-\d{4}-[A-Z0-9-]+|[\w-]{43,}(?:\.[\w-]+)*|\d{3} \d{3}|(?:[0-9a-f]{8} ?){8}/g

/** What differs between two that are made at other moments. */
const times =
  /\d[\d:.,]*(?:am|pm)?|midday|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december/g

/** A message without what is drawn at random, in English and in small letters, as one line of a list. */
export const sameInEach = ({ kind, recipient, text }: Mail): string =>
  `${kind} to ${recipient}: ${inEnglish(unfolded(text)).replace(drawn, '…').replace(/\s+/g, ' ').toLowerCase().replace(times, '…')}`

/** Long lines of a calendar are folded by their length in bytes, and a letter with an accent has two. */
const unfolded = (text: string): string => text.replace(/\r\n /g, '')

export const hasAccents = ({ text }: Mail): boolean => /[âêîôûŵŷ]/.test(text)

/** What people read of an event. */
const readIn = (calendar: string): string =>
  [...calendar.matchAll(/^(?:SUMMARY|DESCRIPTION|LOCATION):(.*)$/gm)]
    .map(([, value = '']) => value.replaceAll('\\n', '\n'))
    .join('\n')

/** The phrases of a message in accents that have none: data, or what no catalogue has. */
export const withoutAccents = ({ text }: Mail): readonly string[] =>
  unfolded(text)
    .replace(/BEGIN:VCALENDAR[\s\S]*/, readIn)
    .split(/\S*[âêîôûŵŷ]\S*|https?:\S+|\n/)
    .flatMap(plainWords)
    .filter((words) => /[aeiouwy]/.test(words))
