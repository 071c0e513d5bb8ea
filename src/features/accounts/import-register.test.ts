import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { freshDatabase, type Template } from '../../../tests/support/template.ts'
import { registerOf } from '../../core/authorities/authority.ts'
import { parseRegister } from '../../core/authorities/parse-register.ts'
import { standInsOn, standingOn } from '../../core/authorities/succession.ts'
import type { Database } from '../../platform/database/database.ts'
import { newId } from '../../platform/id.ts'
import { actingPeople } from './acting-people.ts'
import { giveRole } from './give-role.ts'
import { importAuthorities } from './import-authorities.ts'
import { importRegister } from './import-register.ts'
import {
  eligibleOrganisations,
  organisationById,
  organisationsById,
  searchOrganisations,
  successorsOf,
} from './organisations.store.ts'
import { ensurePerson, saveMembership } from './people.store.ts'
import { importReportLines } from './register.messages.ts'
import { registerAsKept } from './register.store.ts'

const at = new Date('2026-11-25T12:00:00Z')
const folder = join(import.meta.dirname, '../../../database/seeds/authorities')
const files = [
  'principal-councils',
  'ended-councils',
  'combined-authorities',
  'other-public-bodies',
  'illustrative-authorities',
]
const texts = await Promise.all(files.map((file) => readFile(join(folder, `${file}.tsv`), 'utf8')))
const facts = texts.flatMap((text) => parseRegister(text).authorities)

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
const withRegister: Template = {
  name: 'accounts_register',
  async fill({ db }) {
    const result = await db.transaction().execute((tx) => importRegister(tx, { sha256 }, facts, { actorId: null, at }))
    assert.ok(result.ok)
  },
}

const byCode = (one: { code: string }, other: { code: string }): number => (one.code < other.code ? -1 : 1)

const upstreamHeader =
  'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,local-authority-type,county-la,combined-authority'
const upstream = (...rows: readonly string[]): string => [upstreamHeader, ...rows].join('\n')

const eventsIn = async (db: Database): Promise<number> => {
  const { rows } = await sql`select from audit_event where action = 'register.imported'`.execute(db)
  return rows.length
}

describe('the register as it is kept', async () => {
  const { db } = await freshDatabase({ after }, withRegister)

  it('comes back as the files have it, to the last fact', async () => {
    const kept = [...(await registerAsKept(db)).values()]
    assert.deepEqual(kept.sort(byCode), [...facts].sort(byCode))
  })

  it('knows the councils of today and of 2014', async () => {
    const kinds = ['county', 'district', 'unitary', 'metropolitan-district', 'london-borough', 'city-of-london']
    assert.equal((await eligibleOrganisations(db, { kinds, on: '2025-07-10' })).length, 317)
    assert.equal((await eligibleOrganisations(db, { kinds, on: '2014-02-10' })).length, 353)
  })

  it('finds on any day those that the rules of succession find', async () => {
    const kinds = [...new Set(facts.map(({ kind }) => kind))]
    for (const on of [
      '1990-01-01',
      '2014-02-10',
      '2019-03-31',
      '2019-04-01',
      '2022-06-01',
      '2023-04-01',
      '2026-11-25',
    ]) {
      const found = await eligibleOrganisations(db, { kinds, on })
      const expected = facts.filter(
        (body) => !body.illustrative && ['shadow', 'in-being'].includes(standingOn(body, on)),
      )
      assert.deepEqual(found.map(({ id }) => id).sort(), expected.map(({ code }) => code).sort(), on)
    }
  })

  it('leads from every body that ended to those that stand in its place', async () => {
    const register = registerOf(facts)
    const ended = facts.filter(({ lastDayOn }) => lastDayOn !== null)
    assert.ok(ended.length > 40)
    for (const { code } of ended) {
      for (const on of ['2014-02-10', '2021-01-01', '2026-11-25']) {
        const found = (await successorsOf(db, code, on)).map(({ id }) => id)
        assert.deepEqual(
          found,
          standInsOn(register, code, on).map((body) => body.code),
          `${code} ${on}`,
        )
      }
    }
  })

  it('is searched by name, part of a name, or code; marks of the search language are text', async () => {
    const names = async (query: string): Promise<readonly string[]> =>
      (await searchOrganisations(db, { query, on: '2026-11-25' })).map(({ name }) => name)
    assert.ok((await names('walsall'))[0]?.includes('Walsall'))
    assert.deepEqual(await names('e08000030'), await names('walsall metropolitan'))
    assert.ok((await names('lynn norfolk'))[0]?.includes('King'))
    for (const typed of ["king's lynn", 'King’s Lynn', 'KINGS LYNN', 'lynn & norfolk, west']) {
      assert.deepEqual(await names(typed), await names('lynn norfolk'), typed)
    }
    for (const nothing of ['%', '_', '\\', "'", 'zzzz', '100%']) assert.deepEqual(await names(nothing), [], nothing)
    assert.equal((await names('')).length, 50)
  })

  it('answers about many in one statement, and about nobody', async () => {
    assert.equal((await organisationsById(db, ['WLL', 'BST', 'nobody'])).size, 2)
    assert.equal((await organisationsById(db, [])).size, 0)
    assert.equal(await organisationById(db, "x' or '1'='1"), undefined)
  })
})

