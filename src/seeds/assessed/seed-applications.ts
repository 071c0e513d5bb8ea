import { sql } from 'kysely'
import { type Answers, eligibility, frozenHash } from '../../core/forms/index.ts'
import { makeReference } from '../../core/text/reference.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import { type Organisation, organisationsById } from '../../features/accounts/index.ts'
import { freezeContent } from '../../features/applications/submitting/freeze-content.ts'
import type { FormVersion } from '../../features/forms/index.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import type { Chance } from './chance.ts'
import { insertEvents } from './insert-events.ts'
import { insertMembers, insertPeople } from './insert-people.ts'
import { insertRows } from './insert-rows.ts'

/** A made-up bid: the code of a made-up authority and what it answered. */
export type MadeBid = { readonly lead: string; readonly answers: Answers; readonly withdrawn?: boolean }

/** A bid as it was written. */
export type SeededBid = MadeBid & { readonly id: string; readonly reference: string }

export type BidsCase = {
  readonly round: RoundInFund & { readonly deadlineAt: Date }
  readonly version: FormVersion
  /** In the order in which they came. */
  readonly bids: readonly MadeBid[]
  /** What references are drawn from: who comes first of equals is theirs to say, and is the same wherever it is seeded. */
  readonly chance: Chance
}

const minute = 60_000
/** The first came so many minutes before the deadline, the last with minutes to spare. */
const longest = 15 * 24 * 60

const receivedAt = ({ round, bids }: BidsCase, index: number): Date => {
  const early = bids.length < 2 ? 0 : ((bids.length - 1 - index) / (bids.length - 1)) ** 3
  return new Date(round.deadlineAt.getTime() - (7 + Math.round(early * longest)) * minute)
}

/** Submits made-up bids, each by an officer of its lead, and takes back those that were withdrawn. */
export async function seedApplications(tx: Tx, services: Services, given: BidsCase): Promise<readonly SeededBid[]> {
  const { round, version, bids } = given
  const register = await organisationsById(
    tx,
    bids.map(({ lead }) => lead),
  )
  const leads = bids.map(({ lead }) => found(register.get(lead), lead))
  const opened = receivedAt(given, 0)
  const officers = await insertPeople(tx, services, leads.map(officerOf), opened)
  const officer = (lead: Organisation): string => found(officers.get(officerOf(lead).email), lead.id)
  await insertMembers(
    tx,
    leads.map((lead) => ({ personId: officer(lead), organisationId: lead.id })),
    opened,
  )
  const taken = await referencesGiven(tx)
  const rows: Written[] = []
  for (const [index, bid] of bids.entries()) {
    const lead = leads[index] as Organisation
    const at = receivedAt(given, index)
    const reference = freeReference(given.chance, at, taken)
    const { answers } = bid
    const bodies = { lead, standIn: lead, partners: [] }
    const content = await freezeContent(tx, {
      reference,
      illustrative: true,
      round,
      ...bodies,
      version,
      answers,
      screened: undefined,
    })
    const { outcome } = eligibility(version.definition, answers)
    const sha256 = frozenHash(content, services.sha256)
    rows.push({ ...bid, id: services.newId(), reference, content, sha256, outcome, by: officer(lead), at })
  }
  await write(tx, services, given, rows)
  return rows.map(({ id, reference, lead, answers, withdrawn }) => ({
    id,
    reference,
    lead,
    answers,
    ...(withdrawn === undefined ? {} : { withdrawn }),
  }))
}

type Written = SeededBid & {
  readonly content: unknown
  readonly sha256: string
  readonly outcome: string | null
  readonly by: string
  readonly at: Date
}

const officerOf = ({ shortName }: Pick<Organisation, 'shortName'>) => ({
  email: `lead@${shortName.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`,
  name: `Lead officer, ${shortName}`,
  jobTitle: '',
  illustrative: false,
})

function found<Value>(value: Value | undefined, lead: string): Value {
  if (value === undefined) throw new Error(`there is no ${lead} in the register of the seeds`)
  return value
}

/** References that other rounds have: of a few hundred bids, one in forty sets of draws has one twice. */
async function referencesGiven(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ reference: string }>`select reference from application`.execute(tx)
  return new Set(rows.map(({ reference }) => reference))
}

function freeReference({ whole }: Chance, at: Date, taken: Set<string>): string {
  const year = Number(isoDay(at).slice(0, 4))
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => whole(0, 255))
  for (;;) {
    const reference = makeReference('DD', year, bytes)
    if (taken.has(reference)) continue
    taken.add(reference)
    return reference
  }
}

async function write(tx: Tx, services: Services, given: BidsCase, written: readonly Written[]): Promise<void> {
  const { round, version } = given
  const applications = written.map(({ id, reference, lead, withdrawn, by, at }) => ({
    id,
    reference,
    round_id: round.id,
    lead_id: lead,
    form_version_id: version.id,
    state: withdrawn === true ? 'withdrawn' : 'submitted',
    created_at: new Date(`${addDays(isoDay(at), -14)}T10:00:00Z`),
    created_by: by,
    submitted_at: at,
    illustrative: true,
  }))
  const ids = { id: 'uuid', reference: 'text', round_id: 'uuid', lead_id: 'text', form_version_id: 'uuid' }
  const dates = { created_at: 'timestamptz', created_by: 'uuid', submitted_at: 'timestamptz' }
  await insertRows(tx, 'application', { ...ids, ...dates, state: 'text', illustrative: 'boolean' }, applications)
  const submissions = written.map(({ id, content, sha256, outcome, by, at, withdrawn }) => ({
    id: services.newId(),
    application_id: id,
    number: 1,
    received_at: at,
    submitted_by: by,
    content,
    sha256,
    outcome,
    withdrawn_at: withdrawn === true ? new Date(at.getTime() + 30 * minute) : null,
    withdrawn_by: withdrawn === true ? by : null,
  }))
  const frozen = { content: 'jsonb', sha256: 'text', outcome: 'text' }
  const sent = {
    id: 'uuid',
    application_id: 'uuid',
    number: 'integer',
    received_at: 'timestamptz',
    submitted_by: 'uuid',
  }
  const back = { withdrawn_at: 'timestamptz', withdrawn_by: 'uuid' }
  await insertRows(tx, 'submission', { ...sent, ...frozen, ...back }, submissions)
  const about = ({ by, reference }: Written) => ({ actorId: by, objectType: 'application', objectId: reference })
  await insertEvents(tx, services, round.fundId, [
    ...written.map((each) => ({
      ...about(each),
      action: 'application.submitted',
      at: each.at,
      facts: { number: 1, sha256: each.sha256, outcome: each.outcome, lead: each.lead, actedFor: each.lead },
    })),
    ...written
      .filter(({ withdrawn }) => withdrawn === true)
      .map((each) => ({
        ...about(each),
        action: 'application.withdrawn',
        at: new Date(each.at.getTime() + 30 * minute),
        facts: { number: 1 },
      })),
  ])
}
