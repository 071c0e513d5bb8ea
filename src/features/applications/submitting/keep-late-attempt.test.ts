import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { fillWhole, roundWithClock, submitAt } from '../../../../tests/support/whole-application.ts'
import { applicationProblemText } from '../applications.messages.ts'
import { applicationByReference } from '../applications.store.ts'
import { insertLateAttempt, lateAttemptById, lateAttemptsOf } from './late-attempts.store.ts'

const life = lastFirst({ after })

it('a late attempt after the twentieth is said not to be kept, unless it is the twentieth again', async () => {
  const all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  const { db, newId } = all.services
  const reference = await all.round.draft()
  await fillWhole(all, reference)
  const late = (ms: number): Date => new Date(all.round.deadlineAt.getTime() + ms)
  const write = async (text: string) =>
    await sql`update answer set value = ${JSON.stringify(text)}::jsonb where question_id = 'drivers'`.execute(db)
  const tryAt = async (ms: number): Promise<{ readonly kept: string | undefined; readonly words: string }> => {
    const result = await submitAt(all, reference, late(ms))
    const [problem] = result.ok ? [] : result.problems
    assert.ok(problem?.code === 'round-closed', JSON.stringify(result))
    return { kept: problem.kept, words: applicationProblemText(problem) }
  }
  assert.equal((await tryAt(1)).kept, `${reference}-L1`)

  const [listed] = await lateAttemptsOf(db, all.round.round.id)
  const first = await lateAttemptById(db, all.round.round.id, listed?.id ?? '')
  assert.ok(first)
  await db.transaction().execute(async (tx) => {
    await insertLateAttempt(tx, { ...first, id: newId(), number: 19, sha256: '0'.repeat(64) })
  })
  await write('The twentieth')
  for (const ms of [20, 21]) assert.equal((await tryAt(ms)).kept, `${reference}-L20`)

  await write('One more')
  const refused = await tryAt(22)
  assert.equal(refused.kept, undefined)
  assert.match(refused.words, /was not added to the 20 attempts that are kept.*What you wrote is kept/)
  assert.doesNotMatch(refused.words, /-L\d/)
  const numbers = (await lateAttemptsOf(db, all.round.round.id)).map(({ number }) => number)
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    [1, 19, 20],
  )
  assert.equal((await applicationByReference(db, reference, [], []))?.state, 'draft')
  all.setClock(late(60_000))
  const ann = await all.server.signedIn(all.round.people.ann)
  const { body } = await ann.get(`/applications/${reference}/check`)
  assert.match(body, /-L20[\s\S]*the last attempt that is kept/)
  assert.match(body, /One more/, 'what was written is shown')
  assert.doesNotMatch(body, />\s*Change\s*</, 'and not offered to be changed')
  all.setClock(late(-60_000))
  assert.match((await ann.get(`/applications/${reference}/check`)).body, />\s*Change\s*</)
})
