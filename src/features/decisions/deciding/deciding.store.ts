import { sql } from 'kysely'
import type { AccountingNote, ChoosableOutcome, Outcome, SubmissionTexts } from '../../../core/decisions/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

export type Stage = 'panel' | 'decision'

/** What somebody last said of their conflicts. */
export type Declared = {
  readonly personId: string
  readonly name: string
  readonly stage: Stage
  readonly applicationIds: readonly string[]
  readonly statement: string
  readonly declaredAt: Date
  /** Who decides, where this was declared for them by somebody who records their decision; '' for one's own. */
  readonly decider: string
  /** Where it can be read what they declared; '' for one's own. */
  readonly evidence: string
  /** Why a conflict that was declared before is not any more. */
  readonly takenBackFor: string
}

export async function declarationsOf(db: Database | Tx, roundId: string): Promise<readonly Declared[]> {
  const { rows } = await sql<Declared>`
    select distinct on (of) d.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as name, d.stage,
      to_jsonb(d.application_ids) as "applicationIds", d.statement, d.declared_at as "declaredAt", d.decider, d.evidence,
      d.taken_back_for as "takenBackFor"
    from decision_declaration d join person p on p.id = d.person_id,
      coalesce(nullif(lower(d.decider), ''), d.person_id::text) of
    where d.round_id = ${roundId}::uuid order by of, d.declared_at desc, d.number desc`.execute(db)
  return rows
}

export async function insertDeclaration(
  tx: Tx,
  given: Omit<Declared, 'name'> & { readonly roundId: string },
): Promise<void> {
  const { roundId, personId, stage, applicationIds, statement, declaredAt, decider, evidence, takenBackFor } = given
  await sql`
    insert into decision_declaration (round_id, person_id, number, stage, application_ids, statement, declared_at, decider,
      evidence, taken_back_for)
    select ${roundId}::uuid, ${personId}::uuid, coalesce(max(number), 0) + 1, ${stage},
      ${[...applicationIds]}::uuid[], ${statement}, ${declaredAt}, ${decider}, ${evidence}, ${takenBackFor}
    from decision_declaration where round_id = ${roundId}::uuid and person_id = ${personId}::uuid`.execute(tx)
}

/** What was last chosen of one application at a stage. */
export type ChoiceRow = {
  readonly applicationId: string
  readonly outcome: ChoosableOutcome
  readonly pounds: number | null
  readonly reservePlace: number | null
  readonly rule: string
  readonly reason: string
  readonly decidedAt: Date
  readonly decidedByName: string
}

