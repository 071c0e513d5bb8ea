import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type AssessedRound, assessedRound } from '../../../tests/support/assessed-round.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import type { TestAnswer } from '../../../tests/support/server.ts'
import { routesOf } from '../../app.ts'
import { firstRules } from '../../core/rules/index.ts'
import { type SeedRole, seedPeopleByRole } from '../../seeds/people.ts'
import { seedRules } from '../../seeds/round-rules.ts'
import { personByEmail } from '../accounts/index.ts'
import { roundById } from '../funds/index.ts'
import { workOutAssignment } from './assigning/work-out-assignment.ts'
import { shownShortlist } from './shortlisting/freeze-shortlist.ts'
import { readProposal } from './shortlisting/read-proposal.ts'
import { queueUnderstanding } from './understanding/request-understanding.ts'
import { workOutUnderstanding } from './understanding/work-out-understanding.ts'

const life = lastFirst({ after })
/** Part of the name of every lead, long and short, and of nothing else. */
const marker = 'Zyxwick'
const rules = {
  visibility: { ...firstRules.visibility, applicantsNamed: false },
  calibration: { use: 'advice', noneUpTo: 5 },
  assignment: { ...firstRules.assignment, everyoneUpTo: 3 },
  interview: { ...seedRules.interview, invited: 10 },
  tieBreaks: [
    { kind: 'pairwise', criterion: '' },
    { kind: 'draw', criterion: '' },
  ],
} as const
const roles: readonly SeedRole[] = ['programme', 'panel', 'auditor', 'assessor']
/** Where those who sift and audit see whose an application is: they read the applications themselves. */
const sifts = /\/assessment\/(sift(\.csv|\/.*)?|conflicts(\/.*)?)$/
/** An assessor’s employers and authorities of interest: bodies, whether they apply or not. */
const interests = /\/assessment\/assessors\/[0-9a-f-]+$|^\/assess\/[^/]+\/[^/]+\/profile$/
const audits = /\/export\/internal\.json$/

const idOf = async (world: AssessedRound, role: SeedRole): Promise<string> =>
  (await personByEmail(world.services.db, seedPeopleByRole[role].email))?.id ?? ''

async function renamed(world: AssessedRound): Promise<void> {
  await sql`
    update organisation o set name = ${marker} || ' Council ' || o.id, short_name = ${marker} || ' ' || o.id
    where exists (select from application a where a.lead_id = o.id)`.execute(world.services.db)
  // A reason names a lead, long and short.
  await sql`update application_sift s set scope_reason = ${`${marker} Council `} || a.lead_id
      || ' is in scope, as ' || ${`${marker} `} || a.lead_id || ' says'
    from application a where a.id = s.application_id and s.scope <> 'open'`.execute(world.services.db)
}

/** Every address of assessment with one application, assessor and run in it, and what a person reads there. */
async function readBy(world: AssessedRound, role: SeedRole): Promise<ReadonlyMap<string, TestAnswer>> {
  const browser = await world.signedIn(await idOf(world, role))
  const { rows } = await sql<{ reference: string; person: string }>`
    select a.reference, s.person_id as person from application a join assignment s on s.application_id = a.id
    where a.round_id = ${world.roundId}::uuid and s.ended_at is null and s.why <> 'practice'
    order by s.person_id = ${await idOf(world, 'assessor')}::uuid desc, a.reference limit 1`.execute(world.services.db)
  const { rows: pairs } = await sql<{ reference: string; person: string }>`
    select a.reference, d.person_id as person from conflict_declaration d join application a on a.id = d.application_id
    where d.has_conflict limit 1`.execute(world.services.db)
  const plain = { fund: 'example-fund', round: 'finished-round', number: '1', ...rows[0] }
  const found = new Map<string, TestAnswer>()
  for (const { method, path } of routesOf(world.services)) {
    if (method !== 'GET' || !/\/assessment(\/|$)|^\/assess(\/|$)/.test(path)) continue
    const parts: Readonly<Record<string, string>> =
      path.includes('/conflicts/') && pairs[0] ? { ...plain, ...pairs[0] } : plain
    const address = path.replaceAll(/:(\w+)/g, (_, name: string) => parts[name] ?? 'missing')
    const answer = await browser.get(address)
    if (answer.status === 200) found.set(address, answer)
  }
  return found
}

const names = ({ body, headers }: TestAnswer): boolean => `${body}${JSON.stringify(headers)}`.includes(marker)

/** The addresses at which this person reads a name, and how many there are. */
async function namedTo(world: AssessedRound, role: SeedRole) {
  const read = await readBy(world, role)
  return {
    read: [...read.keys()],
    named: [...read].filter(([, answer]) => names(answer)).map(([address]) => address),
  }
}

const allowed = (role: SeedRole) => (address: string) =>
  interests.test(address) || (['programme', 'auditor'].includes(role) && (sifts.test(address) || audits.test(address)))

async function holdsFor(world: AssessedRound, least: Readonly<Partial<Record<SeedRole, number>>>): Promise<void> {
  for (const role of roles) {
    const { read, named } = await namedTo(world, role)
    assert.ok(read.length >= (least[role] ?? 1), `${role}: ${read.join(' ')}`)
    assert.deepEqual(
      named.filter((address) => !allowed(role)(address)),
      [],
      role,
    )
  }
}