describe('taking in a file', () => {
  it('adds, changes and ends, says so, and does nothing the second time', async (t) => {
    const open = await freshDatabase(t, withRegister)
    const services = { db: open.db, sha256, clock: () => at }
    const file = upstream(
      'ZZN,Newland Council,Newland,E06009999,2028-04-01,,,England,South East,UA,,',
      'ADU,Adur District Council,Adur,E07000223,1974-04-01,2028-03-31,ZZN,England,South East,NMD,WSX,',
      'ARU,Arun Borough Council,Arun,E07000224,,,,England,South East,NMD,WSX,',
      'ABD,Aberdeenshire Council,Aberdeenshire,S12000034,,,,Scotland,,UA,,',
    )
    const report = await importAuthorities(services, file)
    assert.deepEqual(
      report.comparison?.added.map(({ code }) => code),
      ['ZZN'],
    )
    assert.deepEqual(
      report.comparison?.changed.map(({ authority, fact }) => [authority, fact]),
      [['ARU', 'name']],
    )
    assert.deepEqual(report.comparison?.ended, [{ authority: 'ADU', lastDayOn: '2028-03-31', successorCodes: ['ZZN'] }])
    assert.equal(report.skipped, 1)
    assert.equal((await organisationById(open.db, 'ADU'))?.inBeingTo, '2028-03-31')
    assert.equal((await organisationById(open.db, 'ARU'))?.name, 'Arun Borough Council')
    assert.deepEqual(
      (await successorsOf(open.db, 'ADU', '2028-04-01')).map(({ id }) => id),
      ['ZZN'],
    )
    await open.db.transaction().execute(async (tx) => {
      for (const [organisationId, name, state] of [
        ['ADU', 'Ada Old', 'confirmed'],
        ['ZZN', 'Nia New', 'confirmed'],
        ['ZZN', 'Rae Quested', 'requested'],
      ] as const) {
        const email = `${name.toLowerCase().replace(' ', '.')}@example.org`
        const { person } = await ensurePerson(tx, { id: newId(), email, name, jobTitle: 'Officer', at })
        const times = { requestedAt: at, decidedAt: state === 'confirmed' ? at : null, decidedBy: null }
        await saveMembership(tx, { personId: person.id, organisationId, state, ...times })
      }
    })
    const actingOn = async (day: string) =>
      (await actingPeople(open.db, 'ADU', new Date(`${day}T12:00:00Z`))).map(({ name }) => name)
    assert.deepEqual(await actingOn('2028-03-31'), ['Ada Old'])
    assert.deepEqual(await actingOn('2028-04-01'), ['Nia New'])
    const lines = importReportLines(report)
    assert.ok(lines.some((line) => line === 'Added ZZN: Newland Council'))
    assert.match(lines.at(-1) ?? '', /^Added 1, changed 1, ended 1,/)

    const events = await eventsIn(open.db)
    const second = await importAuthorities(services, file)
    assert.deepEqual([second.comparison?.added, second.comparison?.ended], [[], []])
    assert.equal(await eventsIn(open.db), events)
  })

  it('names the row of everything that is wrong and changes nothing at all', async (t) => {
    const open = await freshDatabase(t, withRegister)
    const services = { db: open.db, sha256, clock: () => at }
    const before = await registerAsKept(open.db)
    const report = await importAuthorities(
      services,
      upstream(
        'ZZN,Newland Council,Newland,E06009999,,,,England,South East,UA,,',
        'BAD,Badland Council,Badland,E0600,,,,England,South East,UA,,',
        ',Nameless,Nameless,E06009998,,,,England,South East,UA,,',
        'ODD,Oddland,Oddland,E06009997,,,,England,South East,XX,,',
        'ZZN,Newland again,Newland,E06009996,,,,England,South East,UA,,',
        'MIS,Mismatched,Mismatched,E07009995,,,,England,South East,UA,,',
      ),
    )
    assert.equal(report.comparison, undefined)
    assert.deepEqual(
      report.problems.map((problem) => ('row' in problem ? [problem.row, problem.code] : problem)),
      [
        [3, 'value-malformed'],
        [4, 'value-missing'],
        [5, 'value-unknown'],
        [6, 'code-used-twice'],
        [7, 'gss-not-of-kind'],
      ],
    )
    assert.ok(importReportLines(report).includes('Row 3: “gss-code” cannot be “E0600”'))
    assert.deepEqual(await registerAsKept(open.db), before)
  })

  it('refuses what would not hold together, and changes nothing', async (t) => {
    const open = await freshDatabase(t, withRegister)
    const services = { db: open.db, sha256, clock: () => at }
    const before = await registerAsKept(open.db)
    const report = await importAuthorities(
      services,
      upstream(
        'ARU,Arun Borough Council,Arun,E07000224,,,,England,South East,NMD,WSX,',
        'ADU,Adur District Council,Adur,E07000223,,2028-03-31,NOWHERE,England,South East,NMD,WSX,',
      ),
    )
    assert.deepEqual(report.registerProblems, [{ code: 'successor-unknown', authority: 'ADU', successor: 'NOWHERE' }])
    assert.deepEqual(await registerAsKept(open.db), before)
  })

  it('takes the project’s own format, and says what is no table at all', async (t) => {
    const open = await freshDatabase(t)
    const services = { db: open.db, sha256, clock: () => at }
    const [principal = '', , combined = ''] = texts
    const ended = texts[1] ?? ''
    for (const [text, code] of [
      ['', 'file-empty'],
      [' \n', 'file-empty'],
      ['a,b\n"1', 'csv-malformed'],
      ['hello', 'column-missing'],
      ['code\tgss\tnot\n', 'header-wrong'],
    ] as const) {
      const report = await importAuthorities(services, text)
      assert.equal(report.problems[0]?.code, code, JSON.stringify(text))
      assert.equal(report.comparison, undefined)
    }
    // Principal councils name combined authorities, so alone they do not hold together.
    assert.ok((await importAuthorities(services, principal)).registerProblems.length > 0)
    assert.equal((await registerAsKept(open.db)).size, 0)
    const body = (text: string): string => text.split('\n').slice(2).join('\n')
    const whole = await importAuthorities(services, [principal, body(ended), body(combined)].join('\n'))
    assert.deepEqual([whole.problems, whole.registerProblems], [[], []])
    assert.equal(
      (await registerAsKept(open.db)).size,
      317 + parseRegister(ended).authorities.length + parseRegister(combined).authorities.length,
    )
  })
})

