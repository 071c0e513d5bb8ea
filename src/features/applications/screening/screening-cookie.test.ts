import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import type { Answers, Form, SimpleQuestion } from '../../../core/forms/index.ts'
import { readScreening, tooManyEntries, writeScreening } from './screening-cookie.ts'

const asked: readonly SimpleQuestion[] = [...'abcdefghij'].map((id) => ({
  type: 'whole-number',
  id,
  label: id,
  required: true,
}))
const screener: Form = {
  id: 's',
  title: 'S',
  pages: [
    {
      id: 'p',
      title: 'P',
      questions: [
        { type: 'yes-no', id: 'council', label: 'A council?' },
        { type: 'repeating-group', id: 'bodies', label: 'Bodies', itemName: 'body', questions: asked },
      ],
    },
  ],
}
const number = fc.integer({ min: 0, max: 999_999_999 })
const entry = fc.record(Object.fromEntries(asked.map(({ id }) => [id, number])), { noNullPrototype: true })
const carried = (answers: Answers) => ({ screenerVersionId: 'v', answers })

describe('what a browser carries of a screener', () => {
  it('comes back as it was told, whatever the list', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(entry, { minLength: 1, maxLength: 100 }), (council, bodies) => {
        const answers = { council, bodies }
        assert.deepEqual(readScreening(writeScreening(carried(answers)), 'v', screener), answers)
      }),
    )
  })

  it('has room for a list up to the number of entries that is said, and not for one more', () => {
    const bodies = fc.sample(entry, { numRuns: 100, seed: 7 })
    const [problem, ...others] = tooManyEntries(carried({ council: true, bodies }), screener)
    assert.equal(problem?.code, 'too-many-items')
    assert.deepEqual([problem.items, problem.itemName, problem.field, others], [100, 'body', 'bodies', []])
    const lengthOf = (count: number) =>
      writeScreening(carried({ council: true, bodies: bodies.slice(0, count) })).length
    assert.deepEqual(tooManyEntries(carried({ council: true, bodies: bodies.slice(0, problem.limit) }), screener), [])
    assert.ok(lengthOf(problem.limit) <= 3900 && lengthOf(problem.limit + 1) > 3900, String(problem.limit))
    // Browsers keep 4,096 characters of a name and its value.
    assert.ok('__Host-screening'.length + lengthOf(problem.limit) < 4096)
  })

  it('is nothing when it would unfold to more than anybody answers', () => {
    const bomb = deflateSync(JSON.stringify(['v', { council: true, padding: ' '.repeat(200_000) }]))
    assert.deepEqual(readScreening(bomb.toString('base64url'), 'v', screener), {})
    const small = deflateSync(JSON.stringify(['v', { council: true }]))
    assert.deepEqual(readScreening(small.toString('base64url'), 'v', screener), { council: true })
  })
})
