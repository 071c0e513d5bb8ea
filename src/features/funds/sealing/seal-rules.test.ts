import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import {
  exampleFund,
  fundPath,
  people,
  roundId,
  roundPath,
  typedTimetable,
} from '../../../../tests/support/example-fund.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'
import { workloadFields } from '../../../../tests/support/workload-fields.ts'
import { phaseOf } from '../../../core/rounds/phase.ts'
import { roundById } from '../funds.store.ts'
import { changeRules } from './change-rules.ts'
import { readSealing } from './read-sealing.ts'
import { sealRules, shownHash } from './seal-rules.ts'
import { sealsOf } from './sealing.store.ts'

let now = new Date('2026-11-25T12:00:00Z')
let server: TestServer
let team: TestBrowser
let lga: TestBrowser
let solace: TestBrowser
const life = lastFirst({ after })
before(async () => {
  server = await exampleFund(life, () => now)
  team = await server.signedIn(people.team)
  lga = await server.signedIn(people.lgaFunder)
  solace = await server.signedIn(people.solaceFunder)
})

const rulesPath = `${roundPath}/rules`
const seals = () => sealsOf(server.services.db, roundId)
const hidden = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
const revision = async (): Promise<string> => String((await sealing()).revision)

async function sealing() {
  const round = await roundById(server.services.db, roundId)
  assert.ok(round)
  return await readSealing(server.services.db, round)
}

const bands = {
  'band-1-points': '0',
  'band-1-name': 'Nothing',
  'band-1-guidance': 'Says nothing',
  'band-2-points': '4',
  'band-2-name': 'Excellent',
  'band-2-guidance': 'Says all',
}
const addCriterion = async (name: string, weight: string) =>
  await team.post(`${rulesPath}/criteria/written/new`, {
    revision: await revision(),
    name,
    'looks-for': 'What is needed',
    weight,
    questions: 'why',
    ...bands,
  })

