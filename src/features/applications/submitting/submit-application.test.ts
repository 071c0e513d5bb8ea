import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { describeOnBothEngines } from '../../../../tests/support/both-engines.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { testServer } from '../../../../tests/support/server.ts'
import { freshDatabase, type Lifetime } from '../../../../tests/support/template.ts'
import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { NotFound } from '../../../core/errors.ts'
import { fieldsOf, type ShownFields } from '../../../core/forms/index.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import type { OpenDatabase } from '../../../platform/database/open-database.ts'
import type { Services } from '../../../platform/services.ts'
import { eventsOf } from '../../audit/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { applicationProblemText } from '../applications.messages.ts'
import { applicationByReference } from '../applications.store.ts'
import { saveAnswers } from '../writing/save-answers.ts'
import { readCheck } from './read-check.ts'
import { latestSubmission } from './submissions.store.ts'
import { type Receipt, type SubmitRequest, submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

type Setting = { readonly services: Services; readonly round: OpenRound; readonly ann: SignedIn }

async function setUp(lifetime: Lifetime, open: OpenDatabase): Promise<Setting> {
  const { services } = await testServer(lifetime, open)
  const round = await openRound(services)
  return { services, round, ann: await round.actor('ann') }
}

const complete: Readonly<Record<string, ShownFields>> = {
  drivers: { drivers: 'Budgets fall and people want more' },
  contact: { name: 'Siân Ŵyn', email: 'sian@example.gov.uk' },
  joint: { joint: 'no' },
}

async function fill({ services, round, ann }: Setting, reference: string): Promise<void> {
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

const request = (services: Services, reference: string): SubmitRequest => ({
  reference,
  declarationMade: true,
  shown: { sha256: '', parts: '' },
  receivedAt: services.clock(),
  origin: 'http://localhost:3000',
})

const shownTo = async ({ services, ann }: Setting, reference: string, at = services.clock()) =>
  (await readCheck(services, ann, reference, at)).shown

/** Submits what is there at this moment. */
async function submit(all: Setting, reference: string, changes: Partial<SubmitRequest> = {}) {
  const { services, ann } = all
  const shown = await shownTo(all, reference, changes.receivedAt)
  return await submitApplication(services, ann, { ...request(services, reference), shown, ...changes })
}

function receiptOf(result: Awaited<ReturnType<typeof submitApplication>>): Receipt {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const codesOf = (result: Awaited<ReturnType<typeof submitApplication>>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code)

const withdrawAll = async ({ services, ann }: Setting, reference: string) =>
  assert.ok((await withdrawApplication(services, ann, { reference, receivedAt: services.clock() })).ok)

/** A partner as its people answered. */
const accept = async ({ services, round }: Setting, reference: string, organisation: string, state = 'accepted') =>
  await sql`
    insert into application_partner (application_id, organisation_id, state, asked_at, asked_by, decided_at)
    select id, ${organisation}, ${state}, now(), ${round.people.ann}::uuid, now() from application
    where reference = ${reference}`.execute(services.db)

const life = lastFirst({ after })
let shared: Setting | undefined
before(async () => {
  shared = await setUp(life, await freshDatabase(life))
})
const setting = (): Setting => shared ?? assert.fail('nothing is set up')

describe('submitting', () => {
  it('says everything that is wrong at once, in the order of the form, and changes nothing', async () => {
    const all = setting()
    const reference = await all.round.draft()
    const result = await submit(all, reference, { declarationMade: false })
    assert.ok(!result.ok)
    assert.deepEqual(
      result.problems.map((problem) =>
        problem.code === 'answer' ? `${problem.page}/${problem.problem.field}` : problem.code,
      ),
      ['drivers/drivers', 'contact/name', 'contact/email', 'joint/joint', 'declaration-not-made'],
    )
    const application = await applicationByReference(all.services.db, reference, [], [])
    assert.equal(application?.state, 'draft')
  })

  it('counts a request that reached the server at the deadline, and not one a millisecond later', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fill(all, reference)
    const { deadlineAt } = all.round
    const late = new Date(deadlineAt.getTime() + 1)
    const refusedResult = await submit(all, reference, { receivedAt: late })
    assert.deepEqual(codesOf(refusedResult), ['round-closed'])
    const kept = await applicationByReference(all.services.db, reference, [], 'all')
    assert.equal(kept?.state, 'draft')
    assert.equal(kept?.answers.name?.value, 'Siân Ŵyn')

    const inTime = receiptOf(await submit(all, reference, { receivedAt: deadlineAt }))
    assert.equal(inTime.receivedAt.getTime(), deadlineAt.getTime())
    await withdrawAll(all, reference)
    const before = receiptOf(await submit(all, reference, { receivedAt: new Date(deadlineAt.getTime() - 1) }))
    assert.equal(before.number, 2)
    await withdrawAll(all, reference)
  })

  it('is refused before the round opens', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fill(all, reference)
    const early = new Date((all.round.round.opensAt?.getTime() ?? 0) - 1)
    assert.deepEqual(codesOf(await submit(all, reference, { receivedAt: early })), ['round-not-open'])
  })

  it('gives the receipt of the first to a second submit, also at the same moment', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fill(all, reference)
    const receipts = (await Promise.all([submit(all, reference), submit(all, reference), submit(all, reference)])).map(
      receiptOf,
    )
    assert.equal(
      new Set(receipts.map(({ sha256, receivedAt, number }) => `${sha256} ${receivedAt.getTime()} ${number}`)).size,
      1,
    )
    const again = receiptOf(await submit(all, reference))
    assert.deepEqual(again, receipts[0])
    const { rows } = await sql<{ submissions: number; messages: number; events: number }>`
      select (select count(*) from submission s join application a on a.id = s.application_id where a.reference = ${reference}) as submissions,
        (select count(*) from message where body like ${`%${reference}%`}) as messages,
        (select count(*) from audit_event where object_id = ${reference} and action = 'application.submitted') as events`.execute(
      all.services.db,
    )
    assert.deepEqual(rows[0], { submissions: 1, messages: 1, events: 1 })
    await withdrawAll(all, reference)
  })

  it('lets one application of an authority in, and names the one that was first', async () => {
    const all = setting()
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    await fill(all, one)
    await fill(all, other)
    receiptOf(await submit(all, one))
    const second = await submit(all, other)
    assert.deepEqual(codesOf(second), ['another-submitted'])
    assert.ok(!second.ok && second.problems[0]?.code === 'another-submitted')
    assert.equal(second.problems[0].reference, one)
    assert.equal(second.problems[0].by, 'Ann')
    await withdrawAll(all, one)
    receiptOf(await submit(all, other))
    await withdrawAll(all, other)
  })

  it('lets one of two applications in that are submitted at the same moment', async () => {
    const all = setting()
    const { services } = all
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    await fill(all, one)
    await fill(all, other)
    // Neither can see the other: both are let go while this transaction holds what each must lock first.
    const both = await services.db.transaction().execute(async (tx) => {
      await sql`select from application where reference in (${one}, ${other}) for update`.execute(tx)
      const started = [submit(all, one), submit(all, other)]
      await waiting(services.db, 2)
      return started
    })
    const results = await Promise.all(both)
    assert.deepEqual(results.map(({ ok }) => ok).sort(), [false, true])
    assert.deepEqual(results.flatMap(codesOf), ['another-submitted'])
    const winner = results[0]?.ok ? one : other
    assert.equal((await applicationByReference(services.db, winner, [], []))?.state, 'submitted')
    await withdrawAll(all, winner)
  })

  it('is refused by the database itself when a second application is marked as submitted', async () => {
    const all = setting()
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    const mark = (reference: string) =>
      sql`update application set state = 'submitted', submitted_at = now() where reference = ${reference}`.execute(
        all.services.db,
      )
    await mark(one)
    await assert.rejects(mark(other), /application_one_submitted_for_each_slot/)
    await sql`update application set state = 'withdrawn' where reference = ${one}`.execute(all.services.db)
  })

  it('freezes the questions as asked with a hash that anyone can work out again', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fill(all, reference)
    for (const organisation of ['T-CEDAR', 'T-BIRCH']) await accept(all, reference, organisation)
    await accept(all, reference, 'T-FIRE', 'declined')
    const receipt = receiptOf(await submit(all, reference))
    const application = await applicationByReference(all.services.db, reference, [], [])
    const submission = await latestSubmission(all.services.db, application?.id ?? '')
    const hash = createHash('sha256')
      .update(canonicalJson(submission?.content as unknown as Json))
      .digest('hex')
    assert.equal(hash, receipt.sha256)
    assert.equal(submission?.outcome, 'pass-with-caveats')
    const { pages, ...said } = submission?.content ?? assert.fail('nothing is frozen')
    const version = await formVersionById(all.services.db, all.round.round.formVersionId ?? '')
    assert.deepEqual(said, {
      version: 2,
      reference,
      illustrative: false,
      fund: { slug: 'test-fund', name: 'Test fund' },
      round: { slug: 'first', name: 'First round' },
      lead: { id: 'T-ALDER', name: 'Alder District Council' },
      standIn: null,
      partners: [
        { id: 'T-BIRCH', name: 'Birch City Council' },
        { id: 'T-CEDAR', name: 'Cedar County Council' },
      ],
      form: { id: 'test-form', title: 'Expression of interest', number: 1, sha256: version?.sha256 },
      declaration:
        'I am authorised to submit this application for Alder District Council, and to the best of my knowledge the answers are true and complete',
      eligibility: {
        outcome: 'pass-with-caveats',
        rules: [{ id: 'with-others', clause: 'Q&A 2', text: 'Joint bids are encouraged', outcome: 'caveat' }],
        screener: null,
      },
    })
    assert.deepEqual(
      pages.flatMap(({ questions }) => questions.map(({ label, shown }) => [label, ...shown])),
      [
        ['Why do you want to change?', 'Budgets fall and people want more'],
        ['Name of the lead officer', 'Siân Ŵyn'],
        ['Email address', 'sian@example.gov.uk'],
        ['Is this a joint bid?', 'No'],
        ['What it costs'],
        ['Staff'],
      ],
    )
    await assert.rejects(
      sql`update submission set content = '{}' where id = ${submission?.id ?? ''}::uuid`.execute(all.services.db),
      /never altered/,
    )
    await withdrawAll(all, reference)
  })

  it('lets nobody write to what has been submitted, and hands back what they wrote', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fill(all, reference)
    receiptOf(await submit(all, reference))
    const outcome = await saveAnswers(all.services, all.ann, {
      reference,
      pageId: 'drivers',
      formVersionId: all.round.round.formVersionId ?? '',
      fields: fieldsOf({ drivers: 'too late' }),
      versions: '1',
      keepTheirs: new Set(),
      undecided: new Set(),
      receivedAt: all.services.clock(),
    })
    assert.equal(outcome.kind, 'submitted')
    assert.equal(outcome.answers.drivers, 'too late')
    const stored = await applicationByReference(all.services.db, reference, [], ['drivers'])
    assert.equal(stored?.answers.drivers?.value, 'Budgets fall and people want more')
    await withdrawAll(all, reference)
  })

  it('holds a save back until a submission under way is over, so that nothing acknowledged is missing from it', async () => {
    const all = setting()
    const { services, round, ann } = all
    const reference = await round.draft()
    await fill(all, reference)
    const saving = await services.db.transaction().execute(async (tx) => {
      await sql`select from application where reference = ${reference} for update`.execute(tx)
      const started = saveAnswers(services, ann, {
        reference,
        pageId: 'drivers',
        formVersionId: round.round.formVersionId ?? '',
        fields: fieldsOf({ drivers: 'while it is sent' }),
        versions: '1',
        keepTheirs: new Set(),
        undecided: new Set(),
        receivedAt: services.clock(),
      })
      await waiting(services.db, 1)
      await sql`update application set state = 'submitted', submitted_at = now() where reference = ${reference}`.execute(
        tx,
      )
      return { started }
    })
    assert.equal((await saving.started).kind, 'submitted')
    await sql`update application set state = 'withdrawn' where reference = ${reference}`.execute(services.db)
  })

  it('is for people of the lead, and nobody else learns that it is there', async () => {
    const all = setting()
    const reference = await all.round.draft()
    for (const name of ['ben', 'cai', 'pam', 'nobody'] as const) {
      const other = await all.round.actor(name)
      await assert.rejects(submitApplication(all.services, other, request(all.services, reference)), NotFound)
    }
  })
})

