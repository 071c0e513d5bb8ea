import { sql } from 'kysely'
import type { Answers } from '../../core/forms/index.ts'
import { rulesIn } from '../../core/rules/index.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import { rolesOn } from '../../features/accounts/index.ts'
import { markTold } from '../../features/assessment/shortlisting/shortlist.store.ts'
import { decisionOf } from '../../features/decisions/index.ts'
import type { FormVersion } from '../../features/forms/index.ts'
import { type RoundInFund, roundById, sealOf } from '../../features/funds/index.ts'
import { writeResults } from '../../features/publishing/results/publish-results.ts'
import { readTexts } from '../../features/publishing/results/read-texts.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { type Chance, chanceOfPart, type MadePart } from './chance.ts'
import { insertEvents } from './insert-events.ts'
import { insertAuthorities, insertMadeBorders } from './insert-people.ts'
import { insertRows } from './insert-rows.ts'
import { makeAnswers } from './make-answers.ts'
import { makeAssessors } from './make-assessors.ts'
import { type MadeAuthority, makeAuthorities } from './make-authorities.ts'
import { makeBorders } from './make-borders.ts'
import { makeReviews } from './make-reviews.ts'
import { type MadeBid, seedApplications } from './seed-applications.ts'
import { seedAssessors } from './seed-assessors.ts'
import { seedAssignments, seedDeclarations, seedLateConflict } from './seed-assignments.ts'
import { type Answered, seedAwards } from './seed-awards.ts'
import { seedConcerns } from './seed-concerns.ts'
import { seedDebriefs } from './seed-debriefs.ts'
import { seedDecision } from './seed-decision.ts'
import { seedFeedback } from './seed-feedback.ts'
import { seedInterviews } from './seed-interviews.ts'
import { seedReviews } from './seed-reviews.ts'
import { seedShortlist } from './seed-shortlist.ts'
import { seedSift } from './seed-sift.ts'
import { readWords, type Words } from './words.ts'

/**
 * How far a made-up round has come. `scoring`: open, and nothing scored yet. `scored`: everything is, and it is open.
 * `shortlisted`: frozen, as it was proposed. `interviewed`: applicants were told, and the panel has scored everybody.
 * `told`: awards were offered and answered. `published`: everybody can read the results.
 */
export const stages = [
  'submitted',
  'sifted',
  'assigned',
  'scoring',
  'scored',
  'closed',
  'shortlisted',
  'interviewed',
  'decided',
  'told',
  'published',
] as const
export type Stage = (typeof stages)[number]

export type AssessedCase = {
  /** A round with sealed rules whose deadline has passed. */
  readonly roundId: string
  readonly version: FormVersion
  /** Bids that somebody wrote; the others are made. Of these at most 192. */
  readonly written: readonly { readonly lead: string; readonly answers: Answers }[]
  readonly applications: number
  /** At most 20. */
  readonly assessors: number
  readonly seed: number
  readonly stage: Stage
  /** Leads whose bids are made better than any other; none unless told. */
  readonly strongLeads?: readonly string[]
  /** How awards were answered: in every way, unless told that all were accepted. */
  readonly answered?: Answered
  readonly programmeId: string
  readonly siftedAt: Date
  readonly openedAt: Date
  readonly closedAt: Date
}

