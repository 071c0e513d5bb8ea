import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'
import { NotFound } from '../../../core/errors.ts'
import { type Actor, visitor } from '../../../core/permissions/index.ts'
import { ukParts } from '../../../core/time/uk-moment.ts'
import { type SeedRole, seedPersonId } from '../../../seeds/people.ts'
import { seedRules } from '../../../seeds/round-rules.ts'
import { ensurePerson, findActor, giveRole } from '../../accounts/index.ts'
import { portfoliosOf } from '../choosing/portfolios.store.ts'
import { workOutPortfolioRun } from '../choosing/work-out-run.ts'
import { awardsApproval } from './awards-approval.ts'
import { chooseOutcome } from './choose-outcome.ts'
import { recommendationOf } from './deciding.store.ts'
import { decisionOf, markOutcomesTold } from './decision.store.ts'
import { recordDecision } from './record-decision.ts'

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
const reserveReference = async (): Promise<string> => {
  const recommendation = await recommendationOf(world.services.db, world.roundId)
  return recommendation?.outcomes.findLast(({ outcome }) => outcome === 'reserve')?.reference ?? ''
}
const seenIn = (body: string): string => /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
const noMoment = { day: '', month: '', year: '', clock: '' }
const typedMoment = (name: string, days: number): Record<string, string> => {
  const { day, month, year } = ukParts(new Date(Date.now() + days * 86_400_000))
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year, [`${name}-clock`]: '9am' }
}
const decided = (): Record<string, string> => ({
  who: 'other',
  name: 'The Minister',
  title: 'Minister',
  evidence: 'Note of the private office of today',
  none: 'yes',
  approval: 'yes',
  ...typedMoment('tell', 3),
  ...typedMoment('expires', 90),
})

/** Who asks in this browser. */
const actorOf = async (browser: TestBrowser): Promise<Actor> => {
  const { db, clock } = world.services
  for (const token of browser.cookies.values()) {
    const actor = await findActor(db, token, clock())
    if (actor !== undefined) return actor
  }
  return visitor
}
/** The problems that an action refuses with. */
const codesOf = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) =>
  result.problems?.map(({ code }) => code) ?? []
const barelyTyped = {
  who: 'self',
  name: '',
  title: 'x',
  evidence: '',
  approval: 'no',
  reason: 'x',
  tell: noMoment,
  expires: noMoment,
  declared: { none: false, references: [], statement: '', takenBack: '' },
}
const path = { fundSlug: 'example-fund', roundSlug: 'finished-round' }
const goneWords = 'She has left the board and has no part in it any more'
const nothingTyped = { outcome: '', pounds: '', place: '', rule: '', reason: '' }

