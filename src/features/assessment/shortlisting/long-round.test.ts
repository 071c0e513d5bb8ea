import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { copyApplications } from '../../../../tests/support/copy-applications.ts'
import { countStatements } from '../../../../tests/support/count-statements.ts'
import { everyPage } from '../../../../tests/support/every-page.ts'
import { hiddenIn } from '../../../../tests/support/hidden-in.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { routesOf } from '../../../app.ts'
import type { Services } from '../../../platform/services.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { latestUnderstanding } from '../understanding/understanding.store.ts'
import { workOutUnderstanding } from '../understanding/work-out-understanding.ts'

let round: AssessedRound
let panel: TestBrowser
let ranked: readonly Record<string, string>[]
const life = lastFirst({ after })

let counter: ReturnType<typeof countStatements> | undefined
let shorter: readonly Awaited<ReturnType<typeof costOf>>[]
const pages = ['understanding', 'shortlist', 'moderation', 'shortlist?show=near-tie']

before(async () => {
  const routes = (services: Services) => {
    counter = countStatements(services.db)
    return routesOf({ ...services, db: counter.db })
  }
  round = await assessedRound(life, { applications: 180, assessors: 18, stage: 'closed', routes })
  const { services } = round
  const idOf = async (role: 'programme' | 'panel') =>
    await services.db.transaction().execute((tx) => seedPersonId(tx, services, role, services.clock()))
  const team = await round.signedIn(await idOf('programme'))
  panel = await round.signedIn(await idOf('panel'))
  const understood = async () => {
    assert.equal((await team.post(`${round.path}/understanding`)).status, 303)
    await workOutUnderstanding(services, (await latestUnderstanding(services.db, round.roundId))?.id ?? '')
  }
  await understood()
  shorter = await costs()
  await services.db.transaction().execute(async (tx) => await copyApplications(tx, round.roundId, 160))
  await understood()
  const file = await panel.get(`${round.path}/understanding.csv`)
  ranked = parse(file.body, { columns: true, bom: true })
})

async function costs() {
  const found = []
  for (const page of pages) found.push(await costOf(`${round.path}/${page}`))
  return found
}

