import { sql } from 'kysely'
import type { Pairs, Scores, Swings } from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { WeighingRound } from './weighing.store.ts'

type Mine = Pick<WeighingRound, 'reviewId' | 'round'> & { readonly personId: string }

/** Weights as they are kept: with the comparisons that they come from, where criteria were compared in pairs. */
export type GivenWeights = Swings & { readonly pairs?: Pairs | null }

/** The weights that somebody gave themselves, sealed or not; undefined where they gave none. */
export async function ownWeights(
  db: Database | Tx,
  { reviewId, round, personId }: Mine,
): Promise<(GivenWeights & { readonly version: number }) | undefined> {
  const { rows } = await sql<GivenWeights & { readonly version: number }>`
    select points, reasons, pairs, version from strategic_review_weights
    where review_id = ${reviewId}::uuid and round = ${round} and person_id = ${personId}::uuid
    order by version desc limit 1`.execute(db)
  return rows[0]
}

export async function insertWeights(
  tx: Tx,
  { reviewId, round, personId }: Mine,
  { points, reasons, pairs = null, version, at }: GivenWeights & { readonly version: number; readonly at: Date },
): Promise<void> {
  await sql`
    insert into strategic_review_weights (review_id, round, person_id, version, points, reasons, pairs, at)
    values (${reviewId}::uuid, ${round}, ${personId}::uuid, ${version}, ${JSON.stringify(points)}::jsonb,
      ${JSON.stringify(reasons)}::jsonb, ${pairs === null ? null : JSON.stringify(pairs)}::jsonb, ${at})`.execute(tx)
}

type OwnScores = Scores & { readonly criterion: string; readonly version: number; readonly pass: number }

/** The scores that somebody gave themselves, the last of each criterion. */
export async function ownScores(db: Database | Tx, { reviewId, round, personId }: Mine): Promise<readonly OwnScores[]> {
  const { rows } = await sql<OwnScores>`
    select distinct on (criterion) criterion, version, pass, given, reason from strategic_review_scores
    where review_id = ${reviewId}::uuid and round = ${round} and person_id = ${personId}::uuid
    order by criterion, version desc`.execute(db)
  return rows
}

export async function insertScores(
  tx: Tx,
  { reviewId, round, personId }: Mine,
  { criterion, version, pass, given, reason, at }: OwnScores & { readonly at: Date },
): Promise<void> {
  await sql`
    insert into strategic_review_scores (review_id, round, person_id, criterion, version, pass, given, reason, at)
    values (${reviewId}::uuid, ${round}, ${personId}::uuid, ${criterion}, ${version}, ${pass},
      ${JSON.stringify(given)}::jsonb, ${reason}, ${at})`.execute(tx)
}
