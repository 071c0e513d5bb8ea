import { type RawBuilder, sql } from 'kysely'
import type { Json } from '../../core/canonical/index.ts'
import { effectiveDeadline } from '../../core/rounds/extension.ts'
import type { SignOffKind } from '../../core/sign-offs/index.ts'
import type { IsoDay } from '../../core/time/day.ts'
import { among } from '../../platform/database/among.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { inPlaceOf } from '../accounts/index.ts'
import { type FileState, fileStatesColumn } from '../files/index.ts'
import { type Reader, type Together, togetherColumn } from './presence/together.store.ts'
import { type AsideJson, asides, type ShownAside, setAsideColumn } from './writing/set-aside.store.ts'

/** `withdrawn`: was submitted and taken back; it can be changed and submitted again until the deadline. */
export type ApplicationState = 'draft' | 'submitted' | 'withdrawn'

export type Application = {
  readonly id: string
  readonly reference: string
  readonly roundId: string
  readonly leadId: string
  readonly formVersionId: string
  readonly state: ApplicationState
  readonly createdAt: Date
  readonly createdBy: string
  readonly submittedAt: Date | null
  readonly illustrative: boolean
  /** `test`: tried by the programme team, in a round of its own; it never counts. */
  readonly mode: 'live' | 'test'
}

/** An application with what its pages say of its round. */
export type ApplicationInRound = Application & {
  readonly fundId: string
  readonly fundSlug: string
  readonly fundName: string
  readonly roundSlug: string
  readonly roundName: string
  readonly opensAt: Date | null
  /** The one that counts for this application, extensions and all. */
  readonly deadlineAt: Date | null
  /** Whether a screener has been answered for it, and the one that the round has. */
  readonly screened: boolean
  readonly screenerVersionId: string | null
  /** As the timetable of the round has it. */
  readonly ownDeadlineAt: Date | null
  /** How it came, when the programme team keys it in; null when its authority writes it here. */
  readonly keyedFrom: 'email' | 'paper' | null
  /** Who must sign it off before it is submitted. */
  readonly signOffs: readonly SignOffKind[]
  /** How one of the reader's own bodies stands to it as a partner; null when none does. */
  readonly partnerState: 'asked' | 'accepted' | null
  /** Of a partner: the pages that it writes; null is all of them. */
  readonly partnerPages: readonly string[] | null
  /** What somebody who joined by an invitation writes: null pages is all; null when the reader is not one. */
  readonly contribution: { readonly pages: readonly string[] | null } | null
}

type InRoundRow = Omit<ApplicationInRound, 'deadlineAt' | 'partnerState' | 'partnerPages'> &
  GivenTime & {
    readonly partnership: { readonly state: 'asked' | 'accepted'; readonly pages: readonly string[] | null } | null
  }

/** The answer to one question as stored. A blank answer is null. */
export type StoredAnswer = {
  readonly value: Json
  /** 1, 2, 3, …; a question never answered counts as version 0. */
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string
}

export type StoredAnswers = { readonly [questionId: string]: StoredAnswer }
export type WithAnswers = ApplicationInRound & {
  readonly answers: StoredAnswers
  /** What goes on at the page that is read; null when none was named. */
  readonly together: Together | null
  /** To the questions whose answers were read by their ids; none when all were. */
  readonly setAside: readonly ShownAside[]
  /** Of all its files, by id; none unless they were asked for. */
  readonly fileStates: FileStates
}

/** What is known of a file besides what its answer says. */
export type FileStates = Readonly<
  Record<string, { readonly state: FileState; readonly checkedBy: 'scanner' | 'none' | null }>
>

const applicationColumns = sql`a.id, a.reference, a.round_id as "roundId", a.lead_id as "leadId",
  a.form_version_id as "formVersionId", a.state, a.created_at as "createdAt", a.created_by as "createdBy",
  a.submitted_at as "submittedAt", a.illustrative, a.mode`

/** What application `a` and everyone in its round `r` was given: as a column, for `withDeadline`. */
export const givenTime = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('applicationId', x.application_id, 'deadlineAt', x.deadline_at)), '[]')
  from deadline_extension x
  where x.round_id = a.round_id and (x.application_id is null or x.application_id = a.id)) as "givenTime"`

export type GivenTime = {
  readonly id: string
  readonly ownDeadlineAt: Date | null
  readonly givenTime: readonly { readonly applicationId: string | null; readonly deadlineAt: string }[]
}

/** A row of an application with the deadline that counts for it. */
export function withDeadline<Row extends GivenTime>({ givenTime: given, ...row }: Row) {
  const extensions = given.map((each) => ({ ...each, deadlineAt: new Date(each.deadlineAt) }))
  return { ...row, deadlineAt: effectiveDeadline(row.ownDeadlineAt, extensions, row.id) }
}

const roundColumns = sql`r.fund_id as "fundId", f.slug as "fundSlug", f.name as "fundName", r.slug as "roundSlug",
  r.name as "roundName", r.opens_at as "opensAt", r.deadline_at as "ownDeadlineAt",
  r.sign_offs as "signOffs", a.screening is not null as screened,
  r.screener_version_id as "screenerVersionId",
  (select k.channel from keyed_application k where k.application_id = a.id) as "keyedFrom", ${givenTime}`

/** Of several bodies of one reader the one that has accepted, and of those the one that writes the most. */
const partnershipOf = (bodies: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select jsonb_build_object('state', p.state, 'pages', p.pages) from application_partner p
  where p.application_id = a.id and p.organisation_id in ${bodies} and p.state in ('asked', 'accepted')
  order by p.state, p.pages is not null, jsonb_array_length(p.pages) desc limit 1) as "partnership"`

