import { sql } from 'kysely'
import { effectiveDeadline } from '../../core/rounds/extension.ts'
import { isSlug } from '../../core/rounds/field-problem.ts'
import type { Fund, Funder } from '../../core/rounds/fund.ts'
import type { FundDetails } from '../../core/rounds/read-fund.ts'
import type { Round, RoundDetails, RoundInFund, Timetable } from '../../core/rounds/round.ts'
import type { EntryRules } from '../../core/rounds/round-rules.ts'
import type { Database, Tx } from '../../platform/database/database.ts'

const fundColumns = sql`f.id, f.slug, f.name, f.summary, f.award_type as "awardType", f.budget_pounds as "budgetPounds",
  f.places, f.cap_pounds as "capPounds", f.vat, f.senior_officer_name as "seniorOfficerName",
  f.senior_officer_title as "seniorOfficerTitle", f.sources, f.illustrative, f.created_at as "createdAt"`

/** The fund in one column, so that a round comes with it in one statement. */
const fundAsJson = sql`(select to_jsonb(whole) from (select ${fundColumns}) whole) as fund`

const fundersAsJson = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('organisationId', u.organisation_id, 'organisationName', o.name,
    'position', u.position, 'contributionPounds', u.contribution_pounds, 'logoText', u.logo_text, 'quote', u.quote,
    'quoteSpeaker', u.quote_speaker, 'quoteSourceUrl', u.quote_source_url) order by u.position, u.organisation_id), '[]')
  from funder u join organisation o on o.id = u.organisation_id where u.fund_id = f.id) as funders`

const roundColumns = sql`r.id, r.test_of as "testOf", r.fund_id as "fundId", r.slug, r.name, r.published_at as "publishedAt",
  r.opens_at as "opensAt", r.questions_close_at as "questionsCloseAt", r.deadline_at as "ownDeadlineAt",
  (select coalesce(jsonb_agg(x.deadline_at), '[]') from deadline_extension x
    where x.round_id = r.id and x.application_id is null) as "extendedTo", r.sifted_on as "siftedOn", r.shortlist_on as "shortlistOn", r.interviews_from_on as "interviewsFromOn",
  r.interviews_to_on as "interviewsToOn", r.decisions_on as "decisionsOn", r.starts_on as "startsOn",
  r.eligible_kinds as "eligibleKinds", r.expected_low as "expectedLow", r.expected, r.expected_high as "expectedHigh",
  r.assessors, r.assessors_per_application as "assessorsPerApplication",
  r.minutes_per_application as "minutesPerApplication", r.panel_members as "panelMembers",
  r.interview_minutes as "interviewMinutes", r.hours_to_apply::float8 as "hoursToApply",
  r.contact_email as "contactEmail", r.lead_slots as "leadSlots", r.partner_minimum as "partnerMinimum",
  r.partner_slots as "partnerSlots", r.ineligible, r.screener_version_id as "screenerVersionId",
  r.sign_offs as "signOffs", r.form_version_id as "formVersionId",
  coalesce((select (u.rules #>> '{interview,held}')::boolean from round_rules u where u.round_id = r.id), true) as "interviewsHeld", r.reminder_hours as "reminderHours", r.illustrative,
  r.created_at as "createdAt", r.cancelled_at as "cancelledAt", r.cancelled_reason as "cancelledReason"`

type PlainRow = Omit<Round, 'deadlineAt'> & { extendedTo: readonly string[] }
type RoundRow = PlainRow & { fund: Omit<Fund, 'createdAt'> & { createdAt: string }; funders: readonly Funder[] }

const everyone = (time: string) => ({ applicationId: null, deadlineAt: new Date(time) })

/** A round with the deadline that counts for everyone. */
function plainRound<Row extends PlainRow>({ extendedTo, ...row }: Row) {
  return { ...row, deadlineAt: effectiveDeadline(row.ownDeadlineAt, extendedTo.map(everyone), null) }
}

const roundInFund = (row: RoundRow): RoundInFund => ({
  ...plainRound(row),
  fund: { ...row.fund, createdAt: new Date(row.fund.createdAt) },
})

const latestDeadlineFirst = (one: Round, other: Round): number =>
  (other.deadlineAt?.getTime() ?? 0) - (one.deadlineAt?.getTime() ?? 0) || (one.id < other.id ? -1 : 1)

/** A round by the two parts of its address, with its fund and funders: one statement. Drafts too: the caller asks. */
export async function roundByPath(
  db: Database | Tx,
  fundSlug: string,
  roundSlug: string,
): Promise<RoundInFund | undefined> {
  // An address may hold what the database cannot even be asked about, such as the character 0.
  if (!isSlug(fundSlug) || !isSlug(roundSlug)) return undefined
  const { rows } = await sql<RoundRow>`
    select ${roundColumns}, ${fundAsJson}, ${fundersAsJson}
    from round r join fund f on f.id = r.fund_id
    where f.slug = ${fundSlug} and r.slug = ${roundSlug} and r.test_of is null`.execute(db)
  return rows[0] && roundInFund(rows[0])
}

export async function roundById(db: Database | Tx, id: string): Promise<RoundInFund | undefined> {
  const { rows } = await sql<RoundRow>`
    select ${roundColumns}, ${fundAsJson}, ${fundersAsJson}
    from round r join fund f on f.id = r.fund_id where r.id = ${id}::uuid`.execute(db)
  return rows[0] && roundInFund(rows[0])
}

/** Every round that has been published, the latest deadline first. */
export async function publishedRounds(db: Database | Tx): Promise<readonly RoundInFund[]> {
  const { rows } = await sql<RoundRow>`
    select ${roundColumns}, ${fundAsJson}, ${fundersAsJson}
    from round r join fund f on f.id = r.fund_id
    where r.published_at is not null and r.test_of is null`.execute(db)
  return rows.map(roundInFund).sort(latestDeadlineFirst)
}

/** The rounds of these funds, drafts too, newest first. */
export async function roundsOfFunds(db: Database | Tx, fundIds: readonly string[]): Promise<readonly Round[]> {
  const { rows } = await sql<PlainRow>`
    select ${roundColumns} from round r
    where r.fund_id = any(${[...fundIds]}::uuid[]) and r.test_of is null order by r.created_at desc, r.id`.execute(db)
  return rows.map(plainRound)
}

export async function fundBySlug(db: Database | Tx, slug: string): Promise<Fund | undefined> {
  if (!isSlug(slug)) return undefined
  const { rows } = await sql<Fund>`select ${fundColumns} from fund f where f.slug = ${slug}`.execute(db)
  return rows[0]
}

export async function fundById(db: Database | Tx, id: string): Promise<Fund | undefined> {
  const { rows } = await sql<Fund>`select ${fundColumns} from fund f where f.id = ${id}::uuid`.execute(db)
  return rows[0]
}

/** Funds by name; all of them when no ids are given. */
export async function fundsByIds(db: Database | Tx, ids: readonly string[] | 'all'): Promise<readonly Fund[]> {
  const { rows } = await sql<Fund>`
    select ${fundColumns} from fund f
    where ${ids === 'all'}::boolean or f.id = any(${ids === 'all' ? [] : [...ids]}::uuid[]) order by f.name, f.id`.execute(
    db,
  )
  return rows
}

export async function fundersOf(db: Database | Tx, fundId: string): Promise<readonly Funder[]> {
  const { rows } = await sql<{ funders: readonly Funder[] }>`
    select ${fundersAsJson} from fund f where f.id = ${fundId}::uuid`.execute(db)
  return rows[0]?.funders ?? []
}

/** The funders of several funds: one statement. */
export async function fundersByFund(
  db: Database | Tx,
  fundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Funder[]>> {
  const { rows } = await sql<{ id: string; funders: readonly Funder[] }>`
    select f.id, ${fundersAsJson} from fund f where f.id = any(${[...fundIds]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, funders }) => [id, funders]))
}

