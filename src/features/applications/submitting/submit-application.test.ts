import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  accept,
  codesOf,
  fillApplication,
  receiptOf,
  type Setting,
  setUpSubmitting,
  shownTo,
  submitNow,
  submitRequest,
  withdrawAll,
} from '../../../../tests/support/submit-application.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { canonicalJson, type Json } from '../../../core/canonical/index.ts'
import { NotFound } from '../../../core/errors.ts'
import { fieldsOf } from '../../../core/forms/index.ts'
import { eventsOf } from '../../audit/index.ts'
import { formVersionById } from '../../forms/index.ts'
import { applicationProblemText } from '../applications.messages.ts'
import { applicationByReference } from '../applications.store.ts'
import { saveAnswers } from '../writing/save-answers.ts'
import { latestSubmission } from './submissions.store.ts'
import { type SubmitRequest, submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const life = lastFirst({ after })
let shared: Setting | undefined
before(async () => {
  shared = await setUpSubmitting(life, await freshDatabase(life))
})
const setting = (): Setting => shared ?? assert.fail('nothing is set up')

describe('submitting', () => {
  it('says everything that is wrong at once, in the order of the form, and changes nothing', async () => {
    const all = setting()
    const reference = await all.round.draft()
    const result = await submitNow(all, reference, { declarationMade: false })
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
    await fillApplication(all, reference)
    const { deadlineAt } = all.round
    const late = new Date(deadlineAt.getTime() + 1)
    const refusedResult = await submitNow(all, reference, { receivedAt: late })
    assert.deepEqual(codesOf(refusedResult), ['round-closed'])
    const kept = await applicationByReference(all.services.db, reference, [], 'all')
    assert.equal(kept?.state, 'draft')
    assert.equal(kept?.answers.name?.value, 'Siân Ŵyn')

    const inTime = receiptOf(await submitNow(all, reference, { receivedAt: deadlineAt }))
    assert.equal(inTime.receivedAt.getTime(), deadlineAt.getTime())
    await withdrawAll(all, reference)
    const before = receiptOf(await submitNow(all, reference, { receivedAt: new Date(deadlineAt.getTime() - 1) }))
    assert.equal(before.number, 2)
    await withdrawAll(all, reference)
  })

  it('is refused before the round opens', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fillApplication(all, reference)
    const early = new Date((all.round.round.opensAt?.getTime() ?? 0) - 1)
    assert.deepEqual(codesOf(await submitNow(all, reference, { receivedAt: early })), ['round-not-open'])
  })

  it('freezes the questions as asked with a hash that anyone can work out again', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fillApplication(all, reference)
    for (const organisation of ['T-CEDAR', 'T-BIRCH']) await accept(all, reference, organisation)
    await accept(all, reference, 'T-FIRE', 'declined')
    const receipt = receiptOf(await submitNow(all, reference))
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
    await fillApplication(all, reference)
    receiptOf(await submitNow(all, reference))
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

  it('is for people of the lead, and nobody else learns that it is there', async () => {
    const all = setting()
    const reference = await all.round.draft()
    for (const name of ['ben', 'cai', 'pam', 'nobody'] as const) {
      const other = await all.round.actor(name)
      await assert.rejects(submitApplication(all.services, other, submitRequest(all.services, reference)), NotFound)
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
    await fillApplication(all, reference)
    const shown = await shownTo(all, reference)
    await save(all, reference, 'Adam knows better', '1')
    const result = await submitNow(all, reference, { shown })
    assert.ok(!result.ok)
    assert.deepEqual(
      result.problems.map((problem) => problem.code === 'answer-changed' && [problem.question, problem.by?.name]),
      [['drivers', 'Adam']],
    )
    assert.equal((await applicationByReference(all.services.db, reference, [], []))?.state, 'draft')
    await save(all, reference, 'Budgets fall and people want more', '2')
    receiptOf(await submitNow(all, reference, { shown }))
    await withdrawAll(all, reference)
  })

  it('is refused when a partner has accepted since, a name has changed, or nothing is known of what was shown', async () => {
    const all = setting()
    const reference = await all.round.draft()
    await fillApplication(all, reference)
    const shown = await shownTo(all, reference)
    await accept(all, reference, 'T-BIRCH')
    const words = async (changes: Partial<SubmitRequest>) => {
      const result = await submitNow(all, reference, changes)
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
    receiptOf(await submitNow(all, reference, { shown: named }))
    await withdrawAll(all, reference)
  })
})

describe('withdrawing', () => {
  it('takes back until the deadline, keeps what was sent, and lets it be sent again', async () => {
    const all = setting()
    const { services, ann, round } = all
    const reference = await round.draft()
    await fillApplication(all, reference)
    const first = receiptOf(await submitNow(all, reference))
    const late = new Date(round.deadlineAt.getTime() + 1)
    const tooLate = await withdrawApplication(services, ann, { reference, receivedAt: late })
    assert.deepEqual(tooLate.ok ? [] : tooLate.problems.map(({ code }) => code), ['withdrawal-too-late'])
    const inTime = await withdrawApplication(services, ann, { reference, receivedAt: round.deadlineAt })
    assert.ok(inTime.ok)
    const nothing = await withdrawApplication(services, ann, { reference, receivedAt: services.clock() })
    assert.deepEqual(nothing.ok ? [] : nothing.problems.map(({ code }) => code), ['not-submitted'])
    const second = receiptOf(await submitNow(all, reference))
    assert.equal(second.number, 2)
    assert.equal(second.sha256, first.sha256)
    const actions = (await eventsOf(services.db, 'application', reference)).map(({ action }) => action)
    const counted = (action: string) => actions.filter((each) => each === action).length
    assert.deepEqual([counted('application.submitted'), counted('application.withdrawn')], [2, 1])
    await withdrawAll(all, reference)
  })
})
