import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { exampleRecord } from '../../../../tests/support/decided-record.ts'
import { recordExample } from '../../../../tests/support/decided-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { otherRound } from '../../../../tests/support/other-round.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { openHighs } from '../../../platform/solver/highs-solver.ts'
import { type SeedRole, seedPersonId } from '../../../seeds/people.ts'
import { seedRules } from '../../../seeds/round-rules.ts'
import { portfoliosOf } from '../choosing/portfolios.store.ts'
import { workOutPortfolioRun } from '../choosing/work-out-run.ts'
import { recommendationOf } from './deciding.store.ts'
import { decisionOf } from './decision.store.ts'

const life = lastFirst({ after })
let world: AssessedRound
let team: TestBrowser
let panel: TestBrowser
let minister: TestBrowser
let reference: string
const base = '/manage/funds/example-fund/finished-round/decisions'

const browserOf = async (role: SeedRole): Promise<TestBrowser> => {
  const { db, clock } = world.services
  const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, world.services, role, clock()))
  return await world.signedIn(id)
}

const posted = async (browser: TestBrowser, path: string, fields: Record<string, string>, status = 303) => {
  const { status: got, body } = await browser.post(`${base}/${path}`, fields)
  const summary = body.match(/govuk-error-summary.*?<\/ul>/s)?.[0] ?? ''
  assert.equal(got, status, summary)
  return summary
}

const workOut = async () => {
  await posted(team, 'portfolios', { question: '' })
  const [run] = await portfoliosOf(world.services.db, world.roundId)
  assert.ok(run !== undefined)
  await workOutPortfolioRun(world.services, run.id)
}

/** The latest portfolio, and the sum that it gives to whoever it chose first. */
const proposed = async () => {
  const [run] = await portfoliosOf(world.services.db, world.roundId)
  assert.ok(run?.result?.status === 'optimal')
  const [first] = run.result.chosen
  const card = run.input.candidates.find(({ id }) => id === first)
  assert.ok(card !== undefined)
  return { reference: card.reference, pounds: card.pounds, capPounds: run.input.capPounds ?? 0 }
}

/** The fund changes what an award is worth at most, and its rules are sealed anew. */
async function capBecomes(pounds: number): Promise<void> {
  const { db } = world.services
  await sql`update fund set cap_pounds = ${pounds} where id = ${world.fundId}::uuid`.execute(db)
  await sql`insert into sealed_rules (round_id, version, document, sha256, previous_sha256, reason, sealed_at)
    select round_id, version + 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), sha256, 'Another cap', now()
    from sealed_rules s, lateral (
      select jsonb_set(s.document::jsonb, '{money,capPounds}', to_jsonb(${pounds}::integer))::text as text) as made
    where round_id = ${world.roundId}::uuid order by version desc limit 1`.execute(db)
}

/** Whoever decides sets another cap. */
const decideCap = async (pounds: number) => {
  const { rows } = await sql<{ budget: number; places: number }>`
    select budget_pounds as budget, places from fund where id = ${world.fundId}::uuid`.execute(world.services.db)
  const fields = { 'budget-pounds': `${rows[0]?.budget}`, places: `${rows[0]?.places}`, 'cap-pounds': `${pounds}` }
  const path = '/manage/funds/example-fund/money'
  const thin = await minister.post(path, { ...fields, reason: 'Prices rose' })
  assert.match(thin.body, /at least eight words/)
  const { status } = await minister.post(path, { ...fields, reason: capReason })
  assert.equal(status, 303)
}
const capReason = 'The Treasury has settled another cap for every award of this year'

const shownOn = async (browser: TestBrowser, path: string): Promise<{ readonly shown: string }> => {
  const { body } = await browser.get(`${base}/${path}`)
  return { shown: /name="shown" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '' }
}
const freeze = async (status: number) =>
  await posted(panel, 'recommendation/freeze', await shownOn(panel, 'recommendation'), status)

const saveAsProposed = async () => {
  const path = `recommendation/applications/${reference}`
  const seen = /name="seen" value="([^"]*)"/.exec((await panel.get(`${base}/${path}`)).body)?.[1] ?? ''
  await posted(panel, path, { outcome: 'award', pounds: String((await proposed()).pounds), seen })
}

