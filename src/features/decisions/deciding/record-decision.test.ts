import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { type SeedRole, seedPersonId } from '../../../seeds/people.ts'
import { seedRules } from '../../../seeds/round-rules.ts'
import { giveRole } from '../../accounts/index.ts'
import { portfoliosOf } from '../choosing/portfolios.store.ts'
import { workOutPortfolioRun } from '../choosing/work-out-run.ts'
import { awardsApproval } from './awards-approval.ts'
import { decisionOf, markOutcomesTold } from './decision.store.ts'

const life = lastFirst({ after })
let world: AssessedRound
let team: TestBrowser
let panel: TestBrowser
let minister: TestBrowser
const base = '/manage/funds/example-fund/finished-round/decisions'

const browserOf = async (role: SeedRole): Promise<TestBrowser> => {
  const { db, clock } = world.services
  const id = await db.transaction().execute(async (tx) => await seedPersonId(tx, world.services, role, clock()))
  return await world.signedIn(id)
}

before(async () => {
  const rules = { interview: { ...seedRules.interview, held: false } }
  world = await assessedRound(life, { applications: 30, assessors: 8, stage: 'shortlisted', rules })
  team = await browserOf('programme')
  panel = await browserOf('panel')
  minister = await browserOf('decision')
})

const posted = async (browser: TestBrowser, path: string, fields: Record<string, string>, status = 303) => {
  const answer = await browser.post(`${base}/${path}`, fields)
  assert.equal(
    answer.status,
    status,
    answer.body.match(/govuk-error-summary.*?<\/ul>/s)?.[0] ?? answer.body.slice(0, 300),
  )
  return answer.body
}
const shownIn = (body: string): string => /name="shown" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? ''
const chosenReference = async (): Promise<string> => {
  const [run] = await portfoliosOf(world.services.db, world.roundId)
  assert.ok(run?.result?.status === 'optimal')
  const [first] = run.result.chosen
  return run.input.candidates.find(({ id }) => id === first)?.reference ?? ''
}
const typedMoment = (name: string, days: number): Record<string, string> => {
  const { day, month, year } = ukParts(new Date(Date.now() + days * 86_400_000))
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year, [`${name}-clock`]: '9am' }
}
const decided = (): Record<string, string> => ({
  who: 'other',
  name: 'The Minister',
  title: 'Minister',
  evidence: 'Note of the private office of today',
  approval: 'yes',
  ...typedMoment('tell', 3),
  ...typedMoment('expires', 90),
})