const approve = async (browser: TestBrowser): Promise<void> => {
  const { body } = await browser.get(`${fundPath}/approvals`)
  const form = [...body.matchAll(/<form action="[^"]*\/approvals"[\s\S]*?<\/form>/g)]
    .map(([each]) => each)
    .find((each) => hidden(each, 'subject') === 'rules')
  assert.ok(form, 'there are rules to approve')
  const fields = ['organisation', 'subject', 'round', 'shown'].map((name) => [name, hidden(form, name)])
  assert.equal((await browser.post(`${fundPath}/approvals`, Object.fromEntries(fields))).status, 303)
}

const seal = async (more: Record<string, string> = {}) => {
  const { body } = await team.get(`${rulesPath}/seal`)
  return await team.post(`${rulesPath}/seal`, { shown: hidden(body, 'shown'), ...more })
}

describe('from a new round to a sealed one', () => {
  it('is not published before gates and seal, and says which gates are open', async () => {
    await team.post(`${roundPath}/timetable`, typedTimetable)
    const page = await team.get(`${roundPath}/publish`)
    assert.match(page.body, /Nothing is said yet of: Route to market; Notices; Earliest start/)
    const answer = await team.post(`${roundPath}/publish`, { reason: 'x' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /href="#need-gates-passed"/)
    assert.match(answer.body, /href="#need-rules-sealed"/)
  })

  it('is not published by hand either: the database refuses', async () => {
    const publish = sql`update round set published_at = ${now} where id = ${roundId}::uuid`
    await assert.rejects(publish.execute(server.services.db), /only when its rules are sealed/)
  })

  it('takes gates that are complied with or explained by a reason of substance', async () => {
    const statement = 'A framework for consultancy'
    const said = { statement, owner: 'A. Officer', 'evidence-url': '' }
    const gate = (id: string, fields: Record<string, string>) => team.post(`${roundPath}/gates/${id}`, fields)
    assert.equal((await gate('route-to-market', { ...said, state: 'complied' })).status, 303)
    const thin = await gate('notices', { ...said, state: 'explained' })
    assert.equal(thin.status, 400)
    assert.match(thin.body, /at least 8 words/)
    const reason = 'No notice is needed because the framework has been called off from before'
    assert.equal((await gate('notices', { ...said, statement: reason, state: 'explained' })).status, 303)
    const undated = await gate('earliest-start', { ...said, state: 'complied' })
    assert.match(undated.body, /href="#on-day"/)
    const noDay = { 'on-day': '31', 'on-month': '2', 'on-year': '2027' }
    const unreal = await gate('earliest-start', { ...said, state: 'complied', ...noDay })
    assert.match(unreal.body, /href="#on-day">The first day on which a supplier can start must be a real date/)
    assert.match(unreal.body, /value="31"/)
    const day = { 'on-day': '8', 'on-month': '4', 'on-year': '2027' }
    assert.equal((await gate('earliest-start', { ...said, state: 'complied', ...day })).status, 303)
    await team.post(`${roundPath}/timetable`, {
      ...typedTimetable,
      'starts-on-day': '1',
      'starts-on-month': '3',
      'starts-on-year': '2027',
    })
    assert.match((await team.get(`${roundPath}/gates`)).body, /suppliers can start on 8 April 2027 at the earliest/)
    assert.equal((await gate('senior-officer', { ...said, state: 'complied' })).status, 404)
  })

  it('lets the team write criteria and ties in pages, and says what is still wrong', async () => {
    assert.equal((await addCriterion('Need', '60')).status, 303)
    const stale = await team.post(`${rulesPath}/criteria/written/new`, { revision: '0', name: 'Plan', ...bands })
    assert.equal(stale.status, 400)
    assert.match(stale.body, /Somebody else has saved/)
    assert.match(stale.body, /value="Plan"/)
    assert.match((await team.get(rulesPath)).body, /the weights make 60%, and must make 100%/)
    assert.equal((await addCriterion('Plan', '40')).status, 303)
    const move = { revision: await revision(), direction: 'up' }
    assert.equal((await team.post(`${rulesPath}/criteria/written/plan/move`, move)).status, 303)
    assert.deepEqual(
      (await sealing()).rules.criteria.map(({ id }) => id),
      ['plan', 'need'],
    )
    const ties = { revision: await revision(), 'tie-1': 'criterion:need', 'tie-2': 'draw', draw: 'A lottery' }
    assert.equal((await team.post(`${rulesPath}/sections/ties`, ties)).status, 303)
    const wrong = await team.post(`${rulesPath}/sections/thresholds`, { revision: await revision(), overall: 'half' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.body, /href="#overall"/)
    assert.match(wrong.body, /value="half"/)
    assert.deepEqual((await sealing()).problems, [])
  })

  it('waits for the funders: a change after an approval needs a new one', async () => {
    await approve(lga)
    await approve(solace)
    const spread = { revision: await revision(), 'of-1': 'region|', 'most-1': '3' }
    assert.equal((await team.post(`${rulesPath}/sections/spread`, spread)).status, 303)
    const refused = await seal()
    assert.equal(refused.status, 400)
    assert.match(
      refused.body,
      /Local Government Association and Society of Local Authority Chief Executives have not approved/,
    )
    assert.deepEqual(await seals(), [])
    await approve(lga)
    await approve(solace)
  })

  it('makes one version when two seal at once', async () => {
    const { services } = server
    const shown = shownHash(services, await sealing())
    const { actor } = { actor: await actorOf() }
    const request = {
      actor,
      path: { fundSlug: 'example-fund', roundSlug: 'round-1' },
      shown,
      reason: '',
      withoutReason: '',
      at: now,
    }
    const nobody = { hasScores: async () => false }
    const results = await Promise.all([sealRules(services, nobody, request), sealRules(services, nobody, request)])
    assert.deepEqual(results.map(({ ok }) => ok).sort(), [false, true])
    const lost = results.find(({ ok }) => !ok)
    assert.ok(lost !== undefined && !lost.ok && lost.problems[0]?.code === 'changed-since-shown')
    const [head, ...earlier] = await seals()
    assert.deepEqual(earlier, [])
    assert.equal(head?.document.approvals.length, 2)
    assert.equal(head?.document.sealedBy, 'team')
    assert.equal(
      head?.sha256,
      createHash('sha256')
        .update(head?.text ?? '')
        .digest('hex'),
    )
  })

  it('is published then, and opens at its time', async () => {
    assert.equal((await team.post(`${roundPath}/publish`, { reason: 'The quote comes later' })).status, 303)
    const round = await roundById(server.services.db, roundId)
    assert.ok(round)
    assert.equal(phaseOf(round, new Date('2027-01-07T09:00:00Z')), 'open')
  })
})

/** The programme team as the server sees it. */
async function actorOf() {
  const fundId = roundId
  return {
    kind: 'person',
    personId: people.team,
    sessionId: 's',
    email: 'team@example.gov.uk',
    name: 'team',
    heldRoles: [{ role: 'programme-team', fundId, organisationId: null }],
    memberships: [],
    secondStep: 'passed',
  } as const
}

describe('a public round', () => {
  const text = async (sealed: string, version = '1') => {
    const answer = await server.visitor().get(`/funds/example-fund/round-1/rules/versions/${version}`)
    assert.equal(answer.status, 200)
    assert.equal(createHash('sha256').update(answer.body).digest('hex'), sealed)
  }

  it('publishes its rules, their hash behind “Verify this”, and the file that anybody can hash', async () => {
    const [head] = await seals()
    const page = await server.visitor().get('/funds/example-fund/round-1/rules')
    assert.match(page.body, new RegExp(`Verify this[\\s\\S]*${head?.sha256}`))
    assert.match(page.body, /60% of the score/)
    assert.match(page.body, /Opens<[\s\S]*Questions close<[\s\S]*Deadline<[\s\S]*Shortlist<[\s\S]*Decisions</)
    const scoring = await server.visitor().get('/funds/example-fund/round-1/scoring')
    assert.match(scoring.body, /60% of the score[\s\S]*Reads the answers to “Why\?”/)
    await text(head?.sha256 ?? '')
  })

  it('is led to by an administrator’s list of funds, who does not run it', async () => {
    const { body } = await (await server.signedIn(people.administrator)).get('/manage')
    assert.match(body, /href="\/funds\/example-fund\/round-1"/)
    assert.doesNotMatch(body, /href="\/manage\/funds\/example-fund\/round-1"/)
  })

  it('does not let its criteria change, and says what to do instead', async () => {
    const before = await sealing()
    const answer = await addCriterion('More', '10')
    assert.equal(answer.status, 400)
    assert.match(answer.body, /cancel the round and open a copy of it/)
    const ties = { revision: await revision(), 'tie-1': 'draw', draw: 'A lottery' }
    assert.equal((await team.post(`${rulesPath}/sections/ties`, ties)).status, 400)
    const ranks = { revision: await revision(), calibration: 'ranks', 'none-up-to': '15' }
    assert.equal((await team.post(`${rulesPath}/sections/comparing`, ranks)).status, 400)
    assert.deepEqual(await sealing(), before)
    for (const path of ['criteria/written/need', 'criteria/written/new', 'sections/ties']) {
      const { body } = await team.get(`${rulesPath}/${path}`)
      assert.match(body, /ranks are locked\. To change them, cancel the round/, path)
      assert.doesNotMatch(body, new RegExp(`action="${rulesPath}|<textarea`), path)
    }
    assert.match((await team.get(`${rulesPath}/criteria/written/need`)).body, /60% of the score\. [\s\S]*0: /)
    assert.match((await team.get(`${rulesPath}/sections/ties`)).body, /1\. More points on/)
    assert.match((await team.get(`${rulesPath}/sections/conflicts`)).body, /<form/)
    assert.match((await team.get(rulesPath)).body, /cancel the round<\/a> and open a copy/)
    const { body } = await team.get(`${roundPath}/applying`)
    assert.match(body, /public or has opened, so these rules can no longer be changed/)
    assert.doesNotMatch(body, /Save the rules/)
  })

  it('is kept by the database from direct changes', async () => {
    const { db } = server.services
    const refuses = async (statement: { execute: (on: typeof db) => Promise<unknown> }, why: RegExp) =>
      await assert.rejects(statement.execute(db), why)
    const locked = /rules of a public round are locked/
    await refuses(sql`update round set eligible_kinds = '{unitary}' where id = ${roundId}::uuid`, locked)
    await refuses(sql`update round set partner_minimum = 3 where id = ${roundId}::uuid`, locked)
    await refuses(sql`update round set ineligible = 'accept-and-flag' where id = ${roundId}::uuid`, locked)
    await refuses(sql`update round set published_at = null where id = ${roundId}::uuid`, locked)
    await refuses(
      sql`update round_rules set rules = jsonb_set(rules, '{overallLeastPercent}', '1') where round_id = ${roundId}::uuid`,
      locked,
    )
    await refuses(
      sql`update round_rules set rules = jsonb_set(rules, '{calibration,use}', '"ranks"') where round_id = ${roundId}::uuid`,
      locked,
    )
    await refuses(sql`delete from round_rules where round_id = ${roundId}::uuid`, locked)
    const kept = /never changed or removed/
    await refuses(sql`update sealed_rules set reason = 'x'`, kept)
    await refuses(sql`delete from sealed_rules`, kept)
    await refuses(sql`truncate sealed_rules`, kept)
    const [head] = await seals()
    const forged = JSON.stringify({ ...head?.document, locked: {} })
    const add = (document: string, sha256: string, previous: string) => sql`
      insert into sealed_rules (round_id, version, document, sha256, previous_sha256, reason, sealed_at)
      values (${roundId}::uuid, 2, ${document}, ${sha256}, ${previous}, 'x', ${now})`
    const forgedHash = createHash('sha256').update(forged).digest('hex')
    await refuses(add(forged, forgedHash, head?.sha256 ?? ''), locked)
    const { mechanics } = head?.document ?? {}
    const ranking = { ...mechanics, calibration: { use: 'ranks', noneUpTo: 15 } }
    const reranked = JSON.stringify({ ...head?.document, mechanics: ranking })
    await refuses(add(reranked, createHash('sha256').update(reranked).digest('hex'), head?.sha256 ?? ''), locked)
    await refuses(add(head?.text ?? '', head?.sha256 ?? '', 'other'), /must follow the version before/)
    await refuses(add(head?.text ?? '', forgedHash, head?.sha256 ?? ''), /sealed_rules_hash_is_of_document/)
    assert.equal((await seals()).length, 1)
  })

  it('gets a chained version with the reason when a date changes', async () => {
    const later = { ...typedTimetable, 'deadline-at-day': '12', reason: 'Half term' }
    assert.equal((await team.post(`${roundPath}/timetable`, later)).status, 303)
    const [second, first] = await seals()
    assert.equal(second?.version, 2)
    assert.equal(second?.previousSha256, first?.sha256)
    assert.equal(second?.reason, 'Half term')
    const { body } = await server.visitor().get('/funds/example-fund/round-1/rules')
    assert.match(
      body,
      /Timetable: Deadline[\s\S]*Was: 5:00pm GMT on Wednesday 10 February 2027[\s\S]*Now: 5:00pm GMT on Friday 12 February 2027/,
    )
    await text(second?.sha256 ?? '', '2')
  })

  it('lets the mechanics change for a reason until somebody has scored', async () => {
    const fields = { revision: await revision(), everyone: '20', below: '1', above: '1', anchors: '0' }
    const choices = { bidding: 'no', fairness: 'yes' }
    const moderation = { 'spread-points': '2', sample: '3', extra: 'yes' }
    const typed = { ...fields, ...choices, ...moderation }
    const { rules: before } = await sealing()
    const capped = await team.post(`${rulesPath}/sections/assessing`, { ...typed, 'most-chance': '80' })
    assert.equal(capped.status, 400)
    assert.match(
      capped.body,
      /href="#most-chance">With a cap, who reads what is drawn by chance.* or leave the cap blank</,
    )
    assert.match(capped.body, /name="most-chance"[^>]*value="80"/)
    assert.deepEqual((await sealing()).rules, before)
    assert.equal((await team.post(`${rulesPath}/sections/assessing`, typed)).status, 303)
    const without = { 'without-reason': 'Only the work changes' }
    const unexplained = await seal(without)
    assert.equal(unexplained.status, 400)
    assert.match(unexplained.body, /href="#reason"/)
    const { services } = server
    const scored = await sealRules(
      services,
      { hasScores: async () => true },
      {
        actor: await actorOf(),
        path: { fundSlug: 'example-fund', roundSlug: 'round-1' },
        shown: shownHash(services, await sealing()),
        reason: 'Fewer assessors',
        withoutReason: 'Only the work changes',
        at: now,
      },
    )
    assert.ok(!scored.ok && scored.problems.some(({ code }) => code === 'scoring-begun'))
    assert.equal((await seal({ ...without, reason: 'Fewer assessors' })).status, 303)
    assert.equal((await seals())[0]?.document.mechanics.assignment.everyoneUpTo, 20)
    const updates = await server.visitor().get('/funds/example-fund/round-1/updates')
    assert.match(updates.body, /How applications are assessed is sealed anew[\s\S]*Fewer assessors/)
  })
})

describe('a cancelled round', () => {
  it('is called off only with a reason and a tick, and then for good', async () => {
    now = new Date('2027-01-20T12:00:00Z')
    team = await server.signedIn(people.team)
    const answer = await team.post(`${roundPath}/cancel`, { reason: ' ' })
    assert.equal(answer.status, 400)
    assert.match(answer.body, /href="#reason"[\s\S]*href="#confirm"/)
    assert.equal((await team.post(`${roundPath}/cancel`, { reason: 'A wrong weight', confirm: 'yes' })).status, 303)
    const round = await roundById(server.services.db, roundId)
    assert.ok(round)
    assert.equal(phaseOf(round, now), 'cancelled')
    const again = sql`update round set cancelled_at = null, cancelled_reason = '' where id = ${roundId}::uuid`
    await assert.rejects(again.execute(server.services.db), /stays cancelled/)
    const page = await server.visitor().get('/funds/example-fund/round-1')
    assert.match(page.body, /This round was cancelled at[\s\S]*A wrong weight/)
    const change = { actor: await actorOf(), path: { fundSlug: 'example-fund', roundSlug: 'round-1' }, revision: 0 }
    const refused = await changeRules(server.services, { ...change, what: 'x', change: (rules) => rules, at: now })
    assert.ok(!refused.ok && refused.problems[0]?.code === 'round-cancelled')
  })

  it('is opened again as a copy, with its rules to be changed and sealed anew', async () => {
    const fields = {
      copy: 'round-1',
      name: 'Round 1 again',
      slug: 'round-1-again',
      'contact-email': 'fund@example.gov.uk',
      'eligible-kinds': ['unitary', 'county'],
      ...workloadFields,
    }
    assert.equal((await team.post(`${fundPath}/new-round`, fields)).status, 303)
    const copy = await team.get(`${fundPath}/round-1-again/rules`)
    assert.match(copy.body, /Not sealed[\s\S]*Need/)
    const added = await team.post(`${fundPath}/round-1-again/rules/criteria/written/need/remove`, { revision: '1' })
    assert.equal(added.status, 303)
  })
})
