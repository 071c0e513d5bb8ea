import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { describeOnBothEngines } from '../../../tests/support/both-engines.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { openRound } from '../../../tests/support/open-round.ts'
import { testServer } from '../../../tests/support/server.ts'
import { answerQuestion } from './answer-question.ts'
import { askQuestion } from './ask-question.ts'
import { guidanceJobs } from './guidance.jobs.ts'
import { publishPage } from './publish-page.ts'
import { savePage } from './save-page.ts'
import { ensureSubscription, lockSubscription, markConfirmed, saveKinds } from './subscriptions.store.ts'

describeOnBothEngines('publishing', (open) => {
  it('is read, told and fed as it was written', async (t) => {
    const now = new Date('2026-11-25T12:00:00Z')
    const life = lastFirst(t)
    const { services, visitor } = await testServer(life, open(), { clock: () => now })
    const { round, people, actor } = await openRound(services)
    const roundId = round.id
    await services.db.transaction().execute(async (tx) => {
      const asked = { roundId, email: 'reader@council.example', kinds: ['rules', 'answers'] as const, at: now }
      const first = await ensureSubscription(tx, { ...asked, id: services.newId() })
      const second = await ensureSubscription(tx, { ...asked, id: services.newId() })
      assert.deepEqual([first.created, second.created], [true, false])
      assert.equal(second.subscription.id, first.subscription.id)
      await saveKinds(tx, first.subscription.id, ['answers', 'deadline'])
      await markConfirmed(tx, first.subscription.id, now)
      assert.deepEqual((await lockSubscription(tx, first.subscription.id))?.kinds, ['answers', 'deadline'])
    })
    for (const [number, body] of ['One **bold** word.', 'One *soft* word.'].entries()) {
      await services.db.transaction().execute(async (tx) => {
        const page = { roundId, slug: 'scoring', personId: null, at: now } as const
        await savePage(tx, services, { ...page, title: 'Scoring', summary: '', body })
        const changeNote = number === 0 ? '' : 'Said it softly.'
        const published = await publishPage(tx, services, { ...page, changeNote, changeKind: 'deadline' })
        assert.deepEqual(published, { ok: true, value: { number: number + 1 } })
      })
    }
    const asked = await askQuestion(services, { personId: people.ann }, { roundId, question: 'Both?', at: now })
    assert.ok(asked.ok)
    const answer = { publishedQuestion: 'Both?', answer: 'Both.', publish: true, looked: false }
    const handled = { actor: await actor('pam'), roundId, id: asked.value, at: now, origin: 'http://localhost:3000' }
    assert.deepEqual(await answerQuestion(services, { ...handled, ...answer }), { ok: true, value: { number: 1 } })
    const { rows: jobs } = await sql<{ data: object }>`
    select data from pgboss.job where name = 'tell-subscribers'`.execute(services.db)
    assert.equal(jobs.length, 2)
    for (const { data } of [...jobs, ...jobs]) await guidanceJobs(services)[0]?.work(data)
    const { rows: mail } = await sql<{ subject: string }>`
    select subject from message where recipient = 'reader@council.example' order by subject`.execute(services.db)
    assert.deepEqual(
      mail.map(({ subject }) => subject),
      ['Test fund: question 1 is answered', 'Test fund: “Scoring” has changed'],
    )
    const path = '/funds/test-fund/first'
    assert.match((await visitor().get(`${path}/scoring`)).body, /<em>soft<\/em>/)
    assert.match((await visitor().get(`${path}/scoring/versions/1`)).body, /<strong>bold<\/strong>/)
    assert.match((await visitor().get(`${path}/questions?q=both`)).body, /1 of the answers has “both” in it/)
    assert.match((await visitor().get(`${path}/updates.atom`)).body, /Scoring: Said it softly\./)
  })
})
