import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../tests/support/open-round.ts'
import { rowsRead } from '../../../tests/support/rows-read.ts'
import { type TestServer, testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { readSearch, type Search } from '../../core/search/index.ts'
import { applicationsByWords } from '../applications/search.store.ts'
import { reviewsByWords } from '../reviews/search.store.ts'

const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  await addMany(0)
})

/** So many of each: the words of every three hundredth application name a lighthouse. */
const count = 3_000

/** Adds made-up councils, each with an application that it sent, and reviews of which none is anybody's. */
async function addMany(from: number): Promise<void> {
  const { db } = server.services
  const more = sql`generate_series(${from + 1}::int, ${from + count}::int) as n`
  const ann = sql`${round.people.ann}::uuid`
  await db.transaction().execute(async (tx) => {
    await sql`insert into organisation (id, name, short_name, kind, illustrative)
      select 'MANY-' || n, 'Council ' || n, 'Council ' || n, 'district', true from ${more}`.execute(tx)
    await sql`
      insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by, submitted_at)
      select gen_random_uuid(), 'MANY-' || n, r.id, 'MANY-' || n, r.form_version_id, 'submitted', now(), ${ann}, now()
      from ${more}, round r where r.id = ${round.round.id}::uuid`.execute(tx)
    await sql`
      insert into submission (id, application_id, number, received_at, submitted_by, content, sha256)
      select gen_random_uuid(), a.id, 1, now(), ${ann}, jsonb_build_object('pages', jsonb_build_array(jsonb_build_object(
        'questions', jsonb_build_array(jsonb_build_object('shown', jsonb_build_array(
          case when n % 300 = 0 then 'Our lighthouse' else 'Our library' end)))))), 'x'
      from ${more} join application a on a.reference = 'MANY-' || n`.execute(tx)
    await sql`
      insert into answer (application_id, question_id, value, version, saved_at, saved_by)
      select a.id, 'q' || q, '"Our library"', 1, now(), ${ann}
      from ${more} join application a on a.reference = 'MANY-' || n, generate_series(1, 2) q`.execute(tx)
  })
  await addReviews(from)
  for (const table of [
    'strategic_review',
    'strategic_review_entry',
    'strategic_review_person',
    'application',
    'submission',
    'answer',
    'organisation',
  ])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

/** The first of them is worked on by Ann, all by Ben. */
async function addReviews(from: number): Promise<void> {
  const { db } = server.services
  const more = sql`generate_series(${from + 1}::int, ${from + count}::int) as n`
  const { ann, ben } = round.people
  await sql`
    with made as (
      insert into strategic_review (id, reference, organisation_id, title, depth, illustrative, started_at, started_by)
      select gen_random_uuid(), 'REVIEW-' || n, 'T-ALDER', 'Review ' || n, 'quick', true, now(), ${ben}::uuid from ${more} returning id, reference
    ), written as (
      insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
      select id, 'scope', 'page', 1, 1, '{"text": "A lighthouse"}', now(), ${ben}::uuid from made
    )
    insert into strategic_review_person (review_id, person_id, roles, speaks_for, credentials, changed_at, changed_by)
    select id, person, '{lead}', '', '', now(), ${ben}::uuid
    from made, unnest(array[${ann}, ${ben}]::uuid[]) person where person = ${ben}::uuid or reference = 'REVIEW-1'`.execute(
    db,
  )
}

const asked = (text: string): Pick<Search, 'words' | 'at' | 'limit'> => ({
  words: readSearch(text) ?? assert.fail('nothing is looked for'),
  at: new Date(),
  limit: 6,
})

describe('with many applications', () => {
  const tables = ['application', 'submission', 'answer']
  /** For somebody of Alder, who also runs the fund. */
  const search = (text: string) => async (db: TestServer['services']['db']) =>
    await applicationsByWords(db, {
      ...asked(text),
      personId: round.people.ann,
      organisationIds: ['T-ALDER'],
      fundIds: [round.round.fundId],
    })

  it('a search finds the same as one that reads them all', async () => {
    const { db } = server.services
    await round.draft()
    const found = await search('lighthouse council')(db)
    const { rows } = await sql<{ reference: string }>`
      select a.reference from application a join organisation o on o.id = a.lead_id join submission s on s.application_id = a.id
      where s.content::text like '%lighthouse%' and o.name like 'Council%' order by 1 limit 6`.execute(db)
    assert.equal(rows.length, 6)
    assert.deepEqual(
      found.map(({ reference }) => reference),
      rows.map(({ reference }) => reference),
    )
    assert.ok(found.every(({ excerpt }) => excerpt.includes('lighthouse')))
    const [named] = await search('many-777')(db)
    assert.deepEqual([named?.reference, named?.exact], ['MANY-777', true])
  })

  it('reads those that it finds and no others, however many there are', async () => {
    const { db } = server.services
    const read = await rowsRead(db, tables, search('lighthouse'))
    for (const table of tables) assert.ok((read[table] ?? 0) <= count / 10, `${table}: ${read[table]}`)
    await addMany(count)
    const again = await rowsRead(db, tables, search('"our lighthouse" council'))
    // Twice as many have the word, and are ranked; nothing else is read.
    for (const table of tables) assert.ok((again[table] ?? 0) <= (2 * count) / 10, `${table}: ${again[table]}`)
  })

  it('forgets what was withdrawn', async () => {
    const { db } = server.services
    await sql`update submission set withdrawn_at = now(), withdrawn_by = submitted_by
      where application_id = (select id from application where reference = 'MANY-300')`.execute(db)
    const all = await applicationsByWords(db, {
      ...asked('lighthouse'),
      limit: 50,
      personId: round.people.ann,
      organisationIds: [],
      fundIds: [round.round.fundId],
    })
    assert.equal(all.length, (2 * count) / 300 - 1)
  })
})

it('of many reviews a search reads those on which somebody works', async () => {
  const { db } = server.services
  const tables = ['strategic_review', 'strategic_review_entry', 'strategic_review_person']
  const search = async (on: TestServer['services']['db']) =>
    assert.equal((await reviewsByWords(on, { ...asked('lighthouse'), personId: round.people.ann })).length, 1)
  const read = await rowsRead(db, tables, search)
  for (const table of tables) assert.ok((read[table] ?? 0) <= 5, `${table}: ${read[table]}`)
})