/** Fills a round with made-up bids and assesses them as far as a stage. The same seed makes the same words, references and scores. */
export async function seedAssessedRound(tx: Tx, services: Services, given: AssessedCase): Promise<void> {
  const { roundId, version, written, applications, seed, programmeId, siftedAt, openedAt, closedAt } = given
  const reached = stages.indexOf(given.stage)
  const words = await readWords()
  const chance = (part: MadePart): Chance => chanceOfPart(seed, part)
  const found = await roundById(tx, roundId)
  const seal = await sealOf(tx, roundId)
  if (found?.deadlineAt == null || seal === undefined)
    throw new Error('the made-up round has no deadline or no sealed rules')
  const round = { ...found, deadlineAt: found.deadlineAt }
  const rules = rulesIn(seal.document)

  const authorities = makeAuthorities(words, chance('authorities'), Math.max(0, applications - written.length))
  await insertAuthorities(tx, authorities)
  await insertMadeBorders(tx, makeBorders(authorities))
  const made = makeBids(words, chance('answers'), authorities, addDays(isoDay(closedAt), 120))
  const every = [...written, ...made]
  const bids = await seedApplications(tx, services, { round, version, bids: every, chance: chance('references') })
  if (reached < stages.indexOf('sifted')) return

  const places = new Map(made.map((_, at) => [at, written.length + at]))
  const scored = await seedSift(tx, {
    form: version.definition,
    bids,
    outOfScope: new Set([...places].filter(([at]) => at % 31 === 11).map(([, place]) => place)),
    duplicate: new Map([...places].filter(([at]) => at === 20).map(([, place]) => [place, place - 2])),
    siftedAt,
    siftedBy: programmeId,
  })
  const { assessors, supplierIds } = await seedAssessors(tx, services, {
    round,
    assessors: makeAssessors(words, chance('assessors'), { count: given.assessors, authorities }),
    suppliers: words.suppliers,
    programmeId,
    at: round.deadlineAt,
  })
  await nameSuppliers(
    tx,
    bids.map(({ id }) => id),
    supplierIds,
  )
  if (reached < stages.indexOf('assigned')) return

  const each = seal.document.mechanics.assessorsPerApplication
  const of = { round, rules, bids: scored, assessors, each, programmeId, at: siftedAt }
  const { pairs, apart } = await seedAssignments(tx, services, of, chance('pairs'))
  if (reached < stages.indexOf('scoring')) return

  await open(tx, services, { ...given, fundId: round.fundId })
  if (reached < stages.indexOf('scored')) return

  await seedDeclarations(tx, pairs, openedAt)
  const late = new Date(openedAt.getTime() + 3_600_000)
  const readers = await seedLateConflict(tx, services, { round, pairs, apart, assessors, at: late })
  const leniencyOf = new Map(assessors.map(({ id, leniency }) => [id, leniency]))
  const serviceOf = new Map(scored.map(({ id, serviceName }) => [id, serviceName]))
  const { criteria } = rules
  const { strongLeads = [] } = given
  const strong = new Set(bids.filter(({ lead }) => strongLeads.includes(lead)).map(({ id }) => id))
  const reviews = makeReviews({ criteria, pairs: readers, leniencyOf, serviceOf, strong }, words, chance('reviews'))
  await seedReviews(tx, services, { reviews, openedAt: late, before: closedAt, rulesSha256: seal.sha256 })
  if (reached < stages.indexOf('closed')) return
  await close(tx, services, { ...given, fundId: round.fundId })
  const { stage, answered = 'in-every-way' } = given
  const outcome = { round, programmeId, closedAt, stage, answered, strong }
  await seedOutcome(tx, services, { ...outcome, chance: chance('interviews') })
}

type ToOutcome = {
  readonly round: RoundInFund
  readonly programmeId: string
  readonly closedAt: Date
  readonly chance: Chance
  readonly stage: Stage
  readonly answered: Answered
  readonly strong: ReadonlySet<string>
}

