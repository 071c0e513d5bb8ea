import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ResultsDocument } from '../../src/core/results/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { cast } from './cast.ts'
import type { Place } from './places.ts'

/** What everybody is told of the round of a place: one award, one bid that was not awarded. */
const documentOf = (place: Place): ResultsDocument => ({
  document: 'results',
  format: 2,
  round: { fund: place.fund, name: place.round, illustrative: true },
  decidedOn: '2026-01-05',
  rules: { version: 1, sha256: 'a'.repeat(64) },
  record: { sha256: 'b'.repeat(64), seal: 'c'.repeat(64) },
  counts: { received: 2, eligible: 2, 'in-scope': 2, scored: 2, shortlisted: 2, awarded: 1, withdrawn: 0 },
  budgetPounds: 1_000_000,
  awards: [
    {
      reference: place.listed,
      lead: 'A council',
      leadId: place.lead,
      region: 'Illustrative',
      pounds: 90_000,
      type: 'support-in-kind',
    },
  ],
  bids: [{ pseudonym: 'Bid 1', outcome: 'declined', readers: ['Assessor 1'], cameTo: 'shortlisted' }],
  scores: [],
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A round that is decided, with results that are published: once, however often it is asked for. */
export async function publishedResults(place: Place, db: Database): Promise<Readonly<Record<string, string>>> {
  const { fund, round } = place
  const at = '2026-01-05T12:00:00.000Z'
  const decision = JSON.stringify({
    applications: [],
    recommendation: { outcomes: [], frozenBy: '' },
    whatIfs: [],
    submission: { summary: 'Made up', options: '', linesToTake: '' },
    note: { regularity: '', propriety: '', valueForMoney: '', feasibility: '', by: '' },
    portfolio: { case: { candidates: [] } },
    declarations: [],
    decision: {
      decidedBy: 'The minister',
      title: 'Minister',
      recordedBy: '',
      evidence: '',
      at,
      approval: { asked: false, reason: 'Made up' },
    },
    reserveExpiresOn: null,
    tellAt: at,
  })
  const results = JSON.stringify(documentOf(place))
  await db.transaction().execute(async (tx) => {
    // What it takes to come to a decision is tested where decisions are made.
    await sql`set local session_replication_role = replica`.execute(tx)
    const roundId = sql`(select r.id from round r join fund f on f.id = r.fund_id where f.slug = ${fund} and r.slug = ${round}
      and r.published_at is not null)`
    await sql`insert into decision (round_id, document, sha256, decided_by, decided_at, recorded_at, recorded_by, tell_at)
      select id, ${decision}, ${sha256(decision)}, 'The minister', now(), now(),
        ${cast.team.id}::uuid, now() from (select ${roundId} as id) r where id is not null
      on conflict do nothing`.execute(tx)
    await sql`insert into published_results (round_id, number, document, sha256, published_at)
      select id, 1, ${results}, ${sha256(results)}, now()
      from (select ${roundId} as id) r where id is not null on conflict do nothing`.execute(tx)
  })
  return { number: '1' }
}
