import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { drawSample, type SampleItem } from '../../../core/evidence/index.ts'
import { readCsv } from '../../../platform/csv/read-csv.ts'
import { seedPersonId } from '../../../seeds/people.ts'

const life = lastFirst({ after })
const path = '/manage/funds/example-fund/finished-round/evidence'
let round: AssessedRound
let auditor: TestBrowser
let team: TestBrowser

before(async () => {
  round = await assessedRound(life, { stage: 'closed' })
  const { services } = round
  const id = async (role: 'programme' | 'auditor') =>
    await services.db.transaction().execute(async (tx) => await seedPersonId(tx, services, role, services.clock()))
  auditor = await round.signedIn(await id('auditor'))
  team = await round.signedIn(await id('programme'))
})

const draw = async (fields: Readonly<Record<string, string>>) =>
  await auditor.post(`${path}/samples`, {
    population: 'applications',
    strata: 'region',
    size: '6',
    seed: '41',
    ...fields,
  })

type Row = { members: string; drawn: string[]; seed: number }
async function kept(number: number): Promise<Row> {
  const { rows } = await sql<Row>`
    select members, drawn, seed from evidence_sample where round_id = ${round.roundId}::uuid and number = ${number}`.execute(
    round.services.db,
  )
  assert.ok(rows[0])
  return rows[0]
}