describe('the pages of the register', async () => {
  const life = lastFirst({ after })
  const open = await freshDatabase(life, withRegister)
  const { db } = open
  const server = await testServer(life, open, { clock: () => at })
  const admin = newId()
  await ensurePerson(db, { id: admin, email: 'admin@example.gov.uk', at, name: 'Ada' })
  const role = { personId: admin, role: 'administrator', fundId: null, by: null, at } as const
  await db.transaction().execute((tx) => giveRole(tx, server.services, role))

  it('show a body with those before and after it', async () => {
    const browser = await server.signedIn(admin)
    const list = await browser.get('/admin/register?query=bournemouth&kind=unitary')
    assert.match(list.body, /href="\/admin\/register\/bodies\/BPC"/)
    const page = await browser.get('/admin/register/bodies/BPC')
    assert.match(page.body, /Took over from[\s\S]*\/admin\/register\/bodies\/BMH/)
    assert.match(
      (await browser.get('/admin/register/bodies/BMH')).body,
      /Taken over by[\s\S]*\/admin\/register\/bodies\/BPC/,
    )
    assert.equal((await browser.get('/admin/register/bodies/NOPE')).status, 404)
  })

  it('show what a file would change before anything does, then do just that', async () => {
    const browser = await server.signedIn(admin)
    const file = upstream('ARU,Arun Borough Council,Arun,E07000224,,,,England,South East,NMD,WSX,')
    const preview = await browser.post('/admin/register/import', { file })
    assert.match(preview.body, /ARU: name from “Arun District Council” to “Arun Borough Council”/)
    assert.equal((await organisationById(db, 'ARU'))?.name, 'Arun District Council')
    const digest = /name="digest" value="([^"]+)"/.exec(preview.body)?.[1] ?? ''

    const other = upstream('ARU,Something Else,Arun,E07000224,,,,England,South East,NMD,WSX,')
    const changedSince = await browser.post('/admin/register/import', { file: other, digest })
    assert.match(changedSince.body, /What would change/)
    assert.equal((await organisationById(db, 'ARU'))?.name, 'Arun District Council')

    assert.equal((await browser.post('/admin/register/import', { file, digest })).location, '/admin/register')
    assert.equal((await organisationById(db, 'ARU'))?.name, 'Arun Borough Council')
    const { rows } = await sql<{ actor: string }>`
      select actor_id as actor from audit_event where action = 'register.imported' and actor_id is not null`.execute(db)
    assert.deepEqual(rows, [{ actor: admin }])
  })

  it('say what is wrong with a file, and keep it to be corrected', async () => {
    const browser = await server.signedIn(admin)
    const answer = await browser.post('/admin/register/import', { file: upstream('<b>,X,X,E1,,,,England,,UA,,') })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /Nothing was changed/)
    assert.match(answer.body, /Row 2: “gss-code” cannot be “E1”/)
    assert.match(answer.body, /&lt;b&gt;/)
  })

  it('take a file in place of the box, and keep what is in the box when the file will not do', async () => {
    const browser = await server.signedIn(admin)
    const text = upstream('ARU,Arun Shire,Arun,E07000224,,,,England,South East,NMD,WSX,')
    const send = (name: string, body: string | Uint8Array) =>
      browser.postFiles('/admin/register/import', { file: 'typed before' }, [{ field: 'upload', name, body }])
    const marked = await send('register.csv', `\ufeff${text.replaceAll('\n', '\r\n')}`)
    assert.match(marked.body, /ARU: name from “[^”]*” to “Arun Shire”/)
    const large = await send('large.csv', 'x'.repeat(900_001))
    assert.equal(large.status, 400)
    assert.match(large.body, /href="#upload">“large.csv” must be smaller than 900 KB/)
    assert.match(large.body, />typed before<\/textarea>/)
    for (const body of [new Uint8Array([0x50, 0x4b, 3, 4, 0]), new Uint8Array([0xff, 0xfe])])
      assert.match((await send('register.xlsx', body)).body, /href="#upload">“register.xlsx” must be a text file/)
    const none = await send('', '')
    assert.match(none.body, /typed before/)
    assert.match(none.body, /href="#file"/)
  })

  it('keep a contact address, email domains and a shadow date, on record', async () => {
    const browser = await server.signedIn(admin)
    const path = '/admin/register/bodies/DST'
    const typed = { contactEmail: 'Chief@Dorset.example', domains: '@dorset.example\nDorset.Example, x.example' }
    const day = { 'shadowFrom-day': '5', 'shadowFrom-month': '5', 'shadowFrom-year': '2018' }
    assert.equal((await browser.post(path, { ...typed, ...day })).status, 303)
    const dorset = await organisationById(db, 'DST')
    assert.deepEqual([dorset?.contactEmail, dorset?.shadowFrom], ['chief@dorset.example', '2018-05-05'])
    assert.match((await browser.get(path)).body, /dorset\.example\nx\.example/)

    const wrong = await browser.post(path, {
      contactEmail: 'x',
      domains: 'gmail.com nonsense',
      'shadowFrom-day': '31',
      'shadowFrom-month': '2',
      'shadowFrom-year': '2018',
    })
    assert.equal(wrong.status, 400)
    for (const words of [/contact email in the correct format/, /gmail\.com/, /“nonsense”/, /must be a real date/]) {
      assert.match(wrong.body, words)
    }
    const late = { ...day, 'shadowFrom-year': '2019' }
    assert.match((await browser.post(path, { ...typed, ...late })).body, /must be before 1 April 2019/)
    const { rows } = await sql`select from audit_event where action = 'organisation.changed'`.execute(db)
    assert.equal(rows.length, 1)
  })

  it('are for administrators only', async () => {
    const id = newId()
    await ensurePerson(db, { id, email: 'jo@example.gov.uk', at, name: 'Jo' })
    const browser = await server.signedIn(id)
    for (const path of ['/admin/register', '/admin/register/import', '/admin/register/bodies/DST', '/admin/people']) {
      assert.equal((await browser.get(path)).status, 404, path)
    }
  })
})
