import assert from 'node:assert/strict'
import { type Form, fieldsOf, type ShownFields } from '../../src/core/forms/index.ts'
import type { SignedIn } from '../../src/core/permissions/index.ts'
import { saveAnswers, submitApplication } from '../../src/features/applications/index.ts'
import { readCheck } from '../../src/features/applications/submitting/read-check.ts'
import type { OpenDatabase } from '../../src/platform/database/open-database.ts'
import type { Services } from '../../src/platform/services.ts'
import { type OpenRound, openRound } from './open-round.ts'
import { type TestServer, type TestServerOptions, testServer } from './server.ts'
import type { Lifetime } from './template.ts'

/** An open round whose clock a test sets. */
export type RoundWithClock = {
  readonly server: TestServer
  readonly services: Services
  readonly round: OpenRound
  readonly ann: SignedIn
  readonly setClock: (at: Date) => void
}

/** The same as `openRound`, with a clock that stands still until it is set. */
export async function roundWithClock(
  lifetime: Lifetime,
  open: OpenDatabase,
  startAt: Date,
  form?: Form,
  options: Pick<TestServerOptions, 'languages'> = {},
): Promise<RoundWithClock> {
  let now = startAt
  const server = await testServer(lifetime, open, { ...options, clock: () => now })
  const round = await openRound(server.services, form)
  const ann = await round.actor('ann')
  return {
    server,
    services: server.services,
    round,
    ann,
    setClock: (at) => {
      now = at
    },
  }
}

const complete: Readonly<Record<string, { readonly fields: ShownFields; readonly versions: string }>> = {
  drivers: { fields: { drivers: 'Budgets fall and people want more' }, versions: '0' },
  contact: { fields: { name: 'Siân Ŵyn', email: 'sian@example.gov.uk' }, versions: '0-0' },
  joint: { fields: { joint: 'no' }, versions: '0-0' },
}

/** Saves an answer to everything that the form of `openRound` needs. */
export async function fillWhole({ services, round, ann }: RoundWithClock, reference: string): Promise<void> {
  for (const [pageId, { fields, versions }] of Object.entries(complete)) {
    const outcome = await saveAnswers(services, ann, {
      reference,
      pageId,
      formVersionId: round.round.formVersionId ?? '',
      fields: fieldsOf(fields),
      versions,
      keepTheirs: new Set(),
      undecided: new Set(),
      receivedAt: services.clock(),
    })
    assert.equal(outcome.kind === 'saved' && outcome.problems.length, 0)
  }
}

/** Submits what is there at this moment, as if the request had come then. */
export async function submitAt({ services, ann }: RoundWithClock, reference: string, receivedAt: Date, actor = ann) {
  const { shown } = await readCheck(services, actor, reference, receivedAt)
  return await submitApplication(services, actor, {
    reference,
    declarationMade: true,
    shown,
    receivedAt,
    origin: 'http://localhost:3000',
  })
}