describe('submitting what was shown', () => {
  const save = async ({ services, round }: Setting, reference: string, drivers: string, versions: string) => {
    const adam = await round.actor('adam')
    const saved = await saveAnswers(services, adam, {
      reference,
      pageId: 'drivers',
      formVersionId: round.round.formVersionId ?? '',
      fields: fieldsOf({ drivers }),
      versions,
      keepTheirs: new Set(),
      undecided: new Set(),
      receivedAt: services.clock(),
    })
    assert.ok(saved.kind === 'saved' && saved.clashes.length === 0)
  }

  it('is refused when a colleague has saved since, who is named with the question', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fill(all, reference)
    const shown = await shownTo(all, reference)
    await save(all, reference, 'Adam knows better', '1')
    const result = await submit(all, reference, { shown })
    assert.ok(!result.ok)
    assert.deepEqual(
      result.problems.map((problem) => problem.code === 'answer-changed' && [problem.question, problem.by?.name]),
      [['drivers', 'Adam']],
    )
    assert.equal((await applicationByReference(all.services.db, reference, [], []))?.state, 'draft')
    await save(all, reference, 'Budgets fall and people want more', '2')
    receiptOf(await submit(all, reference, { shown }))
    await withdrawAll(all, reference)
  })

  it('is refused when a partner has accepted since, a name has changed, or nothing is known of what was shown', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fill(all, reference)
    const shown = await shownTo(all, reference)
    await accept(all, reference, 'T-BIRCH')
    const words = async (changes: Partial<SubmitRequest>) => {
      const result = await submit(all, reference, changes)
      return result.ok ? [] : result.problems.map(applicationProblemText)
    }
    assert.deepEqual(await words({ shown }), [
      'The partners have changed since you were shown this page. Read it again before you submit',
    ])
    const unknown = 'This is not what you were shown. Read it again before you submit'
    assert.deepEqual(await words({ shown: { sha256: '', parts: '' } }), [unknown])
    assert.deepEqual(await words({ shown: { ...shown, parts: 'x '.repeat(9) } }), [unknown])
    const { db } = all.services
    const named = await shownTo(all, reference)
    await sql`update organisation set name = 'Alder Borough Council' where id = 'T-ALDER'`.execute(db)
    assert.deepEqual(await words({ shown: named }), [
      'The organisation that leads or stands in its place has changed since you were shown this page. Read it again before you submit',
    ])
    await sql`update organisation set name = 'Alder District Council' where id = 'T-ALDER'`.execute(db)
    receiptOf(await submit(all, reference, { shown: named }))
    await withdrawAll(all, reference)
  })
})