describe('a sample of a round', () => {
  it('is sized for how sure somebody wants to be', async () => {
    const { body } = await auditor.get(`${path}/samples/new?population=scores`)
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from score s join review v on v.id = s.review_id join application a on a.id = v.application_id
      where a.round_id = ${round.roundId}::uuid and v.state = 'submitted' and not v.practice`.execute(round.services.db)
    const scores = rows[0]?.count ?? 0
    assert.ok(scores > 50)
    assert.match(body, new RegExp(`Scores: ${scores}\\.`))
    // As large as a population must be for one wrong of twenty to be found 95 times of 100, by adding logarithms.
    const wrong = Math.ceil(scores * 0.05)
    let [size, none] = [0, 0]
    while (none > Math.log(0.05)) {
      none += Math.log((scores - wrong - size) / (scores - size))
      size += 1
    }
    assert.match(body, new RegExp(`If each of <strong>${size}</strong> of these`))
    assert.match(body, /name="seed" [^>]*value="\d+"/)
  })

  it('says so of what cannot be a chance, and keeps what was typed', async () => {
    const address = `${path}/samples/new?population=scores`
    for (const typed of ['', 'very', '0', '100', '101']) {
      const { status, body } = await auditor.get(`${address}&confidence=${typed}&tolerable=5`)
      assert.equal(status, 400, typed)
      assert.match(body, /href="#confidence">Enter how sure you want to be as a number between 0 and 100/, typed)
      assert.match(body, new RegExp(`id="confidence"[^>]*value="${typed}"`), typed)
      assert.doesNotMatch(body, /href="#tolerable"/, typed)
    }
    const { status, body } = await auditor.get(`${address}&confidence=95&tolerable=few`)
    assert.equal(status, 400)
    assert.match(body, /href="#tolerable">Enter how many of a hundred may be wrong as a number between 0 and 100/)
    assert.equal((await auditor.get(`${address}&confidence=99.9&tolerable=0.5`)).status, 200)
  })

  it('keeps what it was drawn from, so that anybody draws the same', async () => {
    assert.equal((await draw({})).status, 303)
    const { members, drawn } = await kept(1)
    const items: SampleItem[] = JSON.parse(members)
    const { rows } = await sql<{ reference: string }>`
      select reference from application where round_id = ${round.roundId}::uuid and mode = 'live' and state <> 'draft'
      order by reference`.execute(round.services.db)
    assert.deepEqual(
      items.map(({ reference }) => reference),
      rows.map(({ reference }) => reference),
    )
    const again = items.map(({ id, region }) => ({ id, stratum: region })).reverse()
    assert.deepEqual(drawSample(again, { size: 6, seed: 41 }), drawn)
    const { body } = await auditor.get(`${path}/samples/1`)
    assert.match(body, /the same items in the same order/)
    for (const reference of drawn) assert.ok(body.includes(reference))
    await assert.rejects(sql`update evidence_sample set seed = 1`.execute(round.services.db), /never altered/)
  })

  it('says what is wrong with it, and keeps what was typed', async () => {
    const { status, body } = await draw({ size: 'many', seed: '99999999999', strata: '' })
    assert.equal(status, 400)
    for (const words of [
      'Enter how many are drawn',
      'Enter the seed as a whole number',
      'Select how the sample is shared',
    ])
      assert.ok(body.includes(words), words)
    assert.match(body, /name="size" [^>]*value="many"/)
    assert.match((await draw({ size: '1000' })).body, /At most \d+ can be drawn/)
    assert.match((await draw({ population: 'awards' })).body, /There is nothing of that to draw yet/)
    assert.match((await draw({ population: 'votes' })).body, /Select what the sample is drawn of/)
    const unchosen = await auditor.get(`${path}/samples/new?asked=population`)
    assert.equal(unchosen.status, 400)
    assert.match(unchosen.body, /href="#population">Select what the sample is drawn of/)
    assert.doesNotMatch((await auditor.get(`${path}/samples/new`)).body, /Select what the sample is drawn of/)
  })

  it('is drawn of scores, conflicts and changes too', async () => {
    for (const population of [
      'scores',
      'conflicts-released',
      'departures',
      'deadline-changes',
      'awards',
      'applications',
    ])
      assert.equal((await auditor.get(`${path}/samples/new?population=${population}`)).status, 200, population)
    assert.equal((await draw({ population: 'scores', strata: 'outcome', size: '10' })).status, 303)
    const { body } = await auditor.get(`${path}/samples/2`)
    assert.match(body, /scored by /)
  })
})

describe('the work sheet of a sample', () => {
  const item = `${path}/samples/1/items/2`

  it('is filled in by the auditor, and every finding stays', async () => {
    const empty = await auditor.post(item, { finding: 'exception', note: '', after: '0' })
    assert.equal(empty.status, 400)
    assert.match(empty.body, /Say what the exception is/)
    assert.equal((await auditor.post(item, { finding: 'exception', note: 'No receipt', after: '0' })).status, 303)
    const late = await auditor.post(item, { finding: 'agreed', note: 'I see one', after: '0' })
    assert.equal(late.status, 400)
    assert.match(late.body, /has recorded something of this item meanwhile/)
    assert.match(late.body, />I see one</)
    assert.match(late.body, /No receipt/)
    assert.equal((await auditor.post(item, { finding: 'agreed', note: 'It came later', after: '1' })).status, 303)
    const { body } = await auditor.get(item)
    assert.ok(body.indexOf('No receipt') < body.lastIndexOf('It came later'))
    const { drawn } = await kept(1)
    assert.ok(body.includes(`href="${path}/trail/${drawn[1]}"`))
  })

  it('is a file', async () => {
    const csv = readCsv(Buffer.from((await auditor.get(`${path}/samples/1/sheet.csv`)).body), [
      'Item',
      'Reference',
      'Finding',
      'Note',
      'Warning',
    ])
    assert.ok(csv.ok)
    const { drawn } = await kept(1)
    assert.deepEqual(
      csv.value.map(({ cells }) => cells.Reference),
      drawn,
    )
    assert.deepEqual([csv.value[1]?.cells.Finding, csv.value[1]?.cells.Note], ['Agreed', 'It came later'])
    assert.match(csv.value[0]?.cells.Warning ?? '', /made up/)
    assert.equal((await auditor.get(`${path}/samples/1/sheet.ods`)).status, 200)
  })

  it('is read, and not written, by the programme team', async () => {
    const { status, body } = await team.get(item)
    assert.equal(status, 200)
    assert.ok(!body.includes('name="finding"'))
    assert.equal((await team.post(item, { finding: 'agreed', note: '', after: '2' })).status, 404)
    assert.equal((await team.get(`${path}/samples/new`)).status, 404)
    assert.match((await team.get(path)).body, /Sample 1/)
    assert.equal((await auditor.get(`${path}/samples/1/items/7`)).status, 404)
    assert.equal((await auditor.get(`${path}/samples/9`)).status, 404)
  })
})