function inRound<Row extends InRoundRow>({ partnership, ...row }: Row) {
  return { ...withDeadline(row), partnerState: partnership?.state ?? null, partnerPages: partnership?.pages ?? null }
}

/** What somebody who joined application `a` writes: as a column. */
const contributionOf = (personId: string | undefined): RawBuilder<unknown> =>
  personId === undefined
    ? sql`null::jsonb as contribution`
    : sql`(select jsonb_build_object('pages', c.pages) from application_contributor c
      where c.application_id = a.id and c.person_id = ${personId}::uuid and c.state = 'joined') as contribution`

/**
 * An application with some of its answers, in one statement.
 *
 * @param organisationIds those the reader acts for: only `partnerState` depends on them, the caller asks who may read
 * @param questions whose answers to read
 * @param reader who reads, and the page that is read: see {@link togetherColumn}; and whether the states of files are
 */
export async function applicationByReference(
  db: Database | Tx,
  reference: string,
  organisationIds: readonly string[],
  questions: readonly string[] | 'all',
  reader?: Reader,
): Promise<WithAnswers | undefined> {
  const wanted = questions === 'all' ? sql`true` : sql`s.question_id in ${among(questions)}`
  const aside =
    questions === 'all' || questions.length === 0
      ? sql`'[]'::jsonb as "setAside"`
      : setAsideColumn(sql`w.question_id in ${among(questions)}`)
  const states = reader?.withFiles === true ? fileStatesColumn(sql`a.reference`) : sql`'{}'::jsonb`
  const { rows } = await sql<
    InRoundRow & { answers: StoredJson; setAside: AsideJson; together: Together | null; fileStates: FileStates }
  >`
    select ${applicationColumns}, ${roundColumns}, ${partnershipOf(among(organisationIds))}, ${aside},
      ${contributionOf(reader?.personId)}, ${togetherColumn(reader)}, ${states} as "fileStates", (
      select coalesce(jsonb_object_agg(s.question_id, jsonb_build_object(
        'value', s.value, 'version', s.version, 'savedAt', s.saved_at, 'savedBy', s.saved_by)), '{}')
      from answer s where s.application_id = a.id and ${wanted}) as answers
    from application a join round r on r.id = a.round_id join fund f on f.id = r.fund_id
    where a.reference = ${reference}`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  return { ...inRound(row), answers: storedAnswers(row.answers), setAside: asides(row.setAside) }
}

/** Answers as they come out of `jsonb_build_object`. */
export type StoredJson = { readonly [questionId: string]: Omit<StoredAnswer, 'savedAt'> & { readonly savedAt: string } }

export const storedAnswers = (stored: StoredJson): StoredAnswers =>
  Object.fromEntries(
    Object.entries(stored).map(([question, answer]) => [question, { ...answer, savedAt: new Date(answer.savedAt) }]),
  )

/** Holds the application for this transaction: no answer is saved and nothing is submitted until it ends. */
export async function lockApplication(tx: Tx, reference: string): Promise<Application | undefined> {
  const { rows } = await sql<Application>`
    select ${applicationColumns} from application a where a.reference = ${reference} for update`.execute(tx)
  return rows[0]
}

