import { sql } from 'kysely'
import type { AssessmentRules, FormSeal, GateAnswer, SealedDocument } from '../../../core/rules/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'

/** The rules that a programme team writes, with how often they were saved. */
export type RulesDraft = { readonly rules: AssessmentRules; readonly revision: number }

export async function rulesDraftOf(db: Database | Tx, roundId: string): Promise<RulesDraft | undefined> {
  const { rows } = await sql<RulesDraft>`
    select rules, revision from round_rules where round_id = ${roundId}::uuid`.execute(db)
  return rows[0]
}

/**
 * Saves rules over the revision that was read; 0 for the first.
 *
 * @returns false when somebody else has saved meanwhile: nothing is written
 */
export async function saveRulesDraft(
  tx: Database | Tx,
  draft: RulesDraft & { readonly roundId: string; readonly at: Date; readonly by: string | null },
): Promise<boolean> {
  const { roundId, rules, revision, at, by } = draft
  const { rows } = await sql`
    insert into round_rules (round_id, rules, revision, saved_at, saved_by)
    select ${roundId}::uuid, ${JSON.stringify(rules)}::jsonb, 1, ${at}, ${by}::uuid
    where ${revision}::integer = 0 or exists (select from round_rules where round_id = ${roundId}::uuid)
    on conflict (round_id) do update set rules = excluded.rules, revision = round_rules.revision + 1,
      saved_at = excluded.saved_at, saved_by = excluded.saved_by
    where round_rules.revision = ${revision}::integer returning round_id`.execute(tx)
  return rows.length === 1
}

/** What was said of the gates of a round. */
export async function gateAnswersOf(db: Database | Tx, roundId: string): Promise<readonly GateAnswer[]> {
  const { rows } = await sql<GateAnswer>`
    select gate, state, statement, evidence_url as "evidenceUrl", owner, dated_on as "on"
    from round_gate where round_id = ${roundId}::uuid order by gate`.execute(db)
  return rows
}

export async function saveGateAnswer(
  tx: Database | Tx,
  answer: GateAnswer & { readonly roundId: string; readonly at: Date; readonly by: string | null },
): Promise<void> {
  const { roundId, gate, state, statement, evidenceUrl, owner, on, at, by } = answer
  await sql`
    insert into round_gate (round_id, gate, state, statement, evidence_url, owner, dated_on, saved_at, saved_by)
    values (${roundId}::uuid, ${gate}, ${state}, ${statement}, ${evidenceUrl}, ${owner}, ${on}::date, ${at}, ${by}::uuid)
    on conflict (round_id, gate) do update set state = excluded.state, statement = excluded.statement,
      evidence_url = excluded.evidence_url, owner = excluded.owner, dated_on = excluded.dated_on,
      saved_at = excluded.saved_at, saved_by = excluded.saved_by`.execute(tx)
}

/** A sealed version. `text` is what was hashed, to the letter. */
export type Seal = {
  readonly version: number
  readonly text: string
  readonly sha256: string
  readonly previousSha256: string | null
  readonly reason: string
  readonly sealedAt: Date
  readonly document: SealedDocument
}

const sealColumns = sql`s.version, s.document as text, s.sha256, s.previous_sha256 as "previousSha256", s.reason,
  s.sealed_at as "sealedAt"`

const seal = (row: Omit<Seal, 'document'>): Seal => ({ ...row, document: JSON.parse(row.text) })

/** Every sealed version of a round's rules, the newest first. */
export async function sealsOf(db: Database | Tx, roundId: string): Promise<readonly Seal[]> {
  const { rows } = await sql<Omit<Seal, 'document'>>`
    select ${sealColumns} from sealed_rules s where s.round_id = ${roundId}::uuid order by s.version desc`.execute(db)
  return rows.map(seal)
}

/** The sealed version that counts, or one of the earlier ones. */
export async function sealOf(db: Database | Tx, roundId: string, version?: number): Promise<Seal | undefined> {
  const { rows } = await sql<Omit<Seal, 'document'>>`
    select ${sealColumns} from sealed_rules s
    where s.round_id = ${roundId}::uuid and (${version ?? null}::integer is null or s.version = ${version ?? null}::integer)
    order by s.version desc limit 1`.execute(db)
  return rows[0] && seal(rows[0])
}

/** The sealed version that counted at a moment; undefined when nothing was sealed by then. */
export async function sealInForce(db: Database | Tx, roundId: string, at: Date): Promise<Seal | undefined> {
  const { rows } = await sql<Omit<Seal, 'document'>>`
    select ${sealColumns} from sealed_rules s where s.round_id = ${roundId}::uuid and s.sealed_at <= ${at}
    order by s.version desc limit 1`.execute(db)
  return rows[0] && seal(rows[0])
}

/** A sealed version by its hash, of whatever round; undefined when nothing was sealed so. */
export async function sealByHash(db: Database | Tx, sha256: string): Promise<Seal | undefined> {
  const { rows } = await sql<Omit<Seal, 'document'>>`
    select ${sealColumns} from sealed_rules s where s.sha256 = ${sha256} limit 1`.execute(db)
  return rows[0] && seal(rows[0])
}

/** The database refuses one that does not follow the version before. */
export async function insertSeal(
  tx: Tx,
  sealed: Omit<Seal, 'document'> & { readonly roundId: string; readonly sealedBy: string | null },
): Promise<void> {
  const { roundId, version, text, sha256, previousSha256, reason, sealedAt, sealedBy } = sealed
  await sql`
    insert into sealed_rules (round_id, version, document, sha256, previous_sha256, reason, sealed_at, sealed_by)
    values (${roundId}::uuid, ${version}, ${text}, ${sha256}, ${previousSha256}, ${reason}, ${sealedAt},
      ${sealedBy}::uuid)`.execute(tx)
}

/** A published form as it is sealed, and its questions by id: what people read of them. */
export type SealableForm = FormSeal & { readonly questions: readonly SealableQuestion[] }

export type SealableQuestion = { readonly id: string; readonly label: string; readonly type: string }

/**
 * Published forms by the id of their version. The area of forms writes them; it comes later, and may not be asked from here.
 */
export async function sealableForms(
  db: Database | Tx,
  versionIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, SealableForm>> {
  const ids = versionIds.filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const { rows } = await sql<SealableForm>`
    select v.id as "versionId", v.number, v.sha256,
      coalesce((select jsonb_agg(jsonb_build_object('id', q->>'id', 'label', q->>'label', 'type', q->>'type') order by p.n, each.n2)
        from jsonb_array_elements(v.definition->'pages') with ordinality as p (page, n),
          jsonb_array_elements(p.page->'questions') with ordinality as each (q, n2)), '[]') as questions
    from form_version v where v.id = any(${ids}::uuid[]) and v.published_at is not null`.execute(db)
  return new Map(rows.map((row) => [row.versionId, row]))
}
