import { sql } from 'kysely'
import {
  type DecidedApplication,
  type DecisionRecord,
  decisionRecord,
  decisionText,
} from '../../src/core/decisions/index.ts'
import { insertDecision } from '../../src/features/decisions/deciding/decision.store.ts'
import { sealOf } from '../../src/features/funds/index.ts'
import { type AssessedRound, type AssessedSize, assessedRound } from './assessed-round.ts'
import { sha256 } from './decided-record.ts'
import type { Lifetime } from './template.ts'

export type DecidedRound = AssessedRound & {
  /** As it was decided: awards first, then the reserve list, then who is declined. */
  readonly applications: readonly DecidedApplication[]
}

/** How many are awarded and how many are on the reserve list, and until when; the sum of each award. */
export type Decided = {
  readonly awards: number
  readonly reserves: number
  readonly pounds: number
  readonly reserveExpiresOn: string | null
  readonly tellAt: Date
  readonly funders?: boolean
}

/**
 * The made-up round with a decision recorded about as many of its applications as the example says. What led to the
 * decision is an example's; what is awarded to whom is this round's.
 *
 * @param example any whole record
 */
export async function decidedRound(
  lifetime: Lifetime,
  example: DecisionRecord,
  decided: Decided,
  size: Partial<AssessedSize> = {},
): Promise<DecidedRound> {
  const round = await assessedRound(lifetime, { stage: 'closed', ...size })
  const { db } = round.services
  const { rows } = await sql<{ id: string; reference: string; leadId: string; lead: string }>`
    select a.id, a.reference, a.lead_id as "leadId", o.name as lead from application a join organisation o on o.id = a.lead_id
    where a.round_id = ${round.roundId}::uuid and a.state = 'submitted' and a.mode = 'live'
    order by a.reference limit ${decided.awards + decided.reserves + 1}`.execute(db)
  const applications = rows.map((row, index): DecidedApplication => {
    const outcome =
      index < decided.awards ? 'award' : index < decided.awards + decided.reserves ? 'reserve' : 'declined'
    return {
      ...row,
      outcome,
      pounds: outcome === 'award' ? decided.pounds : null,
      reservePlace: outcome === 'reserve' ? index - decided.awards + 1 : null,
      departure: null,
      region: '',
      salt: String(index),
    }
  })
  await recordExample(round, example, decided, applications)
  return { ...round, applications }
}

/** Records an example's decision about these applications, for a round with sealed rules. */
export async function recordExample(
  { services: { db }, roundId }: Pick<AssessedRound, 'services' | 'roundId'>,
  { manifest: _, seal: __, ...example }: DecisionRecord,
  { tellAt, reserveExpiresOn, funders = false }: Pick<Decided, 'tellAt' | 'reserveExpiresOn' | 'funders'>,
  applications: readonly DecidedApplication[],
): Promise<void> {
  const seal = await sealOf(db, roundId)
  if (seal === undefined) throw new Error('the made-up round has sealed rules')
  const [decidedAt] = [new Date(tellAt.getTime() - 3_600_000)]
  const text = decisionText(
    decisionRecord(
      {
        ...example,
        scores: example.scores.map((score, index) => ({
          ...score,
          reference: applications[index]?.reference ?? score.reference,
        })),
        declarations: [],
        decision: { ...example.decision, approval: { asked: funders, reason: funders ? '' : 'An example' } },
        applications,
        reserveExpiresOn,
        tellAt: tellAt.toISOString(),
      },
      sha256,
    ),
  )
  await db.transaction().execute(async (tx) => {
    await sql`
      with run as (
        insert into assessment_run (id, round_id, kind, number, requested_at, input, input_sha256, seed)
        values (gen_random_uuid(), ${roundId}::uuid, 'portfolio', 1, ${decidedAt}, '{}'::jsonb, ${sha256('{}')}, 1) returning id)
      insert into panel_recommendation (round_id, run_id, outcomes, sha256, frozen_at)
      select ${roundId}::uuid, id, '[]', ${sha256('[]')}, ${decidedAt} from run`.execute(tx)
    const recorded = { decidedAt, decidedBy: 'A Minister', recordedAt: decidedAt, recordedBy: await somebody(tx) }
    await insertDecision(tx, { roundId, text, sha256: sha256(text), tellAt, ...recorded })
  })
}

async function somebody(tx: Parameters<typeof insertDecision>[0]): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from person order by id limit 1`.execute(tx)
  if (rows[0] === undefined) throw new Error('the made-up round has people')
  return rows[0].id
}