describe('deciding about awards', () => {
  it('begins with sealed rules: before that nothing is decided, and it is said why', async () => {
    const { services, fundId } = world
    await sql`insert into round (id, fund_id, slug, name, eligible_kinds, created_at)
      values (gen_random_uuid(), ${fundId}::uuid, 'unsealed-round', 'Not sealed', '{district}', now())`.execute(
      services.db,
    )
    const there = '/manage/funds/example-fund/unsealed-round/decisions'
    for (const address of ['decision/record', 'decision/applications/DD-2026-XXXX-1', 'declare']) {
      const { status, body } = await minister.post(`${there}/${address}`, {
        ...decided(),
        outcome: 'award',
        pounds: '5',
      })
      assert.equal(status, 400, address)
      assert.match(body, /rules of this round are not sealed|Nothing is before the panel yet/)
    }
    const asked = {
      actor: await actorOf(minister),
      path: { ...path, roundSlug: 'unsealed-round' },
      at: services.clock(),
    }
    assert.deepEqual(codesOf(await recordDecision(services, { ...asked, typed: barelyTyped, shown: '' })), [
      'rules-not-sealed',
    ])
    const choice = { stage: 'decision', reference: 'x', typed: nothingTyped, seen: '' } as const
    assert.deepEqual(codesOf(await chooseOutcome(services, { ...asked, ...choice })), ['rules-not-sealed'])
    assert.equal(await decisionOf(services.db, world.roundId), undefined)
  })

  it('says of interviews, before rules are sealed, what they say as they are drafted', async () => {
    const { services } = world
    const there = '/manage/funds/example-fund/unsealed-round/decisions'
    assert.match((await team.get(there)).body, /Planned: the rules are not sealed/)
    assert.match((await team.get(`${there}/interviews`)).body, /As they are drafted, interviews are held/)
    await sql`insert into round_rules (round_id, rules, revision, saved_at)
      select id, '{"interview": {"held": false}}', 1, now() from round where slug = 'unsealed-round'`.execute(
      services.db,
    )
    assert.match((await team.get(there)).body, /None are planned/)
    assert.match((await team.get(`${there}/interviews`)).body, /As they are drafted, no interviews are held/)
    assert.doesNotMatch((await team.get(base)).body, /not sealed|None are planned/)
    await sql`delete from round_rules where round_id in (select id from round where slug = 'unsealed-round')`.execute(
      services.db,
    )
  })

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

  it('is not for somebody with a declared conflict: neither that application, nor the decision over all', async () => {
    const { services } = world
    const reference = await chosenReference()
    const mine = { none: '', application: reference, statement: 'My sister is its chief executive' }
    await posted(minister, 'declare', mine)
    const address = `decision/applications/${reference}`
    assert.equal((await minister.get(`${base}/${address}`)).status, 404)
    assert.equal((await minister.post(`${base}/${address}`, { outcome: 'declined' })).status, 404)
    const { body } = await minister.get(`${base}/decision/record`)
    const refusal = await posted(minister, 'decision/record', { ...decided(), shown: shownIn(body) }, 400)
    assert.ok(refusal.includes(`You have a conflict with ${reference}`))
    assert.ok(refusal.includes('Note of the private office of today'), 'what was typed is kept')
    const asked = { actor: await actorOf(minister), path, at: services.clock() }
    const choice = { stage: 'decision', reference, typed: { ...nothingTyped, outcome: 'declined' }, seen: '' } as const
    await assert.rejects(chooseOutcome(services, { ...asked, ...choice }), NotFound)
    assert.deepEqual(codesOf(await recordDecision(services, { ...asked, typed: barelyTyped, shown: shownIn(body) })), [
      'conflicted',
    ])
    assert.match(await posted(minister, 'declare', { none: 'yes' }, 400), /Enter why there is no conflict with DD-/)
    const thin = { none: 'yes', takenBack: 'She left' }
    assert.match(await posted(minister, 'declare', thin, 400), /at least eight words/)
    await posted(minister, 'declare', { none: 'yes', takenBack: goneWords })
  })

  it('departs from the recommendation only under a rule and for a reason, in the decision too', async () => {
    const { services } = world
    const reference = await reserveReference()
    const address = `decision/applications/${reference}`
    const without = await posted(minister, address, { outcome: 'declined', rule: '', reason: '' }, 400)
    for (const words of ['Select the rule under which you depart', 'Enter the reason for departing'])
      assert.ok(without.includes(words), words)
    const choice = { stage: 'decision', reference, typed: { ...nothingTyped, outcome: 'declined' }, seen: '' } as const
    const asked = { actor: await actorOf(minister), path, at: services.clock() }
    assert.deepEqual(codesOf(await chooseOutcome(services, { ...asked, ...choice })), [
      'rule-missing',
      'reason-missing',
    ])
  })

  it('tells the second of two who decide on one application at once what the first said, and keeps their text', async () => {
    const { db, clock } = world.services
    const at = clock()
    const otherId = await db.transaction().execute(async (tx) => {
      const made = { id: world.services.newId(), email: 'second.minister@example.gov.uk', name: 'Second Minister', at }
      const { person } = await ensurePerson(tx, made)
      const role = { personId: person.id, role: 'decision-maker', fundId: world.fundId, by: null, at } as const
      await giveRole(tx, world.services, role)
      return person.id
    })
    const second = await world.signedIn(otherId)
    await posted(second, 'declare', { none: 'yes' })
    const address = `decision/applications/${await reserveReference()}`
    const seen = seenIn((await second.get(`${base}/${address}`)).body)
    const reason = 'Checks of the last week found that the same work is paid for by another fund'
    await posted(minister, address, { outcome: 'declined', rule: 'funded', reason })
    const typed = {
      outcome: 'declined',
      rule: 'withdrawing',
      reason: 'They wrote that they want no award any more at all',
      seen,
    }
    const told = await posted(second, address, typed, 400)
    assert.match(told, /Margaret Hale has decided on it meanwhile: Declined/)
    assert.ok(told.includes('They wrote that they want no award any more at all'))
    await posted(second, address, { ...typed, seen: seenIn(told) })
    assert.match((await second.get(`${base}/decision`)).body, /no longer wants it: They wrote[^)]*Second Minister/)
  })

  it('needs the note of the accounting officer and the submission, which is made as a PDF too', async () => {
    const { body } = await minister.get(`${base}/decision/record`)
    const missing = await posted(minister, 'decision/record', { ...decided(), shown: shownIn(body) }, 400)
    assert.match(missing, /note is missing/)
    const note = { regularity: 'Lawful', propriety: 'Sealed rules', valueForMoney: 'Best', feasibility: 'Yes' }
    assert.match(await posted(team, 'note', note, 400), /Enter the name of the accounting officer/i)
    await posted(team, 'note', { ...note, by: 'An Officer' })
    await posted(team, 'submission/edit', { summary: 'Decide', options: 'Fewer', linesToTake: 'One\nTwo' })
    const longOptions = `${'Fewer awards, and what each of them would mean for its place. '.repeat(60)}The end.`
    const typed = { summary: 'Decide', options: longOptions, linesToTake: 'One\nTwo '.repeat(400) }
    const long = await posted(team, 'submission/edit', typed, 400)
    assert.match(long, /The submission takes \d+ pages and must take 2 or fewer. Its longest text is “Options”/)
    assert.ok(long.includes('The end.'), 'what was typed is kept')
    const page = await minister.get(`${base}/submission`)
    for (const words of ['Lines to take', 'Sealed rules', 'An Officer']) assert.ok(page.body.includes(words), words)
    const [panelSaid, deciderSaid] = ['Its auditor has qualified the accounts', 'They wrote']
    assert.match(
      page.body,
      new RegExp(`sealed rules propose<[^]*${panelSaid}[^]*what the panel recommends<[^]*${deciderSaid}`),
      'what departs from the rules is told to whoever decides',
    )
    assert.equal((await minister.get(`${base}/submission.pdf`)).status, 200)
  })

  it('asks whoever records a decision what the one who decided declared, and keeps a conflict of theirs', async () => {
    const reference = await chosenReference()
    const { body } = await minister.get(`${base}/decision/record`)
    const fields = { ...decided(), shown: shownIn(body) }
    const unasked = await posted(minister, 'decision/record', { ...fields, none: '' }, 400)
    assert.match(unasked, /Select the applications that they have a conflict with, or that they have none/)
    const bare = await posted(minister, 'decision/record', { who: 'other', shown: shownIn(body) }, 400)
    const summary = /error-summary__list">([\s\S]*?)<\/ul>/.exec(bare)?.[1] ?? ''
    const places = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, id]) => bare.indexOf(`id="${id}"`))
    assert.ok(places.length >= 7 && !places.includes(-1), summary)
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
      'problems stand as their fields do',
    )
    const conflicted = { ...fields, none: '', application: reference, statement: 'A trustee of its partner' }
    const refused = await posted(minister, 'decision/record', conflicted, 400)
    assert.ok(refused.includes(`The Minister has a conflict with ${reference}`))
    assert.ok(refused.includes('A trustee of its partner'), 'what was typed is kept')
    assert.equal(await decisionOf(world.services.db, world.roundId), undefined)
    assert.match(await posted(minister, 'decision/record', fields, 400), /Enter why there is no conflict with DD-/)
    await assert.rejects(
      sql`insert into decision_declaration (round_id, person_id, number, stage, application_ids, statement, declared_at,
          decider, evidence)
        select round_id, person_id, number + 9, stage, '{}', '', now(), 'the minister', 'x' from decision_declaration
        where decider <> ''`.execute(world.services.db),
      /taken back for a reason/,
    )
    const own = await minister.get(`${base}/decision/applications/${reference}`)
    assert.equal(own.status, 200, 'whoever records it has no conflict by that')
  })

  it('lets one of two who decide at once win, and tells the other, who loses nothing', async () => {
    const { body } = await minister.get(`${base}/decision/record`)
    const fields = { ...decided(), takenBack: goneWords, shown: shownIn(body) }
    const answers = await Promise.all([0, 1].map(async () => minister.post(`${base}/decision/record`, fields)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 400])
    const told = answers.find(({ status }) => status === 400)?.body ?? ''
    assert.match(told, /Somebody else has recorded the decision meanwhile/)
    assert.ok(told.includes('Note of the private office of today'))
    const after = (await minister.get(`${base}/decision/record`)).body
    assert.match(after, /The awards are decided/)
    assert.doesNotMatch(after, /name="evidence"/, 'what is decided is not offered to be decided again')
    const decision = await decisionOf(world.services.db, world.roundId)
    assert.equal(decision?.decidedBy, 'The Minister')
    const theirs = decision.document.declarations.find((each) => !('withheld' in each) && each.name === 'The Minister')
    assert.ok(theirs !== undefined && !('withheld' in theirs))
    assert.deepEqual([theirs.conflicts, theirs.takenBackFor, theirs.recorded?.by], [[], goneWords, 'Margaret Hale'])
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
    const late = { outcome: 'declined', rule: 'assurance', reason: 'A risk was found on the day after the decision' }
    const refusal = await posted(minister, `decision/applications/${await chosenReference()}`, late, 400)
    assert.match(refusal, /awards are decided/)
    assert.ok(refusal.includes(late.reason))
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
    const heads = members.split('\n')[0] ?? ''
    const wrong = `${heads}\n${award.leadId},A,B,C,not-an-address,S,31/02/2026\n,,,,,,`
    const said = await posted(team, 'members', { members: wrong }, 400)
    for (const words of [/Line 2 must have an email address/, /Line 2 must have the date/, /Line 3 lacks/])
      assert.match(said, words)
    await posted(team, 'members', { members: `${heads}\nX-NOBODY,A,B,C,,S,2026-01-01` })
    assert.match(
      (await team.get(`${base}/members`)).body,
      /1 is listed. Code X-NOBODY is of no authority with an award/,
    )
    await posted(team, 'members', { members })
    const { body } = await team.get(`${base}/members`)
    assert.ok(body.includes('A Member') && body.includes('Somewhere'))
    assert.doesNotMatch(body, /Purple/)
    assert.doesNotMatch((await team.get(`${base}/decision`)).body, /Somewhere/)
  })
})