const moment = (name: string, days: number): Record<string, string> => {
  const { day, month, year } = ukParts(new Date(Date.now() + days * 86_400_000))
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year, [`${name}-clock`]: '9am' }
}
const record = async (status: number) =>
  await posted(
    minister,
    'decision/record',
    {
      who: 'self',
      title: 'Minister',
      approval: 'no',
      reason: 'The funder is the department itself',
      ...moment('tell', 3),
      ...moment('expires', 90),
      ...(await shownOn(minister, 'decision/record')),
    },
    status,
  )

before(async () => {
  const rules = { interview: { ...seedRules.interview, held: false } }
  world = await assessedRound(life, { applications: 30, assessors: 8, stage: 'shortlisted', rules })
  team = await browserOf('programme')
  panel = await browserOf('panel')
  minister = await browserOf('decision')
  await workOut()
  for (const browser of [panel, minister]) await posted(browser, 'declare', { none: 'yes' })
  reference = (await proposed()).reference
  await saveAsProposed()
})

describe('a portfolio from which the case has moved on', () => {
  it('is not frozen before it is worked out again', async () => {
    await capBecomes((await proposed()).capPounds - 1000)
    assert.match(await freeze(400), /changed since the portfolio was worked out. Work it out again/)
    assert.equal(await recommendationOf(world.services.db, world.roundId), undefined)
  })

  it('leaves nothing saved as proposed that is proposed otherwise now: it is named, and saved again', async () => {
    const before = await proposed()
    await capBecomes(before.capPounds + 1000)
    await workOut()
    assert.notEqual((await proposed()).pounds, before.pounds)
    assert.ok((await freeze(400)).includes(`after the panel saved ${reference} as proposed`))
    await saveAsProposed()
    await freeze(303)
    const recommended = await recommendationOf(world.services.db, world.roundId)
    const found = recommended?.outcomes.find((each) => each.reference === reference)
    assert.deepEqual([found?.pounds, found?.departure], [(await proposed()).pounds, null])
  })

  it('is not decided on', async () => {
    const note = {
      regularity: 'Lawful',
      propriety: 'Sealed',
      valueForMoney: 'Best',
      feasibility: 'Yes',
      by: 'An Officer',
    }
    await posted(team, 'note', note)
    await posted(team, 'submission/edit', { summary: 'Decide', options: 'Fewer', linesToTake: 'One' })
    const { capPounds } = await proposed()
    await decideCap(capPounds + 500)
    assert.match(await record(400), /changed since the panel recommended/)
    await decideCap(capPounds)
  })
})

describe('the money of a fund of which scores are known', () => {
  it('is not changed by its team, and by whoever decides for a reason that everybody reads', async () => {
    const page = (await team.get('/manage/funds/example-fund/change')).body
    const typed = Object.fromEntries(
      [...page.matchAll(/<input class="govuk-input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const whole = { ...typed, 'award-type': 'support-in-kind', vat: 'included', reason: 'Prices', 'cap-pounds': '1000' }
    const { status, body } = await team.post('/manage/funds/example-fund/change', whole)
    assert.equal(status, 400)
    assert.match(body, /href="#cap-pounds">Scores of a round are known/)
    assert.ok((await team.get('/funds/example-fund/finished-round/rules')).body.includes(capReason))
  })
})

describe('a decision', () => {
  it('takes no more than other rounds leave of the fund, those that nobody is told of among them', async () => {
    const { services, fundId } = world
    const { rows } = await sql<{ places: number }>`select places from fund where id = ${fundId}::uuid`.execute(
      services.db,
    )
    const awards = Array.from({ length: rows[0]?.places ?? 0 }, (_, index) => ({
      id: services.newId(),
      reference: `OTHER-${index}`,
      leadId: services.newId(),
      lead: 'A council',
      outcome: 'award' as const,
      pounds: 1000,
      reservePlace: null,
      departure: null,
      region: '',
      salt: String(index),
    }))
    const tellAt = new Date(Date.now() + 86_400_000)
    const roundId = await otherRound(world)
    await recordExample(
      { services, roundId },
      exampleRecord(await openHighs()),
      { tellAt, reserveExpiresOn: null },
      awards,
    )
    assert.match(await record(400), /Beside the awards of its other rounds, the fund has 0 places and £[\d,]+ left/)
    assert.equal(await decisionOf(services.db, world.roundId), undefined)
  })
})
