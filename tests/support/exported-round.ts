import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { shownShortlist } from '../../src/features/assessment/shortlisting/freeze-shortlist.ts'
import { readProposal } from '../../src/features/assessment/shortlisting/read-proposal.ts'
import { choicesOf, insertComparison } from '../../src/features/assessment/shortlisting/shortlist.store.ts'
import { queueUnderstanding } from '../../src/features/assessment/understanding/request-understanding.ts'
import { latestUnderstanding } from '../../src/features/assessment/understanding/understanding.store.ts'
import { workOutUnderstanding } from '../../src/features/assessment/understanding/work-out-understanding.ts'
import { sealEvents } from '../../src/features/audit/index.ts'
import { roundById } from '../../src/features/funds/index.ts'
import { type SeedRole, seedPersonId } from '../../src/seeds/people.ts'
import { type AssessedRound, assessedRound } from './assessed-round.ts'
import type { TestAnswer, TestBrowser } from './server.ts'
import type { Lifetime } from './template.ts'

/** A round of which the shortlist is frozen, with its exports as the programme team downloads them. */
export type ExportedRound = {
  readonly round: AssessedRound
  readonly team: TestBrowser
  readonly whole: string
  readonly published: string
  /** What was answered to whoever asked for the published export before it was bound into the audit log. */
  readonly unbound: TestAnswer
}

/**
 * Makes a round of 30 applications to 8 assessors with a moderated score, two reviews that a late conflict leaves out, a
 * comparison, a departure and a frozen shortlist, each by somebody else, and exports it.
 */
export async function exportedRound(lifetime: Lifetime): Promise<ExportedRound> {
  const round = await assessedRound(lifetime, { applications: 30, assessors: 8, stage: 'closed' })
  const { db, sha256 } = round.services
  const programme = await idOf(round, 'programme')
  const team = await round.signedIn(programme)
  await moderateOne(round)
  await findConflicts(round)
  await workOut(round, programme)
  await freeze(round, team)
  await sealEvents(db, sha256)
  const unbound = await team.get(`${round.path}/export/published.json`)
  assert.equal((await team.post(`${round.path}/export`)).status, 303)
  const whole = (await team.get(`${round.path}/export/internal.json`)).body
  const published = (await team.get(`${round.path}/export/published.json`)).body
  return { round, team, whole, published, unbound }
}

const idOf = async (round: AssessedRound, role: SeedRole): Promise<string> =>
  await round.services.db
    .transaction()
    .execute(async (tx) => await seedPersonId(tx, round.services, role, round.services.clock()))

async function workOut(round: AssessedRound, by: string): Promise<void> {
  const { services } = round
  const found = await roundById(services.db, round.roundId)
  assert.ok(found)
  await services.db.transaction().execute(async (tx) => {
    const queued = await queueUnderstanding(tx, services, { round: found, by, at: services.clock() })
    assert.ok(queued.ok)
  })
  const run = await latestUnderstanding(services.db, round.roundId)
  assert.ok(run)
  await workOutUnderstanding(services, run.id)
}

/** A panel member moderates, and does nothing else. */
async function moderateOne(round: AssessedRound): Promise<void> {
  const panel = await round.signedIn(await idOf(round, 'panel'))
  const { body } = await panel.get(`${round.path}/moderation`)
  const reference = /assessment\/moderation\/(DD-[0-9A-Z-]+)"/.exec(body)?.[1] ?? ''
  const address = `${round.path}/moderation/${reference}`
  const meeting = (await panel.get(address)).body
  const [, review = '', criterion = ''] = /\?score=([0-9a-f-]+)\.([a-z0-9-]+)#moderate"/.exec(meeting) ?? []
  const moderated = async (points: string) =>
    (await panel.post(`${address}/scores`, { review, criterion, points, reason: 'In the meeting' })).status === 303
  // One of them is the score that counts already.
  assert.ok((await moderated('0')) || (await moderated('4')))
}

/** Two reviews that do not count: one person declares a conflict late, from another an application is taken for one. */
async function findConflicts(round: AssessedRound): Promise<void> {
  const { db, clock } = round.services
  const { rows } = await sql<{ application: string; person: string }>`
    select v.application_id as application, v.person_id as person from review v
    where v.state = 'submitted' and not v.practice and not exists (
      select from score_moderation m where m.review_id = v.id) order by v.id limit 2`.execute(db)
  const [declares, loses] = rows
  assert.ok(declares && loses)
  await sql`
    insert into conflict_declaration (application_id, person_id, number, has_conflict, statement, declared_at)
    values (${declares.application}::uuid, ${declares.person}::uuid, 100, true, 'A tie', ${clock()})`.execute(db)
  await sql`
    update assignment set ended_at = ${clock()}, ended_why = 'conflict' where application_id = ${loses.application}::uuid
      and person_id = ${loses.person}::uuid and ended_at is null`.execute(db)
}

/** Somebody compares who does nothing else: no tie is left to settle, so that it changes nothing. */
async function compareOne(round: AssessedRound): Promise<void> {
  const { services, roundId } = round
  const { rows } = await sql<{ id: string }>`
    select id from application where round_id = ${roundId}::uuid and state = 'submitted' order by reference
    limit 2`.execute(services.db)
  await services.db.transaction().execute(async (tx) => {
    const by = await idOf(round, 'decision')
    const [better, other] = rows.map(({ id }) => id)
    assert.ok(better && other)
    await insertComparison(tx, {
      roundId,
      betterId: better,
      otherId: other,
      reason: 'A test',
      at: services.clock(),
      by,
    })
  })
}

/** The team freezes what somebody else decided. */
async function freeze(round: AssessedRound, team: TestBrowser): Promise<void> {
  const { services } = round
  await compareOne(round)
  await team.post(`${round.path}/shortlist/draw`, { value: '1 2 3 4 5 6' })
  const found = await roundById(services.db, round.roundId)
  assert.ok(found)
  const proposing = await readProposal(services.db, services, found)
  assert.ok(proposing)
  // One departure, so that there is one to check.
  const left = proposing.proposal.items.find(({ proposed, band }) => proposed && band !== 'near-tie')
  const departure = {
    chosen: 'no',
    rule: 'assurance',
    reason: 'Accounts qualified two years running, say George Whitfield and Margaret Hale',
  }
  const decided = await team.post(`${round.path}/shortlist/applications/${left?.reference}`, departure)
  assert.equal(decided.status, 303)
  await sql`update shortlist_choice set decided_by = ${await idOf(round, 'funder')}::uuid`.execute(services.db)
  const shown = shownShortlist(services, proposing, await choicesOf(services.db, round.roundId))
  const tell = { 'tell-day': '1', 'tell-month': '6', 'tell-year': '2099', 'tell-clock': '9am' }
  const answer = await team.post(`${round.path}/shortlist/freeze`, { ...tell, approval: 'no', reason: 'A test', shown })
  assert.equal(answer.status, 303)
}
