import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Answers } from '../../src/core/forms/index.ts'
import { ensurePerson, insertSession, saveMembership, saveOrganisation } from '../../src/features/accounts/index.ts'
import { questionPath } from '../../src/features/applications/applications.paths.ts'
import { insertApplication } from '../../src/features/applications/applications.store.ts'
import { saveScreening } from '../../src/features/applications/screening/screening.store.ts'
import { saveAnswersRow } from '../../src/features/applications/writing/answers.store.ts'
import { roundByPath } from '../../src/features/funds/index.ts'
import { openServices } from '../../src/open-services.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import type { Tx } from '../../src/platform/database/database.ts'
import { makeLog } from '../../src/platform/log/log.ts'
import type { Services } from '../../src/platform/services.ts'
import { newToken } from '../../src/platform/sign-in/token.ts'
import { seed } from '../../src/seeds/seed.ts'
import { answerText } from './answer-text.ts'

/** The settings of the service that say which database it has. */
export type Settings = Readonly<Record<string, string>>

/** An officer of a council who is signed in and has a draft: the cookie of the session, and two pages of the form. */
export type Officer = {
  readonly cookies: Readonly<Record<string, string>>
  readonly path: string
  readonly next: string
}

/** Rows by which an answer that is saved shows. */
export type Rows = {
  readonly answers: number
  /** Every version of every answer. */
  readonly versions: number
  readonly savedEvents: number
  readonly unsealedEvents: number
}

/** Answers besides the long texts, for the first so many officers: what they still have to write is left out. */
export type MoreWritten = { readonly officers: number; readonly answers: Answers }

/**
 * Fills a database as a first start would, and adds officers of made-up councils, each signed in with a draft in which all
 * long texts are written.
 */
export async function addOfficers(
  settings: Settings,
  people: number,
  more: MoreWritten = { officers: 0, answers: {} },
): Promise<readonly Officer[]> {
  return await withServices(settings, async (services) => {
    await seed(services)
    // Making up rounds that have closed takes seconds of the server, and is nothing that is measured.
    await sql`delete from pgboss.job where name like 'seed-%'`.execute(services.db)
    const round = await roundByPath(services.db, 'delivering-differently', 'open-round')
    if (round === undefined || round.formVersionId === null) throw new Error('the seeds have no open round')
    const { id: roundId, formVersionId, screenerVersionId } = round
    const place = { roundId, formVersionId, screenerVersionId }
    const officers = await services.db.transaction().execute(async (tx) => {
      const added = []
      for (let number = 1; number <= people; number += 1) {
        added.push(await addOfficer(tx, services, place, { number, more: number <= more.officers ? more.answers : {} }))
      }
      return added
    })
    // A database in use has statistics of its tables; nothing gathers them by itself in so short a life.
    await sql`analyze`.execute(services.db)
    return officers
  })
}

/** Counts the rows of saved answers. Nothing else may have the embedded database open. */
export async function countRows(settings: Settings): Promise<Rows> {
  return await withServices(settings, async ({ db }) => {
    const { rows } = await sql<Rows>`
      select (select count(*) from answer where question_id = 'drivers') as answers,
        (select count(*) from answer_version where question_id = 'drivers') as versions,
        (select count(*) from audit_event where action = 'application.saved') as "savedEvents",
        (select count(*) from audit_event where sequence is null) as "unsealedEvents"`.execute(db)
    const [counted] = rows
    if (counted === undefined) throw new Error('nothing was counted')
    return counted
  })
}

export async function withServices<Value>(
  settings: Settings,
  use: (services: Services) => Promise<Value>,
): Promise<Value> {
  const read = readConfig(settings)
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join(' '))
  const { services, close } = await openServices(read.config, { work: false, log: makeLog('silent') })
  try {
    return await use(services)
  } finally {
    await close()
  }
}

/** The long texts of the form, all of which each draft holds already. */
const written: readonly string[] = [
  'drivers',
  'outcomes',
  'scope',
  'models-why',
  'engage-staff',
  'engage-others',
  'resource',
  'milestones',
]

/** What the draft of an officer holds before anyone writes. @param number 1, 2, 3, … */
export const firstText = (question: string, number: number): string => answerText(`${question} ${number}`)

/** The draft of an officer. */
export const referenceOf = (number: number): string => `DD-BENCH-${number}`

/** Where a draft is written. The round has a screener, which each draft has answered. */
type Place = {
  readonly roundId: string
  readonly formVersionId: string
  readonly screenerVersionId: string | null
}

/** What the screener of the seeded round was told: a council of England with a bid of its own for one service. */
const toldScreener: Answers = { 'in-england': true, 'applied-before': false, joint: false, 'several-services': false }

async function addOfficer(
  tx: Tx,
  services: Services,
  { screenerVersionId, ...place }: Place,
  { number, more }: { readonly number: number; readonly more: Answers },
): Promise<Officer> {
  const at = services.clock()
  const name = `Bench ${number}`
  const leadId = `X-BENCH-${number}`
  await saveOrganisation(tx, { id: leadId, name, shortName: name, kind: 'district', illustrative: true })
  const email = `officer-${number}@bench.example`
  const { person } = await ensurePerson(tx, { id: services.newId(), email, name, at, illustrative: true })
  const personId = person.id
  const membership = { personId, organisationId: leadId, requestedAt: at, decidedAt: at, decidedBy: null }
  await saveMembership(tx, { ...membership, state: 'confirmed' })
  const token = newToken(randomBytes)
  const session = { id: services.newId(), token, personId, at, browser: 'benchmark', secondStepAt: null }
  await insertSession(tx, { ...session, expiresAt: new Date(at.getTime() + 12 * 3_600_000) })
  const reference = referenceOf(number)
  const draft = { ...place, id: services.newId(), reference, leadId, createdAt: at, createdBy: personId }
  await insertApplication(tx, { ...draft, illustrative: true })
  if (screenerVersionId !== null)
    await saveScreening(tx, draft.id, {
      screenerVersionId,
      answers: toldScreener,
      screenedAt: at,
      screenedBy: personId,
    })
  await saveAnswersRow(tx, {
    reference,
    formVersionId: place.formVersionId,
    pageId: 'scope',
    posted: [
      ...written.map((question) => ({ question_id: question, value: firstText(question, number), version: 0 })),
      ...Object.entries(more)
        .filter(([question]) => !written.includes(question))
        .map(([question, value]) => ({ question_id: question, value, version: 0 })),
    ],
    alsoRead: [],
    organisationIds: [leadId],
    personId,
    at,
  })
  const path = questionPath(reference, 'drivers')
  return { cookies: { session: token }, path, next: questionPath(reference, 'outcomes') }
}