/** Adds an application unless its reference is taken. @returns false when it is: draw another */
export async function insertApplication(
  tx: Tx,
  row: Pick<Application, 'id' | 'reference' | 'roundId' | 'leadId' | 'formVersionId' | 'createdAt' | 'createdBy'> & {
    readonly illustrative: boolean
    readonly mode?: 'live' | 'test'
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into application (id, reference, round_id, lead_id, form_version_id, created_at, created_by, illustrative, mode)
    values (${row.id}::uuid, ${row.reference}, ${row.roundId}::uuid, ${row.leadId}, ${row.formVersionId}::uuid,
      ${row.createdAt}, ${row.createdBy}::uuid, ${row.illustrative}, ${row.mode ?? 'live'})
    on conflict on constraint application_reference_is_unique do nothing returning id`.execute(tx)
  return rows.length === 1
}

/**
 * Marks an application as submitted, in one of its lead's places in the round.
 *
 * @throws a unique violation of `application_one_submitted_for_each_slot` when another of the lead holds that place, and
 * an integrity violation when the round has no such place
 */
export async function markSubmitted(
  tx: Tx,
  id: string,
  at: Date,
  { category, slot }: { readonly category: string; readonly slot: number } = { category: '', slot: 1 },
): Promise<void> {
  await sql`
    update application set state = 'submitted', submitted_at = ${at}, lead_category = ${category}, lead_slot = ${slot}
    where id = ${id}::uuid`.execute(tx)
}

export async function markWithdrawn(tx: Tx, id: string): Promise<void> {
  await sql`update application set state = 'withdrawn' where id = ${id}::uuid`.execute(tx)
}

/** What others may know of an application without reading it. */
export type ApplicationSummary = Application & { readonly leadName: string; readonly lastSavedAt: Date | null }

const lastSaved = sql`(select max(s.saved_at) from answer s where s.application_id = a.id) as "lastSavedAt"`

/** The applications that these bodies themselves lead in a round, submitted ones first, then the newest. */
export const applicationsOfLead = async (
  db: Database | Tx,
  roundId: string,
  organisationIds: readonly string[],
): Promise<readonly ApplicationSummary[]> => await applicationsLedBy(db, roundId, among(organisationIds))

/** The same, with those of bodies that are no more and in whose place these stand on that day. */
export const applicationsToContinue = async (
  db: Database | Tx,
  roundId: string,
  organisationIds: readonly string[],
  on: IsoDay,
): Promise<readonly ApplicationSummary[]> => await applicationsLedBy(db, roundId, inPlaceOf(organisationIds, on))

async function applicationsLedBy(
  db: Database | Tx,
  roundId: string,
  leads: RawBuilder<unknown>,
): Promise<readonly ApplicationSummary[]> {
  const { rows } = await sql<ApplicationSummary>`
    select ${applicationColumns}, o.short_name as "leadName", ${lastSaved}
    from application a join organisation o on o.id = a.lead_id
    where a.round_id = ${roundId}::uuid and a.lead_id in ${leads}
    order by (a.state = 'submitted') desc, a.created_at desc, a.id`.execute(db)
  return rows
}

/** Holds the lead's place in the round for this transaction, so that two first drafts cannot both be started,
 * nor two applications be submitted to one place. */
export async function lockLead(tx: Tx, roundId: string, leadId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`application ${roundId} ${leadId}`}, 0))`.execute(tx)
}

/**
 * Everything that people of these bodies lead or partner in, and that this person joined, in every round, the latest
 * deadline first. At most 200.
 * What a body that is no more led or partnered in counts to those who stand in its place on that day.
 */
export async function applicationsOfOrganisations(
  db: Database | Tx,
  organisationIds: readonly string[],
  on: IsoDay,
  personId: string,
): Promise<readonly ApplicationInRound[]> {
  const { rows } = await sql<InRoundRow>`
    with body as materialized ${inPlaceOf(organisationIds, on)}
    select ${applicationColumns}, ${roundColumns}, ${partnershipOf(sql`(select id from body)`)},
      ${contributionOf(personId)}
    from application a join round r on r.id = a.round_id join fund f on f.id = r.fund_id
    where a.mode = 'live' and (a.lead_id in (select id from body) or exists (
      select from application_contributor c
      where c.application_id = a.id and c.person_id = ${personId}::uuid and c.state = 'joined') or exists (
      select from application_partner p where p.application_id = a.id and p.state in ('asked', 'accepted')
        and p.organisation_id in (select id from body)))
    order by r.deadline_at desc nulls last, a.created_at desc, a.id limit 200`.execute(db)
  return rows.map(inRound)
}

/** How many applications a round has. An authority with two drafts counts twice among them. */
export type RoundCounts = { readonly drafts: number; readonly submitted: number; readonly withdrawn: number }

export async function roundCounts(db: Database | Tx, roundId: string): Promise<RoundCounts> {
  const { rows } = await sql<RoundCounts>`
    select count(*) filter (where state = 'draft') as drafts, count(*) filter (where state = 'submitted') as submitted,
      count(*) filter (where state = 'withdrawn') as withdrawn
    from application where round_id = ${roundId}::uuid`.execute(db)
  return rows[0] ?? { drafts: 0, submitted: 0, withdrawn: 0 }
}

/** The same for several rounds at once. */
export async function countsOfRounds(
  db: Database | Tx,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, RoundCounts>> {
  if (roundIds.length === 0) return new Map()
  const { rows } = await sql<RoundCounts & { roundId: string }>`
    select round_id as "roundId", count(*) filter (where state = 'draft') as drafts,
      count(*) filter (where state = 'submitted') as submitted, count(*) filter (where state = 'withdrawn') as withdrawn
    from application where round_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(roundIds)}::jsonb))
    group by round_id`.execute(db)
  const counted = new Map(rows.map(({ roundId, ...counts }) => [roundId, counts]))
  return new Map(roundIds.map((id) => [id, counted.get(id) ?? { drafts: 0, submitted: 0, withdrawn: 0 }]))
}

/** Who has begun and not submitted: ids of leads only, never what they wrote. */
export async function leadsOfDrafts(db: Database | Tx, roundId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct lead_id as id from application
    where round_id = ${roundId}::uuid and state <> 'submitted' order by lead_id`.execute(db)
  return rows.map(({ id }) => id)
}