async function agreeOne(world: AssessedRound): Promise<void> {
  await sql`
    insert into practice_score (round_id, application_id, criterion_id, points, explanation, agreed_at, agreed_by)
    select a.round_id, a.id, c.id, 2, 'As agreed', now(), ${await idOf(world, 'programme')}::uuid
    from (select distinct a.round_id, a.id from application a join assignment g on g.application_id = a.id
      where a.round_id = ${world.roundId}::uuid limit 1) a,
      (select 'outcomes' as id union select 'capacity') c`.execute(world.services.db)
}

describe('who applies, where the sealed rules hide it', () => {
  describe('before scoring has closed', () => {
    let world: AssessedRound
    before(async () => {
      world = await assessedRound(life, { applications: 18, assessors: 6, stage: 'scored', rules })
      await renamed(world)
      await agreeOne(world)
    })

    it('is on no page, list or file of those who assess or decide', async () => {
      await holdsFor(world, { programme: 14, panel: 10, auditor: 10, assessor: 3 })
    })

    it('is in no message to them', async () => {
      const { rows } = await sql<{ kind: string }>`
        select kind from message where subject || body like ${`%${marker}%`} and kind <> 'shortlist-told'`.execute(
        world.services.db,
      )
      assert.deepEqual(rows, [])
    })
  })

  it('is on no page of an assignment that is worked out', async () => {
    const world = await assessedRound(life, { applications: 18, assessors: 6, stage: 'sifted', rules })
    await renamed(world)
    const team = await world.signedIn(await idOf(world, 'programme'))
    assert.equal((await team.post(`${world.path}/assignment`)).status, 303)
    const { rows } = await sql<{ id: string }>`select id from assessment_run where kind = 'assignment'`.execute(
      world.services.db,
    )
    await workOutAssignment(world.services, rows[0]?.id ?? '')
    const answer = await team.get(`${world.path}/assignment/runs/1`)
    assert.equal(answer.status, 200)
    assert.match(answer.body, /DD-\d{4}-/)
    assert.equal(names(answer), false)
  })

  describe('once scoring has closed', () => {
    let world: AssessedRound
    before(async () => {
      world = await assessedRound(life, { applications: 24, assessors: 6, stage: 'closed', rules })
      await renamed(world)
      const { db } = world.services
      // Nobody can be told apart, so that the panel compares.
      await sql`alter table score disable trigger score_in_time`.execute(db)
      await sql`update score set points = case when criterion_id = 'capacity' then 4 else 3 end`.execute(db)
      await sql`alter table score enable trigger score_in_time`.execute(db)
      await understood(world)
    })

    it('is on no page, list or file of moderation, statistics and decisions', async () => {
      const team = await world.signedIn(await idOf(world, 'programme'))
      await team.post(`${world.path}/export`)
      assert.equal((await team.get(`${world.path}/export/published.json`)).status, 200)
      const { read } = await namedTo(world, 'panel')
      for (const part of ['/shortlist/compare', '/shortlist/applications/', '/moderation/', '/understanding.csv'])
        assert.ok(
          read.some((address) => address.includes(part)),
          part,
        )
      const panel = await world.signedIn(await idOf(world, 'panel'))
      assert.ok((await panel.get(`${world.path}/shortlist/compare`)).body.includes('Which comes first?'))
      await holdsFor(world, { programme: 20, panel: 14, auditor: 10, assessor: 2 })
    })

    it('is said once the decision is frozen', async () => {
      const { services } = world
      const round = await roundById(services.db, world.roundId)
      assert.ok(round)
      // The ties are settled first.
      const panel = await world.signedIn(await idOf(world, 'panel'))
      await settle(world, panel)
      const team = await world.signedIn(await idOf(world, 'programme'))
      const proposing = await readProposal(services.db, services, round)
      assert.ok(proposing)
      const tell = { 'tell-day': '1', 'tell-month': '6', 'tell-year': '2099', 'tell-clock': '9am' }
      const shown = shownShortlist(services, proposing, [])
      const answer = await team.post(`${world.path}/shortlist/freeze`, { ...tell, approval: 'no', reason: 'A', shown })
      assert.equal(answer.status, 303, answer.body.slice(0, 20_000))
      assert.equal(names(await panel.get(`${world.path}/shortlist`)), true)
    })
  })
})

async function understood(world: AssessedRound): Promise<void> {
  const { services, roundId } = world
  const round = await roundById(services.db, roundId)
  assert.ok(round)
  const by = await idOf(world, 'programme')
  await services.db.transaction().execute(async (tx) => {
    const queued = await queueUnderstanding(tx, services, { round, by, at: services.clock() })
    assert.ok(queued.ok)
  })
  const { rows } = await sql<{ id: string }>`select id from assessment_run where kind = 'understanding'`.execute(
    services.db,
  )
  await workOutUnderstanding(services, rows[0]?.id ?? '')
}

/** One order for all, so that nothing is left to compare. */
async function settle(world: AssessedRound, panel: { readonly get: (url: string) => Promise<TestAnswer> }) {
  assert.ok((await panel.get(`${world.path}/shortlist/compare`)).body.includes('name="pair"'))
  await sql`
    insert into shortlist_comparison (round_id, better_id, other_id, number, reason, decided_at)
    select a.round_id, a.id, b.id, row_number() over (), 'A test', now() from application a
    join application b on b.round_id = a.round_id and a.reference < b.reference
    where a.round_id = ${world.roundId}::uuid and a.state = 'submitted' and b.state = 'submitted'`.execute(
    world.services.db,
  )
}
