import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { type DecidedRound, decidedRound } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { readCsv } from '../../../platform/csv/read-csv.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { seedPersonId } from '../../../seeds/people.ts'
import { agreementsOf, awardsOf, markAccepted } from '../../decisions/awarding/awards.store.ts'
import { tellOutcomes } from '../../decisions/telling/tell-outcomes.ts'

const life = lastFirst({ after })
let now = new Date()
const tellAt = new Date(now.getTime() + 60_000)
const path = '/manage/funds/example-fund/finished-round/ggis'
let round: DecidedRound
let team: TestBrowser

before(async () => {
  const decided = { awards: 3, reserves: 1, pounds: 60_000, reserveExpiresOn: null, tellAt }
  const size = { applications: 8, assessors: 4, clock: () => now }
  round = await decidedRound(life, exampleRecord(await openHighs()), decided, size)
  now = new Date(tellAt.getTime() + 1000)
  await tellOutcomes(round.services)
  const { db } = round.services
  const offered = await awardsOf(db, round.roundId)
  assert.equal(offered.length, 3)
  for (const { id } of offered.slice(0, 2)) {
    const [agreement] = await agreementsOf(db, id)
    assert.ok(agreement)
    await db.transaction().execute(async (tx) => await markAccepted(tx, id, agreement, now))
  }
  const teamId = await db.transaction().execute(async (tx) => await seedPersonId(tx, round.services, 'programme', now))
  team = await round.signedIn(teamId)
})

const rowsOf = async (file: string, ...headings: readonly string[]) => {
  const { status, body } = await team.get(`${path}/${file}`)
  assert.equal(status, 200)
  const read = readCsv(Buffer.from(body), [...headings])
  assert.ok(read.ok)
  return read.value.map(({ cells }) => cells)
}

describe('records for the Government Grants Information System', () => {
  it('leave out support in kind and what is not accepted, and say so', async () => {
    const [first] = await awardsOf(round.services.db, round.roundId)
    const { body } = await team.get(path)
    assert.match(body, /Made up to show how the service works/)
    assert.match(body, /Offered, and not accepted yet/)
    const inKind = first?.type === 'support-in-kind'
    const rows = await rowsOf('awards.csv', 'Grant Award Reference Number')
    assert.equal(rows.length, inKind ? 0 : 2)
    if (inKind) assert.match(body, /Support in kind: no grant is paid/)
  })

  it('have accepted awards as they are in force, under their scheme', async () => {
    const accepted = (await awardsOf(round.services.db, round.roundId)).filter(({ state }) => state === 'accepted')
    const rows = await rowsOf(
      'awards.csv?in-kind=yes',
      'Scheme Reference No or System Scheme Reference No',
      'Grant Award Reference Number',
      'Grant Award Name',
      'Total Amount in funding agreement in GBP',
      'Risk Profile',
    )
    assert.deepEqual(
      rows.map((row) => [row['Grant Award Reference Number'], row['Total Amount in funding agreement in GBP']]),
      accepted.map(({ reference, pounds }) => [reference, String(pounds)]),
    )
    for (const row of rows) {
      assert.match(row['Grant Award Name'] ?? '', /^\[Illustrative\] /)
      assert.equal(row['Risk Profile'], '')
    }
    const [scheme] = await rowsOf('scheme.csv', 'Scheme Reference No', 'Scheme Name', 'Authority Act')
    assert.equal(scheme?.['Scheme Reference No'], rows[0]?.['Scheme Reference No or System Scheme Reference No'])
    assert.match(scheme?.['Scheme Name'] ?? '', /^\[Illustrative\] /)
    assert.equal(scheme?.['Authority Act'], '')
  })

  it('say on the page what is left empty, record by record', async () => {
    const { body } = await team.get(`${path}?in-kind=yes`)
    for (const heading of ['Authority Act', 'COFOG L2', 'CCoA L5', 'Risk Profile', 'Mode of payment'])
      assert.ok(body.includes(`<li>${heading}</li>`), heading)
    assert.match(body, /Leave support in kind out/)
  })
})
