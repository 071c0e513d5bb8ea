import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { borderBetween } from '../../../core/authorities/borders.ts'
import { newId } from '../../../platform/id.ts'
import { seedRegister } from '../../../seeds/register.ts'
import { giveRole } from '../give-role.ts'
import { ensurePerson } from '../people.store.ts'
import { bordersReportLines } from './borders.messages.ts'
import { borderSources, insertBorders } from './borders.store.ts'
import { importBorders } from './import-borders.ts'

const at = new Date('2026-11-25T12:00:00Z')
const life = lastFirst({ after })
let server: TestServer
let browser: TestBrowser
const settled: (string | null)[] = []
const imported = async (_: unknown, { actorId }: { readonly actorId: string | null }) => void settled.push(actorId)

before(async () => {
  server = await testServer(life, await freshDatabase(life), { clock: () => at })
  const { db } = server.services
  await db.transaction().execute(async (tx) => await seedRegister(tx, server.services, at))
  const admin = newId()
  await ensurePerson(db, { id: admin, email: 'admin@example.gov.uk', at, name: 'Ada' })
  const role = { personId: admin, role: 'administrator', fundId: null, by: null, at } as const
  await db.transaction().execute((tx) => giveRole(tx, server.services, role))
  browser = await server.signedIn(admin)
})

const header = 'gss-code,beside-gss-code,note'
const csv = (...lines: readonly string[]): string => [header, ...lines].join('\n')
// Arun and Adur are districts of West Sussex, Cornwall and Plymouth unitary.
const [arun, adur, cornwall, plymouth] = ['E07000224', 'E07000223', 'E06000052', 'E06000026']

const kept = async () => {
  const { rows } = await sql<{ pair: string; source: string; note: string }>`
    select one_id || ' ' || other_id as pair, source, note from organisation_border order by 1`.execute(
    server.services.db,
  )
  return rows
}
const take = async (text: string, source = 'A map', asOfOn = '2026-01-01') =>
  await importBorders(server.services, { text, source, asOfOn }, imported)

describe('importing borders', () => {
  it('keeps each once with its source, and the next file takes the place of the last, but not of made-up ones', async () => {
    const { db } = server.services
    const made = [borderBetween('X-EXBRIDGE', 'X-MARLBURY')]
    await db
      .transaction()
      .execute(async (tx) => await insertBorders(tx, made, { source: 'Made up', asOfOn: '2026-01-01' }))
    const first = await take(csv(`${arun},${adur},Along the coast`, `${plymouth},${cornwall},`))
    assert.deepEqual([first.comparison?.added.length, first.comparison?.removed.length], [2, 0])
    assert.deepEqual(await kept(), [
      { pair: 'ADU ARU', source: 'A map', note: 'Along the coast' },
      { pair: 'CON PLY', source: 'A map', note: '' },
      { pair: 'X-EXBRIDGE X-MARLBURY', source: 'Made up', note: '' },
    ])
    const second = await take(`gss-code,beside-gss-code\n${cornwall},${plymouth}`, 'A newer map', '2026-06-01')
    assert.deepEqual(second.comparison?.removed, [
      { one: 'ADU', other: 'ARU', note: 'Along the coast', source: 'A map', asOfOn: '2026-01-01' },
    ])
    assert.deepEqual(await borderSources(db, { illustrative: false }), [
      { source: 'A newer map', asOfOn: '2026-06-01', count: 1 },
    ])
    assert.equal((await borderSources(db, { illustrative: true })).length, 1)
    const { rows } = await sql<{ facts: { kept: number; removed: string[] } }>`
      select facts from audit_event where action = 'borders.imported' order by at desc, id desc`.execute(db)
    assert.equal(rows.length, 2)
    assert.ok(rows.some(({ facts }) => facts.kept === 1 && facts.removed.join() === 'ADU ARU'))
    assert.deepEqual(settled, [null, null])
  })

  it('changes nothing when anything is wrong, and says all of it by line', async () => {
    const before = await kept()
    const report = await take(
      csv(`${arun},E07000999,`, `${arun},${arun},`, `${arun},${adur},`, `${adur},${arun},`),
      '',
      '2027-01-01',
    )
    assert.deepEqual(bordersReportLines(report), [
      'Read 4 borders.',
      'Enter where the borders are from',
      'The date the borders are correct for must be today or in the past',
      'Nothing was changed.',
    ])
    const lines = bordersReportLines(
      await take(csv(`${arun},E07000999,`, `${arun},${arun},`, `${arun},${adur},`, `${adur},${arun},`)),
    )
    assert.deepEqual(lines.slice(1, -1), [
      'Line 2: no body in the register has the GSS code E07000999',
      `Line 3: ${arun} is beside itself`,
      'Line 5: the same two are in line 4',
    ])
    for (const [text, words] of [
      ['', /There is nothing in the file/],
      [header, /There is no border in the file/],
      ['gss-code,other\nE1,E2', /beside-gss-code/],
      [`${header}\n${arun},"${adur}`, /Line \d: there are more or fewer cells/],
    ] as const)
      assert.match(bordersReportLines(await take(text)).join('\n'), words)
    assert.deepEqual(await kept(), before)
  })
})

describe('the page of borders', () => {
  const path = '/admin/register/borders'
  const said = { source: 'ONS districts', 'asOf-day': '1', 'asOf-month': '12', 'asOf-year': '2024' }

  it('says which borders there are, and what a file would change before anything does', async () => {
    assert.match((await browser.get(path)).body, /1 border from: A newer map, as of 1 June 2026\./)
    const file = csv(`${arun},${adur},`)
    const preview = await browser.post(path, { ...said, file })
    assert.match(preview.body, /Added: 1[\s\S]*Adur and Arun[\s\S]*Removed: 1[\s\S]*Cornwall and Plymouth/)
    assert.match(preview.body, /ONS districts, as of 1 December 2024/)
    const digest = /name="digest" value="([^"]+)"/.exec(preview.body)?.[1] ?? ''
    const other = await browser.post(path, { ...said, file: csv(`${plymouth},${cornwall},`), digest })
    assert.match(other.body, /What would change/, 'not what was looked at')
    assert.equal((await kept()).length, 2)
    assert.equal((await browser.post(path, { ...said, file, digest })).location, path)
    assert.deepEqual(
      (await kept()).map(({ pair }) => pair),
      ['ADU ARU', 'X-EXBRIDGE X-MARLBURY'],
    )
    assert.match((await browser.get('/admin/register/bodies/ARU')).body, /Beside[\s\S]*\/admin\/register\/bodies\/ADU/)
  })

  it('keeps what was typed when it is wrong, and says where', async () => {
    const answer = await browser.post(path, { ...said, 'asOf-day': '31', 'asOf-month': '2', file: csv('<b>,E2,') })
    assert.equal(answer.status, 400)
    for (const words of ['Nothing was changed', 'href="#asOf-day"', 'value="ONS districts"', '&lt;b&gt;,E2,'])
      assert.ok(answer.body.includes(words), words)
    const many = csv(...Array.from({ length: 80 }, (_, n) => `E0700${n},E0800${n},`))
    assert.match((await browser.post(path, { ...said, file: many })).body, /And 110 more/)
  })
})