/** References that stand in cells of tables, in their order. */
const referencesIn = (bodies: readonly string[]): readonly string[] =>
  bodies.flatMap((body) =>
    [...body.matchAll(/<tr class="govuk-table__row">(.*?)<\/tr>/gs)].flatMap(
      ([, row = '']) => /DD-\d{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec(row)?.[0] ?? [],
    ),
  )

/** What a page says after the heading with this id. */
const partAfter = (body: string, id: string): string => body.split(`id="${id}"`)[1] ?? ''

const shortOf = (row: Record<string, string>): string => row.Reference?.split('-').slice(2).join('-') ?? ''

/** What a page costs: statements, and bytes as they are sent. */
async function costOf(path: string) {
  counter?.reset()
  const { status, body } = await panel.get(path)
  assert.equal(status, 200, path)
  return { statements: counter?.count() ?? 0, bytes: gzipSync(body).length }
}

describe('a long round', () => {
  it('asks as much of the database as one of half its length, and its pages weigh as much', async () => {
    for (const [at, cost] of (await costs()).entries()) {
      const before = shorter[at] ?? assert.fail()
      assert.equal(cost.statements, before.statements, pages[at])
      assert.ok(cost.bytes < before.bytes * 1.1, `${pages[at]}: ${before.bytes} bytes, and ${cost.bytes}`)
      assert.ok(cost.bytes < 12 * 1024, `${pages[at]}: ${cost.bytes} bytes`)
    }
  })

  it('has its ranking in pages, each with a picture of the rows that the table says', async () => {
    const path = `${round.path}/understanding`
    assert.ok(ranked.length > 300, String(ranked.length))
    const bodies = await everyPage(panel, path, 'Pages of: the ranking in numbers')
    assert.equal(bodies.length, Math.ceil(ranked.length / 50))
    assert.deepEqual(
      referencesIn(bodies.map((body) => partAfter(body, 'numbers'))),
      ranked.map(({ Reference }) => Reference),
    )
    for (const [at, body] of bodies.entries()) {
      const drawn = [...body.matchAll(/app-chart__label"[^>]*>\d+ ([\w-]+)</g)].map(([, label]) => label)
      assert.deepEqual(drawn, ranked.slice(at * 50, at * 50 + 50).map(shortOf), `page ${at + 1}`)
      const ends = Number(/end of the (\d+) places/.exec(body)?.[1])
      const line = body.includes('class="app-chart__line" x1="0%"')
      assert.equal(line, ends > at * 50 && ends < at * 50 + drawn.length, `the line stands on page ${at + 1}`)
    }
  })

  it('has what is worth a look in pages of their own, which leave the ranking where it is', async () => {
    const path = `${round.path}/understanding`
    const { result } = (await latestUnderstanding(round.services.db, round.roundId)) ?? assert.fail()
    const { spread } = result?.flags ?? assert.fail()
    assert.ok(spread.length > 25, String(spread.length))
    const bodies = await everyPage(panel, `${path}?from=50`, 'Pages of: points that are far apart')
    const items = bodies.flatMap((body) => [
      ...(partAfter(body, 'spread').split('</ul>')[0] ?? '').matchAll(/: (\d) points apart on/g),
    ])
    assert.deepEqual(
      items.map(([, points]) => Number(points)),
      spread.map(({ points }) => points),
    )
    for (const body of bodies) assert.equal(referencesIn([partAfter(body, 'numbers')])[0], ranked[50]?.Reference)
  })

  it('has its shortlist in pages, and parts of it by themselves', async () => {
    const path = `${round.path}/shortlist`
    const bodies = await everyPage(panel, path)
    const all = referencesIn(bodies)
    assert.equal(bodies.length, Math.ceil(ranked.length / 25))
    assert.deepEqual(all.toSorted(), ranked.map(({ Reference }) => Reference).toSorted(), 'each of them once')
    const rows = bodies.flatMap((body) => [...body.matchAll(/<tr class="govuk-table__row">(.*?)<\/tr>/gs)])
    const below = rows.filter(([row]) => row.includes('Below a threshold'))
    assert.ok(below.length > 0)
    for (const [row] of below) assert.doesNotMatch(row, /\d in 100/, 'no chance is said of what cannot be shortlisted')
    const listed = referencesIn(await everyPage(panel, `${path}?show=shortlisted`))
    assert.deepEqual(listed, all.slice(0, listed.length), 'nobody departed: the best are those on it')
    const near = referencesIn(await everyPage(panel, `${path}?show=near-tie`))
    assert.ok(near.length > 0 && near.every((reference) => all.includes(reference)))
    const words = /Show: (.*?)<\/p>/s.exec(bodies[0] ?? '')?.[1]?.replaceAll(/<[^>]*>/g, '')
    assert.equal(
      words,
      `all (${all.length}), on the shortlist (${listed.length}), too close to tell (${near.length}), departures (0)`,
    )
    assert.match((await panel.get(`${path}?show=departures`)).body, /None\./)
  })

  it('leads whoever decides back to the part of the list that they came from', async () => {
    const path = `${round.path}/shortlist`
    const { body } = await panel.get(`${path}?from=50`)
    const [, href = ''] = /href="([^"]*shortlist\/applications\/[^"]*)"/.exec(body) ?? []
    assert.match(href, /\?from=50$/)
    const page = await panel.get(href)
    assert.match(page.body, /action="[^"]*\?from=50"/)
    const { status, location } = await panel.post(href, { chosen: 'no', seen: hiddenIn(page.body, 'seen') })
    assert.deepEqual([status, location], [303, `${path}?from=50`])
  })
})