describe('withdrawing', () => {
  it('takes back until the deadline, keeps what was sent, and lets it be sent again', async () => {
    const all = setting()
    const { services, ann, round } = all
    const reference = await round.draft()
    await fill(all, reference)
    const first = receiptOf(await submit(all, reference))
    const late = new Date(round.deadlineAt.getTime() + 1)
    const tooLate = await withdrawApplication(services, ann, { reference, receivedAt: late })
    assert.deepEqual(tooLate.ok ? [] : tooLate.problems.map(({ code }) => code), ['withdrawal-too-late'])
    const inTime = await withdrawApplication(services, ann, { reference, receivedAt: round.deadlineAt })
    assert.ok(inTime.ok)
    const nothing = await withdrawApplication(services, ann, { reference, receivedAt: services.clock() })
    assert.deepEqual(nothing.ok ? [] : nothing.problems.map(({ code }) => code), ['not-submitted'])
    const second = receiptOf(await submit(all, reference))
    assert.equal(second.number, 2)
    assert.equal(second.sha256, first.sha256)
    const actions = (await eventsOf(services.db, 'application', reference)).map(({ action }) => action)
    const counted = (action: string) => actions.filter((each) => each === action).length
    assert.deepEqual([counted('application.submitted'), counted('application.withdrawn')], [2, 1])
    await withdrawAll(all, reference)
  })
})

/** Until so many sessions of this database wait for a lock. */
async function waiting(db: Services['db'], sessions: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if ((rows[0]?.count ?? 0) >= sessions) return
  }
}

describeOnBothEngines('an application', (open) => {
  it('is filled in, submitted once and refused twice', async (t) => {
    const all = await setUp(t, open())
    const [one, other] = [await all.round.draft(), await all.round.draft()]
    await fill(all, one)
    await fill(all, other)
    const receipts = await Promise.all([submit(all, one), submit(all, one)])
    assert.deepEqual(receiptOf(receipts[0] as never), receiptOf(receipts[1] as never))
    assert.deepEqual(codesOf(await submit(all, other)), ['another-submitted'])
  })
})