/** Holds a fund and its rounds still until the transaction ends, so that what was checked is what is changed. */
export async function lockFund(tx: Tx, slug: string): Promise<Fund | undefined> {
  if (!isSlug(slug)) return undefined
  const { rows } = await sql<Fund>`select ${fundColumns} from fund f where f.slug = ${slug} for update`.execute(tx)
  return rows[0]
}

/** @returns false when another fund has the slug */
export async function insertFund(
  tx: Tx,
  fund: FundDetails & Pick<Fund, 'id' | 'illustrative' | 'sources' | 'createdAt'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into fund (id, slug, name, summary, award_type, budget_pounds, places, cap_pounds, vat, senior_officer_name,
      senior_officer_title, sources, illustrative, created_at)
    values (${fund.id}::uuid, ${fund.slug}, ${fund.name}, ${fund.summary}, ${fund.awardType}, ${fund.budgetPounds},
      ${fund.places}, ${fund.capPounds}, ${fund.vat}, ${fund.seniorOfficerName}, ${fund.seniorOfficerTitle},
      ${JSON.stringify(fund.sources)}::jsonb, ${fund.illustrative}, ${fund.createdAt})
    on conflict (slug) do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** The slug stays as it is: addresses that people have kept go on working. */
export async function updateFund(tx: Tx, id: string, fund: Omit<FundDetails, 'slug'>): Promise<void> {
  await sql`
    update fund set name = ${fund.name}, summary = ${fund.summary}, award_type = ${fund.awardType},
      budget_pounds = ${fund.budgetPounds}, places = ${fund.places}, cap_pounds = ${fund.capPounds}, vat = ${fund.vat},
      senior_officer_name = ${fund.seniorOfficerName}, senior_officer_title = ${fund.seniorOfficerTitle}
    where id = ${id}::uuid`.execute(tx)
}

/** What a new round starts with: no timetable, and not published unless it was public before it came to the service. */
export type NewRound = RoundDetails &
  Pick<Round, 'id' | 'fundId' | 'formVersionId' | 'illustrative' | 'createdAt'> & {
    readonly published?: Pick<Round, 'publishedAt' | 'opensAt' | 'deadlineAt'>
  }

/** @returns false when another round of the fund has the slug */
export async function insertRound(tx: Tx, round: NewRound): Promise<boolean> {
  const { rows } = await sql`
    insert into round (id, fund_id, slug, name, eligible_kinds, expected_low, expected, expected_high, assessors,
      assessors_per_application, minutes_per_application, panel_members, interview_minutes, hours_to_apply,
      contact_email, form_version_id, illustrative, created_at, published_at, opens_at, deadline_at)
    values (${round.id}::uuid, ${round.fundId}::uuid, ${round.slug}, ${round.name},
      ${[...round.eligibleKinds]}::text[], ${round.expectedLow}, ${round.expected}, ${round.expectedHigh},
      ${round.assessors}, ${round.assessorsPerApplication}, ${round.minutesPerApplication}, ${round.panelMembers},
      ${round.interviewMinutes}, ${round.hoursToApply}, ${round.contactEmail}, ${round.formVersionId}::uuid,
      ${round.illustrative}, ${round.createdAt}, ${round.published?.publishedAt ?? null},
      ${round.published?.opensAt ?? null}, ${round.published?.deadlineAt ?? null})
    on conflict (fund_id, slug) do nothing returning id`.execute(tx)
  return rows.length === 1
}

/** What a round for one test application is made of. */
export type TestRound = {
  readonly id: string
  /** The round that it is a copy of. */
  readonly of: string
  readonly slug: string
  readonly formVersionId: string
  /** What leads it may lead, whatever else may. */
  readonly leadKind: string
  readonly at: Date
}

/** Adds a copy of a round for one test: never public, without dates, partners, sign-offs or screener. */
export async function insertTestRound(tx: Tx, test: TestRound): Promise<void> {
  await sql`
    insert into round
    select (jsonb_populate_record(null::round, to_jsonb(r) || jsonb_build_object(
      'id', ${test.id}::uuid, 'test_of', r.id, 'slug', ${test.slug}::text, 'name', 'TEST of ' || r.name,
      'published_at', null, 'cancelled_at', null, 'cancelled_by', null, 'cancelled_reason', '', 'opens_at', null, 'questions_close_at', null, 'deadline_at', null,
      'eligible_kinds', to_jsonb(array_append(r.eligible_kinds, ${test.leadKind}::text)),
      'partner_minimum', 0, 'sign_offs', '[]'::jsonb, 'screener_version_id', null,
      'form_version_id', ${test.formVersionId}::uuid, 'illustrative', true, 'created_at', ${test.at}::timestamptz))).*
    from round r where r.id = ${test.of}::uuid`.execute(tx)
}

/** Whether another round of the fund has this slug. Sure only while the fund is locked. */
export async function roundSlugTaken(tx: Tx, round: Pick<Round, 'id' | 'fundId'>, slug: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from round where fund_id = ${round.fundId}::uuid and slug = ${slug} and id <> ${round.id}::uuid`.execute(
    tx,
  )
  return rows.length > 0
}

export async function updateRound(tx: Tx, id: string, round: RoundDetails): Promise<void> {
  await sql`
    update round set slug = ${round.slug}, name = ${round.name}, eligible_kinds = ${[...round.eligibleKinds]}::text[],
      expected_low = ${round.expectedLow}, expected = ${round.expected}, expected_high = ${round.expectedHigh},
      assessors = ${round.assessors}, assessors_per_application = ${round.assessorsPerApplication},
      minutes_per_application = ${round.minutesPerApplication}, panel_members = ${round.panelMembers},
      interview_minutes = ${round.interviewMinutes}, hours_to_apply = ${round.hoursToApply},
      contact_email = ${round.contactEmail}
    where id = ${id}::uuid`.execute(tx)
}

export async function updateTimetable(tx: Tx, id: string, timetable: Timetable): Promise<void> {
  await sql`
    update round set opens_at = ${timetable.opensAt}, questions_close_at = ${timetable.questionsCloseAt},
      deadline_at = ${timetable.deadlineAt}, sifted_on = ${timetable.siftedOn}::date,
      shortlist_on = ${timetable.shortlistOn}::date, interviews_from_on = ${timetable.interviewsFromOn}::date,
      interviews_to_on = ${timetable.interviewsToOn}::date, decisions_on = ${timetable.decisionsOn}::date,
      starts_on = ${timetable.startsOn}::date
    where id = ${id}::uuid`.execute(tx)
}

export async function markPublished(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update round set published_at = ${at} where id = ${id}::uuid and published_at is null`.execute(tx)
}

export async function updateSignOffs(tx: Tx, id: string, signOffs: readonly string[]): Promise<void> {
  await sql`update round set sign_offs = ${[...signOffs]}::text[] where id = ${id}::uuid`.execute(tx)
}

/** @returns false when it was cancelled before */
export async function markCancelled(
  tx: Tx,
  id: string,
  { at, by, reason }: { readonly at: Date; readonly by: string | null; readonly reason: string },
): Promise<boolean> {
  const { rows } = await sql`
    update round set cancelled_at = ${at}, cancelled_by = ${by}::uuid, cancelled_reason = ${reason}
    where id = ${id}::uuid and cancelled_at is null returning id`.execute(tx)
  return rows.length === 1
}

export async function updateFormVersion(tx: Tx, id: string, formVersionId: string): Promise<void> {
  await sql`update round set form_version_id = ${formVersionId}::uuid where id = ${id}::uuid`.execute(tx)
}

/** Everything that a round asks besides its form. */
export async function updateRoundRules(tx: Tx, id: string, rules: EntryRules): Promise<void> {
  await sql`
    update round set lead_slots = ${JSON.stringify(rules.leadSlots)}::jsonb, partner_minimum = ${rules.partnerMinimum},
      partner_slots = ${rules.partnerSlots}, ineligible = ${rules.ineligible},
      screener_version_id = ${rules.screenerVersionId}::uuid
    where id = ${id}::uuid`.execute(tx)
}

export async function updateReminders(tx: Tx, id: string, hours: readonly number[]): Promise<void> {
  await sql`update round set reminder_hours = ${[...hours]}::integer[] where id = ${id}::uuid`.execute(tx)
}
