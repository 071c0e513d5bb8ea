import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { fieldsOf, type ShownFields } from '../../src/core/forms/index.ts'
import type { SignedIn } from '../../src/core/permissions/index.ts'
import { readCheck } from '../../src/features/applications/submitting/read-check.ts'
import {
  type Receipt,
  type SubmitRequest,
  submitApplication,
} from '../../src/features/applications/submitting/submit-application.ts'
import { withdrawApplication } from '../../src/features/applications/submitting/withdraw-application.ts'
import { saveAnswers } from '../../src/features/applications/writing/save-answers.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import type { Services } from '../../src/platform/services.ts'
import { type OpenRound, openRound } from './open-round.ts'
import { testServer } from './server.ts'
import type { Lifetime } from './template.ts'

/** A round that is open, and a person of the organisation that leads. */
export type Setting = { readonly services: Services; readonly round: OpenRound; readonly ann: SignedIn }

/** Opens a round to submit to. */
export async function setUpSubmitting(lifetime: Lifetime, open: OpenDatabase): Promise<Setting> {
  const { services } = await testServer(lifetime, open)
  const round = await openRound(services)
  return { services, round, ann: await round.actor('ann') }
}

const complete: Readonly<Record<string, ShownFields>> = {
  drivers: { drivers: 'Budgets fall and people want more' },
  contact: { name: 'Siân Ŵyn', email: 'sian@example.gov.uk' },
  joint: { joint: 'no' },
}

/** Answers all that the form asks for, as Ann. */
export async function fillApplication({ services, round, ann }: Setting, reference: string): Promise<void> {
  const counts: Readonly<Record<string, string>> = { drivers: '0', contact: '0-0', joint: '0-0' }
  for (const [pageId, fields] of Object.entries(complete)) {
    const outcome = await saveAnswers(services, ann, {
      reference,
      pageId,
      formVersionId: round.round.formVersionId ?? '',
      fields: fieldsOf(fields),
      versions: counts[pageId] ?? '',
      keepTheirs: new Set(),
      undecided: new Set(),
      receivedAt: services.clock(),
    })
    assert.equal(outcome.kind === 'saved' && outcome.problems.length, 0)
  }
}

/** A request to submit that was shown nothing. */
export const submitRequest = (services: Services, reference: string): SubmitRequest => ({
  reference,
  declarationMade: true,
  shown: { sha256: '', parts: '' },
  receivedAt: services.clock(),
  origin: 'http://localhost:3000',
})

/** What the check page shows now. */
export const shownTo = async ({ services, ann }: Setting, reference: string, at = services.clock()) =>
  (await readCheck(services, ann, reference, at)).shown

/** Submits what is there at this moment. */
export async function submitNow(all: Setting, reference: string, changes: Partial<SubmitRequest> = {}) {
  const { services, ann } = all
  const shown = await shownTo(all, reference, changes.receivedAt)
  return await submitApplication(services, ann, { ...submitRequest(services, reference), shown, ...changes })
}

/** The receipt of a submission that must have gone through. */
export function receiptOf(result: Awaited<ReturnType<typeof submitApplication>>): Receipt {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

/** The codes of what refused a submission; none when it went through. */
export const codesOf = (result: Awaited<ReturnType<typeof submitApplication>>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code)

/** Withdraws it, so that the place is free for the next test. */
export const withdrawAll = async ({ services, ann }: Setting, reference: string) =>
  assert.ok((await withdrawApplication(services, ann, { reference, receivedAt: services.clock() })).ok)

/** A partner as its people answered. */
export const accept = async (
  { services, round }: Setting,
  reference: string,
  organisation: string,
  state = 'accepted',
) =>
  await sql`
    insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
    select id, ${organisation}, ${state}, now(), ${round.people.ann}::uuid, now() from application
    where reference = ${reference}`.execute(services.db)
