import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { routesOf } from '../../../app.ts'
import { type SeedRole, seedPeopleByRole, seedPersonId } from '../../../seeds/people.ts'
import { giveRole, personByEmail } from '../../accounts/index.ts'
import { reviewsOf } from './reviews.store.ts'

// The clock stands, so that nothing but the scores makes two readings differ.
const now = new Date()
const world = await assessedRound(lastFirst({ after }), {
  applications: 8,
  assessors: 4,
  stage: 'scored',
  clock: () => now,
})
const { db } = world.services
const marker = 'Zymurgy'

/**
 * Every score becomes another, with words that stand nowhere else; who has submitted stays as it is. Applications differ
 * from one another, and so do the reviews of each: `up` from the first reference to the last, `down` the other way round, so
 * that whatever is put in an order by scores, or counts how many lie above or below something, is otherwise.
 */
async function plant(order: 'up' | 'down'): Promise<void> {
  await sql`alter table score disable trigger score_in_time`.execute(db)
  await sql`
    with place as (
      select v.id, dense_rank() over (order by a.reference) - 1 as at,
        row_number() over (partition by a.id order by v.person_id) - 1 as nth
      from review v join application a on a.id = v.application_id
    ), planted as (
      select id, case when ${order === 'up'} then (at * 2 + nth) % 5 else 4 - (at * 2 + nth) % 5 end as points from place
    ), reviewed as (
      update review v set overall_comment = ${marker} || ' ' || p.points from planted p where p.id = v.id
    )
    update score s set points = p.points, comment = ${marker} || ' ' || p.points from planted p where p.id = s.review_id`.execute(
    db,
  )
  await sql`alter table score enable trigger score_in_time`.execute(db)
}

/** The mean points of each application, best first, by reference. */
async function ranking(): Promise<readonly string[]> {
  const { rows } = await sql<{ reference: string }>`
    select a.reference from score s join review v on v.id = s.review_id join application a on a.id = v.application_id
    group by a.reference order by avg(s.points) desc, a.reference`.execute(db)
  return rows.map(({ reference }) => reference)
}

/** What an address names in this round: one of each. */
async function partsOf(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ reference: string; lead: string }>`
    select a.reference, a.lead_id as lead from application a join review v on v.application_id = a.id
    where a.round_id = ${world.roundId}::uuid order by a.reference limit 1`.execute(db)
  return {
    fund: 'example-fund',
    round: 'finished-round',
    reference: rows[0]?.reference ?? '',
    page: 'how-to-apply',
    organisation: rows[0]?.lead ?? '',
    number: '1',
  }
}

const roles: readonly SeedRole[] = ['programme', 'panel', 'auditor', 'funder', 'administrator', 'assessor', 'lead']
const ids = new Map<string, string>()
for (const role of roles) ids.set(role, (await personByEmail(db, seedPeopleByRole[role].email))?.id ?? '')
// Who answers for the fund decides in the end, and sees no more than the others before.
const sro = await db.transaction().execute(async (tx) => await seedPersonId(tx, world.services, 'colleague', now))
await db.transaction().execute(async (tx) => {
  await giveRole(tx, world.services, { personId: sro, role: 'decision-maker', fundId: world.fundId, by: null, at: now })
})
ids.set('senior officer responsible', sro)
const { rows: others } = await sql<{ id: string }>`
  select distinct person_id as id from assignment where person_id <> ${ids.get('assessor')}::uuid limit 1`.execute(db)
ids.set('another assessor', others[0]?.id ?? '')

/** Headers that tell what is in an answer: a hash, a length, a name, a time. New each time are only the others. */
const telling = ['etag', 'content-length', 'content-disposition', 'last-modified', 'content-type', 'location', 'link']

/** Every address that can be read, for this person: what comes back with its headers, without what is new each time. */
async function everything(browser: TestBrowser): Promise<ReadonlyMap<string, string>> {
  const parts = await partsOf()
  const found = new Map<string, string>()
  for (const { method, path } of routesOf(world.services)) {
    if (method !== 'GET' || /:(?!fund\b|round\b|reference\b|page\b|organisation\b|number\b)/.test(path)) continue
    const address = path.replaceAll(/:(\w+)/g, (_, name: string) => parts[name] ?? '')
    if (address.endsWith('.pdf') || address.endsWith('.docx')) continue
    const { status, body, headers } = await browser.get(address)
    const same = body.replaceAll(/name="_csrf" value="[^"]*"|data-csrf="[^"]*"|datetime="[^"]*"|"now":"[^"]*"/g, '')
    const said = telling.map((name) => `${name}: ${headers[name] ?? ''}`).join('\n')
    // Also where somebody is sent or refused: whether something is there may depend on nothing that was scored.
    found.set(address, `${status}\n${said}\n\n${status === 200 ? same : ''}`)
  }
  return found
}

