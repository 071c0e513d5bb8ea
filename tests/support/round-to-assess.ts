import { sql } from 'kysely'
import { type AssessmentRules, firstRules } from '../../src/core/rules/index.ts'
import { ensurePerson, giveRole, saveOrganisation } from '../../src/features/accounts/index.ts'
import { saveRulesDraft, sealableForms } from '../../src/features/funds/sealing/sealing.store.ts'
import type { Services } from '../../src/platform/services.ts'
import type { OpenRound } from './open-round.ts'
import { sealRound, soundRules } from './seal-round.ts'

/** A round with what was sent in to it and people who assess it. */
export type RoundToAssess = {
  /** By the number of the application, from 0. */
  readonly applications: readonly { readonly id: string; readonly reference: string; readonly leadId: string }[]
  /** By the number of the assessor, from 0. */
  readonly assessors: readonly { readonly id: string; readonly name: string; readonly email: string }[]
}

export type ToAssess = {
  readonly applications: number
  readonly assessors: number
  /** Whether the sift has found all of them eligible and in scope; it has unless told. */
  readonly sifted?: boolean
  readonly rules?: Partial<Pick<AssessmentRules, 'conflicts' | 'assignment'>>
}

const areas = ['health', 'housing', 'children', 'leisure-and-parks']
const pad = (number: number): string => String(number).padStart(4, '0')

/**
 * Seals rules for an open round, closes it, and fills it with applications, each of its own council, and assessors who
 * have accepted. Application n is about area n, assessor n knows areas n and n + 1, counted round and round.
 */
export async function roundToAssess(services: Services, open: OpenRound, given: ToAssess): Promise<RoundToAssess> {
  const { db, newId, clock } = services
  const at = clock()
  const { id: roundId, fundId, formVersionId } = open.round
  const form = (await sealableForms(db, [formVersionId])).get(formVersionId ?? '')
  const rules = { ...soundRules(form?.questions[0]?.id ?? ''), ...given.rules }
  await saveRulesDraft(db, { roundId, rules: { ...firstRules, ...rules }, revision: 0, at, by: null })
  await sealRound(services, roundId)
  const applications = Array.from({ length: given.applications }, (_, n) => ({
    id: newId(),
    reference: `DD-2026-T${pad(n)}`,
    leadId: `T-LEAD-${n}`,
  }))
  for (const { leadId } of applications)
    await saveOrganisation(db, { id: leadId, name: `Council ${leadId}`, shortName: leadId, kind: 'district' })
  await db.transaction().execute(async (tx) => {
    const rows = JSON.stringify(applications.map((one, n) => ({ ...one, n })))
    await sql`insert into application (id, reference, round_id, lead_id, form_version_id, state, created_at, created_by, submitted_at)
      select id, reference, ${roundId}::uuid, "leadId", ${formVersionId}::uuid, 'submitted', ${at}, ${open.people.nobody}::uuid, ${at}
      from jsonb_to_recordset(${rows}::jsonb) as row (id uuid, reference text, "leadId" text)`.execute(tx)
    await sql`insert into submission (id, application_id, number, received_at, submitted_by, content, sha256, outcome)
      select gen_random_uuid(), id, 1, ${at}, ${open.people.nobody}::uuid,
        '{"pages":[{"id":"p","title":"P","questions":[{"id":"service-name","type":"short-text","label":"Which service?","value":"Libraries","shown":["Libraries"]}]}]}',
        'made up', 'pass' from jsonb_to_recordset(${rows}::jsonb) as row (id uuid)`.execute(tx)
    if (given.sifted !== false)
      await sql`insert into application_sift (application_id, eligibility, scope, service_areas, sifted_at)
        select id, 'eligible', 'in-scope', array[(${areas}::text[])[1 + n % 4]], ${at}
        from jsonb_to_recordset(${rows}::jsonb) as row (id uuid, n integer)`.execute(tx)
  })
  const assessors = []
  for (let n = 0; n < given.assessors; n += 1) {
    const [name, email] = [`Assessor ${pad(n)}`, `assessor-${n}@panel.example`]
    const { person } = await ensurePerson(db, { id: newId(), email, name, at })
    assessors.push({ id: person.id, name, email })
    await db.transaction().execute(async (tx) => {
      await giveRole(tx, services, { personId: person.id, role: 'assessor', fundId, by: null, at })
      const known = {
        serviceAreas: [areas[n % 4], areas[(n + 1) % 4]],
        deliveryModels: [],
        disciplines: [],
        authorityTypes: ['district'],
      }
      await sql`insert into assessor (round_id, person_id, state, invited_at, answered_at, expertise, interests_confirmed_at)
        values (${roundId}::uuid, ${person.id}::uuid, 'accepted', ${at}, ${at}, ${JSON.stringify(known)}::jsonb, ${at})`.execute(
        tx,
      )
    })
  }
  return { applications, assessors }
}

/** An interest of an assessor, as their profile would have it. */
export async function addInterest(
  { db }: Pick<Services, 'db'>,
  open: OpenRound,
  given: {
    readonly personId: string
    readonly kind: 'employer' | 'authority' | 'home'
    readonly organisationId: string
    readonly endedOn?: string
  },
): Promise<void> {
  const { personId, kind, organisationId, endedOn = null } = given
  await sql`insert into assessor_interest (id, round_id, person_id, kind, organisation_id, ended_on, recorded_at)
    values (gen_random_uuid(), ${open.round.id}::uuid, ${personId}::uuid, ${kind}, ${organisationId}, ${endedOn}::date, now())`.execute(
    db,
  )
}
