import { sql } from 'kysely'
import type {
  ReviewCriterion,
  ReviewWeighing,
  WeighingMethod,
  WeighingNote,
  WeighingPerson,
  WeighingStage,
} from '../../../core/reviews/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** Where the last round of weighing of a review is. */
export type WeighingRound = Pick<
  ReviewWeighing,
  'round' | 'method' | 'facilitator' | 'stage' | 'pass' | 'criteria' | 'options'
> & { readonly reviewId: string; readonly number: number; readonly facilitatorId: string }

/** The last round; undefined where none was begun. */
export async function lastRound(db: Database | Tx, reviewId: string): Promise<WeighingRound | undefined> {
  const { rows } = await sql<WeighingRound>`
    select w.review_id as "reviewId", w.round, w.method, coalesce(nullif(p.name, ''), p.email) as facilitator,
      w.begun_by as "facilitatorId", w.criteria,
      s.number, s.stage, a.pass, coalesce(a.options, '[]'::jsonb) as options
    from strategic_review_weighing w join person p on p.id = w.begun_by
    join lateral (select number, stage from strategic_review_weighing_stage s
      where s.review_id = w.review_id and s.round = w.round order by number desc limit 1) s on true
    join lateral (select count(*)::int as pass, (array_agg(options order by number desc))[1] as options
      from strategic_review_weighing_stage a where a.review_id = w.review_id and a.round = w.round and stage = 'scoring') a on true
    where w.review_id = ${reviewId}::uuid order by w.round desc limit 1`.execute(db)
  return rows[0]
}

/**
 * What people gave in a round that is open to the others: weights once they are locked, scores once they are revealed. While
 * scores are asked for again those revealed before stay open.
 */
export async function openPeople(db: Database | Tx, round: WeighingRound): Promise<readonly WeighingPerson[]> {
  const { reviewId, stage, pass } = round
  const upToPass = stage === 'revealed' ? pass : pass - 1
  const { rows } = await sql<WeighingPerson>`
    with weights as (
      select distinct on (person_id) person_id, points, reasons, pairs from strategic_review_weights
      where review_id = ${reviewId}::uuid and round = ${round.round} and ${stage !== 'weighting'}
      order by person_id, version desc),
    each as (
      select distinct on (person_id, criterion) person_id, criterion, given, reason from strategic_review_scores
      where review_id = ${reviewId}::uuid and round = ${round.round} and pass <= ${upToPass}
      order by person_id, criterion, version desc),
    scores as (
      select person_id, jsonb_object_agg(criterion, given) as given, jsonb_object_agg(criterion, reason) as reasons
      from each group by person_id)
    select p.id, coalesce(nullif(p.name, ''), p.email) as name, coalesce(m.speaks_for, '') as "speaksFor",
      coalesce(m.credentials, '') as credentials, w.points as swings, w.pairs, coalesce(w.reasons, '{}'::jsonb) as "swingReasons",
      coalesce(s.given, '{}'::jsonb) as scores, coalesce(s.reasons, '{}'::jsonb) as "scoreReasons"
    from person p left join weights w on w.person_id = p.id left join scores s on s.person_id = p.id
    left join strategic_review_person m on m.person_id = p.id and m.review_id = ${reviewId}::uuid
    where w.person_id is not null or s.person_id is not null
    order by 2, p.id`.execute(db)
  return rows
}

export async function notesOf(db: Database | Tx, { reviewId, round }: WeighingRound): Promise<readonly WeighingNote[]> {
  const { rows } = await sql<Omit<WeighingNote, 'at'> & { readonly at: Date }>`
    select n.kind, coalesce(nullif(p.name, ''), p.email) as by, n.criterion, n.words as text, n.at
    from strategic_review_note n join person p on p.id = n.by
    where n.review_id = ${reviewId}::uuid and n.round = ${round} order by n.at, n.id`.execute(db)
  return rows.map((note) => ({ ...note, at: note.at.toISOString() }))
}

/** How far somebody is, without what they gave. */
export type ScorerProgress = {
  readonly personId: string
  readonly name: string
  readonly speaksFor: string
  readonly weighed: boolean
  /** Criteria that they scored when scores were last asked for. */
  readonly scored: number
}

/** How far those who score are. */
export async function progressOf(
  db: Database | Tx,
  { reviewId, round, pass }: Pick<WeighingRound, 'reviewId' | 'round' | 'pass'>,
): Promise<readonly ScorerProgress[]> {
  const { rows } = await sql<ScorerProgress>`
    select p.id as "personId", coalesce(nullif(p.name, ''), p.email) as name, m.speaks_for as "speaksFor",
      exists (select from strategic_review_weights w
        where w.review_id = m.review_id and w.round = ${round} and w.person_id = p.id) as weighed,
      (select count(distinct criterion)::int from strategic_review_scores s
        where s.review_id = m.review_id and s.round = ${round} and s.person_id = p.id and s.pass = ${pass}) as scored
    from strategic_review_person m join person p on p.id = m.person_id
    where m.review_id = ${reviewId}::uuid and 'scorer' = any (m.roles) order by 2, p.id`.execute(db)
  return rows
}

/** The criteria that nobody has scored for every one of the options. */
export async function unscoredCriteria(tx: Tx, { reviewId, round, criteria, options }: WeighingRound) {
  const { rows } = await sql<{ readonly criterion: string; readonly options: readonly string[] }>`
    select criterion, jsonb_agg(distinct option) as options
    from strategic_review_scores s, jsonb_object_keys(s.given) as option
    where review_id = ${reviewId}::uuid and round = ${round} group by criterion`.execute(tx)
  return criteria.filter(({ id }) => {
    const scored = rows.find(({ criterion }) => criterion === id)?.options ?? []
    return options.some((option) => !scored.includes(option.id))
  })
}

export type RoundToBegin = {
  readonly reviewId: string
  readonly round: number
  readonly method: WeighingMethod
  readonly criteria: readonly ReviewCriterion[]
  readonly at: Date
  readonly by: string
}

export async function insertRound(tx: Tx, { reviewId, round, method, criteria, at, by }: RoundToBegin): Promise<void> {
  await sql`
    insert into strategic_review_weighing (review_id, round, method, criteria, begun_at, begun_by)
    values (${reviewId}::uuid, ${round}, ${method}, ${JSON.stringify(criteria)}::jsonb, ${at}, ${by}::uuid)`.execute(tx)
}

export type StageToEnter = {
  readonly reviewId: string
  readonly round: number
  readonly number: number
  readonly stage: WeighingStage
  readonly options: ReviewWeighing['options'] | null
  readonly at: Date
  readonly by: string
}

export async function insertStage(tx: Tx, entered: StageToEnter): Promise<void> {
  const { reviewId, round, number, stage, options, at, by } = entered
  await sql`
    insert into strategic_review_weighing_stage (review_id, round, number, stage, options, at, by)
    values (${reviewId}::uuid, ${round}, ${number}, ${stage},
      ${options === null ? null : JSON.stringify(options)}::jsonb, ${at}, ${by}::uuid)`.execute(tx)
}

export async function insertNote(
  tx: Tx,
  { reviewId, round }: WeighingRound,
  note: {
    readonly id: string
    readonly kind: WeighingNote['kind']
    readonly criterion: string | null
    readonly text: string
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { id, kind, criterion, text, at, by } = note
  await sql`
    insert into strategic_review_note (id, review_id, round, kind, criterion, words, at, by)
    values (${id}::uuid, ${reviewId}::uuid, ${round}, ${kind}, ${criterion}, ${text}, ${at}, ${by}::uuid)`.execute(tx)
}