describe('deciding about awards', () => {
  it('starts from the portfolio, and nobody recommends before they declared', async () => {
    assert.match((await panel.get(`${base}/recommendation`)).body, /Work out first/)
    await posted(team, 'portfolios', { question: '' })
    const [run] = await portfoliosOf(world.services.db, world.roundId)
    await workOutPortfolioRun(world.services, run?.id ?? '')
    const address = `recommendation/applications/${await chosenReference()}`
    assert.match(await posted(panel, address, { outcome: 'declined' }, 400), /Declare your conflicts first/)
    assert.match(await posted(panel, 'declare', {}, 400), /or that you have none/)
    await posted(panel, 'declare', { none: 'yes' })
  })

  it('wants a named rule and a reason of substance for each departure', async () => {
    const address = `recommendation/applications/${await chosenReference()}`
    const without = await posted(panel, address, { outcome: 'reserve', place: '1', rule: '', reason: '' }, 400)
    for (const words of ['Select the rule under which you depart', 'Enter the reason for departing'])
      assert.ok(without.includes(words))
    const thin = { outcome: 'reserve', place: '1', rule: 'assurance', reason: 'Accounts qualified' }
    assert.match(await posted(panel, address, thin, 400), /at least eight words/)
    const over = { outcome: 'award', pounds: '999999', rule: 'amount', reason: '' }
    assert.match(await posted(panel, address, over, 400), /must be £[\d,]+ or less/)
    const reason = 'Its auditor has qualified the accounts of both of the last two years'
    await posted(panel, address, { ...thin, reason })
    const { body } = await panel.get(`${base}/recommendation`)
    assert.ok(body.includes(`Checks found a risk: ${reason} (David Osei)`))
  })

  it('cannot be decided before the panel has recommended', async () => {
    await posted(minister, 'declare', { none: 'yes' })
    assert.match(await posted(minister, 'decision/record', decided(), 400), /panel has not recommended/)
    await assert.rejects(
      sql`insert into decision (round_id, document, sha256, decided_by, decided_at, recorded_at, tell_at)
        values (${world.roundId}::uuid, '{}', encode(sha256('{}'), 'hex'), 'x', now(), now(), now())`.execute(
        world.services.db,
      ),
      /after the panel has recommended/,
    )
  })

  it('freezes what the panel recommends, once and as it was shown', async () => {
    const { body } = await panel.get(`${base}/recommendation`)
    await posted(panel, 'recommendation/freeze', { shown: 'x' }, 400)
    await posted(panel, 'recommendation/freeze', { shown: shownIn(body) })
    assert.match(await posted(panel, 'recommendation/freeze', { shown: shownIn(body) }, 400), /is frozen/)
    const late = { outcome: 'declined', rule: 'assurance', reason: 'x' }
    assert.match(await posted(panel, `recommendation/applications/${await chosenReference()}`, late, 400), /is frozen/)
  })

  it('needs the note of the accounting officer and the submission, which is made as a PDF too', async () => {
    const { body } = await minister.get(`${base}/decision/record`)
    const missing = await posted(minister, 'decision/record', { ...decided(), shown: shownIn(body) }, 400)
    assert.match(missing, /note is missing/)
    const note = { regularity: 'Lawful', propriety: 'Sealed rules', valueForMoney: 'Best', feasibility: 'Yes' }
    assert.match(await posted(team, 'note', note, 400), /Enter name of the accounting officer/i)
    await posted(team, 'note', { ...note, by: 'An Officer' })
    await posted(team, 'submission/edit', { summary: 'Decide', options: 'Fewer', linesToTake: 'One\nTwo' })
    const page = await minister.get(`${base}/submission`)
    for (const words of ['Lines to take', 'Sealed rules', 'An Officer']) assert.ok(page.body.includes(words), words)
    assert.equal((await minister.get(`${base}/submission.pdf`)).status, 200)
  })

  it('lets one of two who decide at once win, and tells the other, who loses nothing', async () => {
    const { body } = await minister.get(`${base}/decision/record`)
    const fields = { ...decided(), shown: shownIn(body) }
    const answers = await Promise.all([0, 1].map(async () => minister.post(`${base}/decision/record`, fields)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 400])
    const told = answers.find(({ status }) => status === 400)?.body ?? ''
    assert.match(told, /Somebody else has recorded the decision meanwhile/)
    assert.ok(told.includes('Note of the private office of today'))
    const decision = await decisionOf(world.services.db, world.roundId)
    assert.equal(decision?.decidedBy, 'The Minister')
    assert.equal(decision.document.applications.filter(({ outcome }) => outcome === 'reserve').length > 0, true)
  })

  it('keeps the record for ever, and tells nobody before the embargo ends', async () => {
    const { db } = world.services
    await assert.rejects(sql`update decision set decided_by = 'x'`.execute(db), /never altered/)
    await assert.rejects(sql`delete from decision`.execute(db), /never altered/)
    await assert.rejects(
      db.transaction().execute(async (tx) => await markOutcomesTold(tx, world.roundId, new Date())),
      /before its embargo ends/,
    )
    assert.match(await posted(team, 'note', { regularity: 'x' }, 400), /decided/)
  })

  it('waits for every funder that is asked to approve exactly this record', async () => {
    const { db } = world.services
    const decision = await decisionOf(db, world.roundId)
    assert.ok(decision !== undefined)
    const before = await awardsApproval(db, world.fundId, decision)
    assert.deepEqual([before.asked, before.approved, before.missing.length], [true, [], 1])
    const { rows } = await sql<{ organisationId: string }>`
      select organisation_id as "organisationId" from funder where fund_id = ${world.fundId}::uuid`.execute(db)
    const organisationId = rows[0]?.organisationId ?? ''
    const at = world.services.clock()
    const personId = await db.transaction().execute(async (tx) => {
      const id = await seedPersonId(tx, world.services, 'funder', at)
      const role = { personId: id, role: 'funder', fundId: world.fundId, organisationId, by: null, at } as const
      await giveRole(tx, world.services, role)
      return id
    })
    const funder = await world.signedIn(personId)
    const address = '/manage/funds/example-fund/approvals'
    assert.ok((await funder.get(address)).body.includes(decision.sha256))
    const fields = { organisation: organisationId, subject: 'awards', round: 'finished-round' }
    assert.equal((await funder.post(address, { ...fields, shown: 'b'.repeat(64) })).status, 400)
    assert.equal((await funder.post(address, { ...fields, shown: decision.sha256 })).status, 303)
    assert.deepEqual((await awardsApproval(db, world.fundId, decision)).missing, [])
  })

  it('is replayed by a fresh process from the file alone', async () => {
    const decision = await decisionOf(world.services.db, world.roundId)
    const { body } = await minister.get(`${base}/decision.json`)
    assert.equal(body, decision?.text)
    const said = await new Promise<string>((resolve, reject) => {
      const child = execFile(process.execPath, ['src/calc.ts', 'verify'], { maxBuffer: 1e8 }, (error, out) =>
        error === null ? resolve(out) : reject(error),
      )
      child.stdin?.end(body)
    })
    const { ok, firstBroken } = JSON.parse(said)
    assert.deepEqual({ ok, firstBroken }, { ok: true, firstBroken: null })
  })

  it('lists members to tell by award, once decided, and not their party', async () => {
    const decision = await decisionOf(world.services.db, world.roundId)
    const award = decision?.document.applications.find(({ outcome }) => outcome === 'award')
    assert.ok(award !== undefined && !('withheld' in award))
    assert.match(await posted(team, 'members', { members: 'a,b\n1,2' }, 400), /column “gss”/)
    const members = `gss,member,party,constituency,email,source,date\n${award.leadId},A Member,Purple,Somewhere,a@b.example,A list,2026-01-01`
    await posted(team, 'members', { members })
    const { body } = await team.get(`${base}/members`)
    assert.ok(body.includes('A Member') && body.includes('Somewhere'))
    assert.doesNotMatch(body, /Purple/)
    assert.doesNotMatch((await team.get(`${base}/decision`)).body, /Somewhere/)
  })
})
