import assert from 'node:assert/strict'
import { sql } from 'kysely'
import {
  type DecidedApplication,
  type DecisionRecord,
  decisionRecord,
  decisionText,
} from '../../src/core/decisions/index.ts'
import { decisionOf } from '../../src/features/decisions/index.ts'
import { writeTelling } from '../../src/features/decisions/telling/tell-outcomes.ts'
import { roundById } from '../../src/features/funds/index.ts'
import type { Services } from '../../src/platform/services.ts'
import { cast } from '../access/cast.ts'
import { places } from '../access/places.ts'
import { seededWorld } from '../access/seeded-world.ts'
import { sha256 } from './decided-record.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from './server.ts'
import { freshDatabase, type Lifetime } from './template.ts'

/** The public address of the round. */
export const publishedAddress = `/funds/${places.theirs.fund}/${places.theirs.round}`

/** When everybody is told of its decision. */
export const tellAt = new Date('2026-12-21T09:30:00Z')

/** A round of the seeded world that is decided and not told yet, with a clock that the test sets. */
export type RoundToPublish = {
  readonly server: TestServer
  readonly clock: { now: Date }
  readonly roundId: string
  readonly decided: readonly DecidedApplication[]
  readonly record: DecisionRecord
  /** The record to the letter. */
  readonly text: string
  /** Who froze the recommendation and recorded the decision. */
  readonly official: string
  /** The programme team, in a session of its own: the clock moves. */
  readonly team: () => Promise<TestBrowser>
  /** @param more what is typed besides; that the texts were read unless said */
  readonly publish: (reason?: string, more?: Readonly<Record<string, string>>) => Promise<TestAnswer>
  /** What telling waits for is tested where it is done. */
  readonly tellEverybody: () => Promise<void>
}

export async function roundToPublish(lifetime: Lifetime): Promise<RoundToPublish> {
  const clock = { now: new Date('2026-12-20T09:00:00Z') }
  const server = await testServer(lifetime, await freshDatabase(lifetime, seededWorld), { clock: () => clock.now })
  const { services } = server
  const { roundId, rows } = await applicationsOf(services)
  const { rows: officials } = await sql<{ name: string }>`
    select name from person where id = ${cast.teamElsewhere.id}::uuid`.execute(services.db)
  const official = officials[0]?.name ?? ''
  const decided = decidedFrom(rows)
  const record = recordOf(decided, { id: roundId, fund: rows[0]?.fund ?? '', name: rows[0]?.round ?? '' }, official)
  const text = decisionText(record)
  await services.db.transaction().execute(async (tx) => {
    // The decision itself is another area's, with rules of its own that are tested there.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into decision (round_id, document, sha256, decided_by, decided_at, recorded_at, recorded_by, tell_at)
      values (${roundId}::uuid, ${text}, ${sha256(text)}, 'The minister', ${clock.now}, ${clock.now},
        ${cast.teamElsewhere.id}::uuid, ${tellAt})`.execute(tx)
  })
  const team = () => server.signedIn(cast.teamElsewhere.id)
  return {
    ...{ server, clock, roundId, decided, record, text, official, team },
    publish: async (reason, more = { read: 'yes' }) =>
      await (await team()).post(`/manage${publishedAddress}/results`, {
        ...more,
        ...(reason !== undefined && { reason }),
      }),
    tellEverybody: async () => {
      const [round, decision] = [await roundById(services.db, roundId), await decisionOf(services.db, roundId)]
      assert.ok(round !== undefined && decision !== undefined)
      await services.db
        .transaction()
        .execute(async (tx) => await writeTelling(tx, services, { round, decision, at: clock.now }))
    },
  }
}

type Application = Pick<DecidedApplication, 'id' | 'reference' | 'leadId' | 'lead' | 'region'> & {
  readonly fund: string
  readonly round: string
}

async function applicationsOf({
  db,
}: Services): Promise<{ readonly roundId: string; readonly rows: readonly Application[] }> {
  const { rows } = await sql<Application & { readonly roundId: string }>`
    select a.id, a.reference, a.lead_id as "leadId", o.name as lead, coalesce(o.region, '') as region, r.id as "roundId",
      f.name as fund, r.name as round
    from application a join organisation o on o.id = a.lead_id join round r on r.id = a.round_id
      join fund f on f.id = r.fund_id
    where f.slug = ${places.theirs.fund} and r.slug = ${places.theirs.round} and a.state = 'submitted' and a.mode = 'live'
    order by a.reference`.execute(db)
  return { roundId: rows[0]?.roundId ?? '', rows }
}

const outcomes = [
  'award',
  'award',
  'award',
  'reserve',
  'declined',
  'declined',
  'not-shortlisted',
  'ineligible',
] as const

const decidedFrom = (rows: readonly Application[]): readonly DecidedApplication[] =>
  rows.map((row, index) => {
    const outcome = outcomes[index] ?? 'not-shortlisted'
    return {
      id: row.id,
      reference: row.reference,
      lead: row.lead,
      leadId: row.leadId,
      region: row.region,
      outcome,
      pounds: outcome === 'award' ? 90_000 + index : null,
      reservePlace: outcome === 'reserve' ? 1 : null,
      departure: null,
      salt: `salt-${index}`,
    }
  })

/** A decision as the area of decisions keeps it: only what the results are made of is filled in. */
const recordOf = (
  decided: readonly DecidedApplication[],
  round: { readonly id: string; readonly fund: string; readonly name: string },
  official: string,
): DecisionRecord =>
  decisionRecord(
    {
      round: { ...round, illustrative: true },
      rules: { version: 1, sha256: 'a'.repeat(64), text: '{}' },
      shortlist: { sha256: 'b'.repeat(64), frozenAt: '2026-11-27T09:00:00.000Z' },
      scores: decided.slice(0, 6).map(({ id, reference }, index) => ({
        applicationId: id,
        reference,
        writtenPercent: 60 + index,
        interviewPercent: null,
        totalPercent: 60 + index,
        aboveThreshold: true,
      })),
      moneyQuestion: null,
      portfolio: {
        number: 1,
        solver: 'HiGHS',
        seed: 1,
        result: { status: 'optimal', chosen: decided.slice(0, 3).map(({ id }) => id) },
        case: { candidates: decided.slice(0, 2).map(({ reference }) => ({ reference, askedPounds: 95_000 })) },
      } as never,
      whatIfs: [],
      declarations: [],
      recommendation: {
        outcomes: [],
        sha256: 'd'.repeat(64),
        frozenAt: '2026-12-01T09:00:00.000Z',
        frozenBy: official,
      },
      note: {
        regularity: 'Within the powers of the department',
        propriety: `${decided[4]?.lead} was weighed as ${official} and others were`,
        valueForMoney: 'Good',
        feasibility: 'Can be done',
        by: 'An Accounting Officer',
        at: '2026-12-02T09:00:00.000Z',
      },
      submission: {
        summary: `Three awards; ${decided[3]?.reference} in reserve`,
        options: 'Fewer',
        linesToTake: 'By rules',
      },
      decision: {
        decidedBy: 'The minister',
        title: 'Minister',
        recordedBy: official,
        evidence: 'A letter',
        at: '2026-12-10T09:00:00.000Z',
        approval: { asked: false, reason: 'An example' },
      },
      applications: decided,
      reserveExpiresOn: null,
      tellAt: tellAt.toISOString(),
    },
    sha256,
  )
