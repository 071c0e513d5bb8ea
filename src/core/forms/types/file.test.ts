import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkDefinition } from '../check-definition.ts'
import { type FileQuestion, type Form, fieldsOf, filesOf, problemText, readAnswer, showAnswer } from '../index.ts'
import { validateDraft, validateSubmission } from '../validate.ts'

const question = (given: Partial<FileQuestion> = {}): FileQuestion => ({
  type: 'file',
  id: 'letters',
  label: 'Letters',
  ...given,
})
const form = (given: Partial<FileQuestion> = {}): Form => ({
  id: 'f',
  title: 'F',
  pages: [{ id: 'p', title: 'P', questions: [question(given)] }],
})
const file = (name: string) => ({ id: `id-${name}`, name, size: 1_200_000, sha256: 'a'.repeat(64) })
const draft = (value: unknown) => validateDraft(form(), { letters: value as never }).map(problemText)
const submission = (given: Partial<FileQuestion>, value: unknown) =>
  validateSubmission(form(given), { letters: value as never }).map(problemText)

describe('a question for files', () => {
  it('is shown and read again without a change, whatever the names', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
      .filter((name) => !/\p{Cc}/u.test(name) && name.isWellFormed())
    const files = fc.array(names.map(file), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(files, (value) => {
        assert.deepEqual(readAnswer(question(), fieldsOf(showAnswer(question(), value))), value)
      }),
    )
    assert.equal(readAnswer(question(), fieldsOf(showAnswer(question(), undefined))), undefined)
  })

  it('keeps what is no file as it came, and says so', () => {
    const old = 'https://example.org/letter.pdf'
    assert.equal(readAnswer(question(), fieldsOf(showAnswer(question(), old))), old)
    for (const value of [
      old,
      7,
      { name: 'a' },
      [old],
      [{ ...file('a'), path: '/etc/passwd' }],
      [{ ...file('a'), sha256: '../../x' }],
      [{ ...file('a'), size: 0 }],
      [{ ...file('a'), name: '' }],
      [file('a'), { id: 'b' }],
    ])
      assert.deepEqual(draft(value), ['Upload the letters again'])
  })

  it('counts files when it is submitted: at the limits and one beyond', () => {
    const limits = { required: true, min: 2, max: 3 }
    const some = (count: number) => Array.from({ length: count }, (_, index) => file(`${index}.pdf`))
    assert.deepEqual(submission(limits, some(1)), ['Upload at least 2 files for the letters'])
    assert.deepEqual(submission(limits, some(2)), [])
    assert.deepEqual(submission(limits, some(3)), [])
    assert.deepEqual(submission(limits, some(4)), ['Letters must have no more than 3 files. You have uploaded 4'])
    assert.deepEqual(submission(limits, undefined), ['Upload the letters'])
    assert.deepEqual(submission({}, undefined), [])
    assert.equal(draft(some(20)).length, 0)
    assert.equal(draft(some(21)).length, 1)
  })

  it('finds the files in an answer, and nothing in what is none', () => {
    assert.deepEqual(filesOf([file('a'), 'x', null]), [file('a')])
    assert.deepEqual(filesOf('x'), [])
  })

  it('is refused with limits that no file can keep', () => {
    const problems = (given: object) => {
      const checked = checkDefinition(form(given))
      return checked.ok ? [] : checked.problems.map(({ at, text }) => `${at} ${text}`)
    }
    assert.deepEqual(problems({ min: 1, max: 3, maxMegabytes: 25, accept: ['pdf', 'docx'] }), [])
    assert.match(problems({ min: 4, max: 3 }).join(), /min must not be above max/)
    assert.match(problems({ max: 21 }).join(), /max must not be above 20/)
    assert.match(problems({ maxMegabytes: 26 }).join(), /maxMegabytes must not be above 25/)
    assert.match(problems({ accept: ['exe'] }).join(), /accept/)
    assert.match(problems({ accept: [] }).join(), /accept/)
  })
})