/** What comes after the scores, as far as a stage: the shortlist, interviews, the decision, awards and results. */
async function seedOutcome(tx: Tx, services: Services, given: ToOutcome): Promise<void> {
  const { round, programmeId, closedAt, chance, stage, answered, strong } = given
  const reached = stages.indexOf(stage)
  if (reached < stages.indexOf('shortlisted')) return
  const frozenAt = new Date(closedAt.getTime() + 3_600_000)
  await seedShortlist(tx, services, { round, at: frozenAt, programmeId })
  if (reached < stages.indexOf('interviewed')) return
  await markTold(tx, round.id, frozenAt)
  const fromOn = round.interviewsFromOn ?? addDays(isoDay(frozenAt), 5)
  await seedInterviews(tx, services, { round, fromOn, programmeId, chance, strong })
  if (reached < stages.indexOf('decided')) return
  await seedDecision(tx, services, { round, on: round.decisionsOn ?? addDays(fromOn, 14), programmeId })
  if (reached < stages.indexOf('told')) return
  const answeredAt = await seedAwards(tx, services, { round, programmeId, answered })
  await seedConcerns(tx, services, { round, programmeId })
  if (reached < stages.indexOf('published')) return
  const decision = await decisionOf(tx, round.id)
  if (decision === undefined) throw new Error('the made-up round has no decision to publish')
  const roles = await rolesOn(tx, round.fundId)
  const panelId = roles.find(({ role }) => role === 'panel-member')?.person.id
  const { toldAt } = decision
  if (panelId !== undefined && toldAt !== null) {
    await seedFeedback(tx, services, { round, programmeId, panelId, toldAt })
    await seedDebriefs(tx, services, { round, programmeId, toldAt })
  }
  const at = new Date(answeredAt.getTime() + 3_600_000)
  const proposed = (await readTexts(tx, services, decision)).texts
  const texts = new Map(proposed.map(({ path, proposed: text }) => [path, text]))
  await writeResults(tx, services, { round, decision, last: undefined, texts, reason: '', by: programmeId, at })
}

/** Bids of which a few were withdrawn and a few break a rule. */
function makeBids(
  words: Words,
  chance: Chance,
  authorities: readonly MadeAuthority[],
  startsOn: string,
): readonly MadeBid[] {
  return authorities.map((authority, at) => {
    const service = words.services[at % words.services.length]
    if (service === undefined) throw new Error('the words of the seeds name no service')
    const answers = makeAnswers(words, chance, { authority, service, startsOn })
    const broken = at % 29 === 7 ? { 'applied-before': true } : {}
    return { lead: authority.id, answers: { ...answers, ...broken }, ...(at % 37 === 5 ? { withdrawn: true } : {}) }
  })
}

/** Every tenth bid names a supplier. */
async function nameSuppliers(tx: Tx, bidIds: readonly string[], supplierIds: readonly string[]): Promise<void> {
  const rows = bidIds.flatMap((application_id, at) => {
    const supplier_id = supplierIds[(at / 10) % supplierIds.length]
    return at % 10 === 0 && supplier_id !== undefined ? [{ application_id, supplier_id }] : []
  })
  await insertRows(tx, 'application_supplier', { application_id: 'uuid', supplier_id: 'uuid' }, rows)
}

type OfFund = AssessedCase & { readonly fundId: string }

async function open(tx: Tx, services: Services, given: OfFund): Promise<void> {
  const { roundId, openedAt, closedAt, programmeId } = given
  await sql`
    insert into assessment (round_id, opened_at, opened_by, due_at)
    values (${roundId}::uuid, ${openedAt}, ${programmeId}::uuid, ${closedAt})`.execute(tx)
  await record(tx, services, given, 'assessment.opened', openedAt)
}

async function close(tx: Tx, services: Services, given: OfFund): Promise<void> {
  const { roundId, closedAt, programmeId } = given
  await sql`
    update assessment set closed_at = ${closedAt}, closed_by = ${programmeId}::uuid
    where round_id = ${roundId}::uuid`.execute(tx)
  await record(tx, services, given, 'assessment.closed', closedAt)
}

async function record(tx: Tx, services: Services, given: OfFund, action: string, at: Date): Promise<void> {
  const { fundId, programmeId, roundId } = given
  await insertEvents(tx, services, fundId, [
    { action, actorId: programmeId, objectType: 'round', objectId: roundId, at, facts: {} },
  ])
}