export async function choicesOf(db: Database | Tx, roundId: string, stage: Stage): Promise<readonly ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select distinct on (c.application_id) c.application_id as "applicationId", c.outcome, c.pounds,
      c.reserve_place as "reservePlace", c.rule, c.reason, c.decided_at as "decidedAt",
      coalesce(p.name, '') as "decidedByName"
    from decision_choice c left join person p on p.id = c.decided_by
    where c.round_id = ${roundId}::uuid and c.stage = ${stage} order by c.application_id, c.number desc`.execute(db)
  return rows
}

export async function insertChoice(
  tx: Tx,
  choice: Omit<ChoiceRow, 'decidedByName'> & {
    readonly roundId: string
    readonly stage: Stage
    readonly decidedBy: string
  },
): Promise<void> {
  const { roundId, stage, applicationId, outcome, pounds, reservePlace, rule, reason, decidedAt, decidedBy } = choice
  await sql`
    insert into decision_choice (round_id, stage, application_id, number, outcome, pounds, reserve_place, rule, reason,
      decided_at, decided_by)
    select ${roundId}::uuid, ${stage}, ${applicationId}::uuid, coalesce(max(number), 0) + 1, ${outcome},
      ${pounds}::integer, ${reservePlace}::integer, ${rule}, ${reason}, ${decidedAt}::timestamptz, ${decidedBy}::uuid
    from decision_choice
    where round_id = ${roundId}::uuid and stage = ${stage} and application_id = ${applicationId}::uuid`.execute(tx)
}

/** The recommendation as it was frozen, with the run that it started from. */
export type Recommendation = {
  readonly runId: string
  readonly outcomes: readonly Outcome[]
  readonly sha256: string
  readonly frozenAt: Date
  readonly frozenByName: string
}

export async function recommendationOf(db: Database | Tx, roundId: string): Promise<Recommendation | undefined> {
  const { rows } = await sql<Recommendation & { text: string }>`
    select r.run_id as "runId", r.outcomes as text, r.sha256, r.frozen_at as "frozenAt",
      coalesce(p.name, '') as "frozenByName"
    from panel_recommendation r left join person p on p.id = r.frozen_by
    where r.round_id = ${roundId}::uuid`.execute(db)
  const [row] = rows
  return row && { ...row, outcomes: JSON.parse(row.text) }
}

/** @returns false when the round has one already: it stays */
export async function insertRecommendation(
  tx: Tx,
  given: {
    readonly roundId: string
    readonly runId: string
    readonly text: string
    readonly sha256: string
    readonly at: Date
    readonly by: string
  },
): Promise<boolean> {
  const { roundId, runId, text, sha256, at, by } = given
  const { rows } = await sql`
    insert into panel_recommendation (round_id, run_id, outcomes, sha256, frozen_at, frozen_by)
    values (${roundId}::uuid, ${runId}::uuid, ${text}, ${sha256}, ${at}, ${by}::uuid)
    on conflict (round_id) do nothing returning round_id`.execute(tx)
  return rows.length === 1
}

export type SavedNote = Omit<AccountingNote, 'at'> & { readonly at: Date }

export async function noteOf(db: Database | Tx, roundId: string): Promise<SavedNote | undefined> {
  const { rows } = await sql<SavedNote>`
    select regularity, propriety, value_for_money as "valueForMoney", feasibility, officer as by, saved_at as at
    from accounting_note where round_id = ${roundId}::uuid order by number desc limit 1`.execute(db)
  return rows[0]
}

export async function insertNote(
  tx: Tx,
  note: SavedNote & { readonly roundId: string; readonly savedBy: string },
): Promise<void> {
  const { roundId, regularity, propriety, valueForMoney, feasibility, by, at, savedBy } = note
  await sql`
    insert into accounting_note (round_id, number, regularity, propriety, value_for_money, feasibility, officer, saved_at,
      saved_by)
    select ${roundId}::uuid, coalesce(max(number), 0) + 1, ${regularity}, ${propriety}, ${valueForMoney},
      ${feasibility}, ${by}, ${at}::timestamptz, ${savedBy}::uuid
    from accounting_note where round_id = ${roundId}::uuid`.execute(tx)
}

export async function submissionOf(db: Database | Tx, roundId: string): Promise<SubmissionTexts | undefined> {
  const { rows } = await sql<SubmissionTexts>`
    select summary, options, lines_to_take as "linesToTake" from decision_submission
    where round_id = ${roundId}::uuid order by number desc limit 1`.execute(db)
  return rows[0]
}

export async function insertSubmission(
  tx: Tx,
  texts: SubmissionTexts & { readonly roundId: string; readonly at: Date; readonly by: string },
): Promise<void> {
  const { roundId, summary, options, linesToTake, at, by } = texts
  await sql`
    insert into decision_submission (round_id, number, summary, options, lines_to_take, saved_at, saved_by)
    select ${roundId}::uuid, coalesce(max(number), 0) + 1, ${summary}, ${options}, ${linesToTake},
      ${at}::timestamptz, ${by}::uuid
    from decision_submission where round_id = ${roundId}::uuid`.execute(tx)
}

/** Every application of a round that was sent in, for the record: with what the sift found. */
export type ReceivedApplication = {
  readonly id: string
  readonly reference: string
  readonly lead: string
  readonly leadId: string
  readonly region: string
  readonly ineligible: boolean
}

export async function receivedForRecord(db: Database | Tx, roundId: string): Promise<readonly ReceivedApplication[]> {
  const { rows } = await sql<ReceivedApplication>`
    select a.id, a.reference, o.name as lead, o.id as "leadId", coalesce(o.region, '') as region,
      coalesce(s.eligibility = 'ineligible' or s.scope = 'out-of-scope', false) as ineligible
    from application a join organisation o on o.id = a.lead_id left join application_sift s on s.application_id = a.id
    where a.round_id = ${roundId}::uuid and a.state = 'submitted' and a.mode = 'live' order by a.reference`.execute(db)
  return rows
}

/** A Member of Parliament to tell of awards, as the team pasted it. */
export type MemberToTell = Readonly<Record<'gss' | 'member' | 'constituency' | 'email' | 'source' | 'on', string>>

export async function membersToTell(db: Database | Tx, roundId: string): Promise<readonly MemberToTell[]> {
  const { rows } = await sql<{ rows: readonly MemberToTell[] }>`
    select rows from members_to_tell where round_id = ${roundId}::uuid order by number desc limit 1`.execute(db)
  return rows[0]?.rows ?? []
}

export async function insertMembers(
  tx: Tx,
  given: {
    readonly roundId: string
    readonly rows: readonly MemberToTell[]
    readonly at: Date
    readonly by: string
  },
): Promise<void> {
  const { roundId, rows, at, by } = given
  await sql`
    insert into members_to_tell (round_id, number, rows, saved_at, saved_by)
    select ${roundId}::uuid, coalesce(max(number), 0) + 1, ${JSON.stringify(rows)}::jsonb, ${at}::timestamptz,
      ${by}::uuid
    from members_to_tell where round_id = ${roundId}::uuid`.execute(tx)
}