describe('scores before scoring has closed', () => {
  it('change nothing that anybody else can read, neither a word nor a number nor an order', async () => {
    await plant('up')
    const upwards = await ranking()
    await plant('down')
    // The order does change: it is what nobody may see.
    assert.notDeepEqual(await ranking(), upwards)
    for (const [role, id] of ids) {
      const browser = id === '' ? world.visitor() : await world.signedIn(id)
      await plant('up')
      const first = await everything(browser)
      const again = await everything(browser)
      // What is new at every reading, such as a number against double clicks, tells nothing of scores.
      const low = new Map([...again].filter(([address, body]) => first.get(address) === body))
      assert.ok(low.size >= again.size - 3, role)
      await plant('down')
      const high = await everything(browser)
      assert.ok(low.size > 10, `${role}: ${low.size}`)
      assert.deepEqual([...high.keys()], [...first.keys()], role)
      const own = role.includes('assessor')
      const differing = [...low].filter(([address, body]) => high.get(address) !== body).map(([address]) => address)
      const quoting = [...high].filter(([, body]) => body.includes(marker)).map(([address]) => address)
      const allowed = (address: string) => own && address.startsWith('/assess/')
      assert.deepEqual(
        differing.filter((address) => !allowed(address)),
        [],
        role,
      )
      assert.deepEqual(
        quoting.filter((address) => !allowed(address)),
        [],
        role,
      )
    }
  })

  it('are refused to the programme itself, which is told by whoever looked early', async () => {
    await assert.rejects(reviewsOf(db, world.roundId), { name: 'StillBlind' })
    const at = world.services.clock()
    const id = world.services.newId()
    const glass = { id, at }
    await assert.rejects(reviewsOf(db, world.roundId, glass), { name: 'StillBlind' })
    await sql`insert into break_glass (id, round_id, person_id, reason, opened_at, ends_at)
      values (${id}::uuid, ${world.roundId}::uuid, ${ids.get('programme')}::uuid, 'A complaint', ${at},
        ${new Date(at.getTime() + 60_000)})`.execute(db)
    assert.ok((await reviewsOf(db, world.roundId, glass)).length > 0)
    await assert.rejects(reviewsOf(db, world.roundId, { id, at: new Date(at.getTime() + 60_000) }), {
      name: 'StillBlind',
    })
  })

  it('are seen through a view that is logged, told and published with its reason', async () => {
    const team = await world.signedIn(ids.get('programme') ?? '')
    const address = `${world.path}/break-glass`
    const bad = await team.post(address, { reason: 'Because', minutes: '600' })
    assert.equal(bad.status, 400)
    const reason = 'A complaint that one assessor works for a bidder'
    const opened = await team.post(address, { reason, minutes: '15' })
    const view = await team.get(opened.location ?? '')
    assert.match(view.body, /\d: (Excellent|Good|Fair|Weak|Not answered)/)
    const panel = await world.signedIn(ids.get('panel') ?? '')
    assert.equal((await panel.get(opened.location ?? '')).status, 404)
    const { rows } = await sql<{ events: number; mails: number }>`
      select (select count(*) from audit_event where action = 'assessment.glass-broken') as events,
        (select count(*) from message where kind = 'glass-broken') as mails`.execute(db)
    assert.equal(rows[0]?.events, 1)
    assert.ok((rows[0]?.mails ?? 0) >= 1)
    const published = await world.visitor().get('/funds/example-fund/finished-round/rules')
    assert.ok(published.body.includes(reason))
  })

  it('are seen by assessors beside their own once it has closed', async () => {
    const team = await world.signedIn(ids.get('programme') ?? '')
    const closed = await team.post(`${world.path}/scoring/close`, { anyway: 'yes' })
    assert.equal(closed.status, 303)
    const { rows } = await sql<{ reference: string }>`
      select a.reference from review v join application a on a.id = v.application_id
      where v.person_id = ${ids.get('assessor')}::uuid and v.state = 'submitted' and exists (
        select from assignment g where g.application_id = a.id and g.person_id = v.person_id and g.ended_at is null)
      limit 1`.execute(db)
    const mine = await world.signedIn(ids.get('assessor') ?? '')
    const page = await mine.get(`/assess/example-fund/finished-round/applications/${rows[0]?.reference}`)
    assert.match(page.body, /Another assessor/)
  })
})
